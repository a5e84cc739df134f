import Content

/// From a day to a day, both counted. Small, because a district has many hundred thousand of them.
struct DaySpan: Hashable {
    private var from = Int32.min
    private var to = Int32.max

    /// A span by its days; nil: open.
    init(first: CalendarDate? = nil, last: CalendarDate? = nil) {
        if let first { from = Int32(clamping: first.dayNumber) }
        if let last { to = Int32(clamping: last.dayNumber) }
    }

    /// A span as ``cells`` writes it; what is no day is open.
    init(_ first: some StringProtocol, _ last: some StringProtocol) {
        self.init(
            first: first.isEmpty ? nil : CalendarDate(iso: first), last: last.isEmpty ? nil : CalendarDate(iso: last))
    }

    /// The first day; nil: it is open.
    var first: CalendarDate? { from == .min ? nil : CalendarDate(dayNumber: Int(from)) }

    /// The last day; nil: it is open.
    var last: CalendarDate? { to == .max ? nil : CalendarDate(dayNumber: Int(to)) }

    /// Whether a day is in it.
    func contains(_ day: CalendarDate) -> Bool {
        (Int(from)...max(Int(from), Int(to))).contains(day.dayNumber) && from <= to
    }

    /// The span with the days of another where it is open.
    func filled(from other: DaySpan) -> DaySpan {
        var span = self
        if from == .min { span.from = other.from }
        if to == .max { span.to = other.to }
        return span
    }

    /// From the first day of several spans to their last; all time where there is none.
    static func around(_ spans: [DaySpan]) -> DaySpan {
        var span = DaySpan()
        span.from = spans.map(\.from).min() ?? .min
        span.to = spans.map(\.to).max() ?? .max
        return span
    }

    /// Both days with a tab between.
    var cells: String { from == .min && to == .max ? "\t" : (first?.iso ?? "") + "\t" + (last?.iso ?? "") }

    /// In the order of their first days, then of their last.
    static func < (one: DaySpan, other: DaySpan) -> Bool { (one.from, one.to) < (other.from, other.to) }
}
