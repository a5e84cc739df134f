import Content

/// What the first rows of a table show of one column.
struct ColumnEvidence {
    /// How many rows have something there, of how many.
    let filled: Int
    let rows: Int
    /// Each text once, in the order in which it comes.
    let texts: [String]

    /// Looks at the cells of a column.
    init(_ cells: [String]) {
        rows = cells.count
        let filled = cells.filter { !$0.isEmpty }
        self.filled = filled.count
        var known: Set<String> = []
        texts = filled.filter { known.insert($0).inserted }
    }

    /// Whether addresses stand there.
    var isMail: Bool { !texts.isEmpty && share { MailCell.read($0).addresses.isEmpty == false } >= 0.5 }

    /// Whether grades stand there, or may in some country.
    var isGrade: Bool {
        texts.isEmpty || isGraduation
            || share { text in
                if case .none = SchoolGrade().read(text) { false } else { true }
            } >= 0.5
    }

    /// Whether they are the years in which somebody finishes school.
    var isGraduation: Bool {
        !texts.isEmpty && share { text in Int(text).map { (2000...2100).contains($0) } ?? false } >= 0.9
    }

    /// Whether days stand there.
    var isDay: Bool { texts.isEmpty || share { DayReading().read($0) != .none } >= 0.5 }

    /// Whether half of the rows have something there and more, as an id must.
    var isFull: Bool { rows > 0 && filled * 2 >= rows }

    /// Whether names stand there as `Last, First`.
    var isLastFirst: Bool { !texts.isEmpty && share { $0.contains(",") || $0.contains("，") } >= 0.5 }

    /// What stands first in its dates, where one of them can be read one way alone and none the other.
    var dayOrder: DayOrder? {
        func sure(_ order: DayOrder) -> Bool {
            texts.contains { text in
                guard case .day(let day) = DayReading(order: order).read(text) else { return false }
                return DayReading().read(text) == .day(day) && CalendarDate(iso: text) == nil && day.day > 12
            }
        }
        let (day, month) = (sure(.dayFirst), sure(.monthFirst))
        return day == month ? nil : day ? .dayFirst : .monthFirst
    }

    private func share(_ holds: (String) -> Bool) -> Double {
        texts.isEmpty ? 0 : Double(texts.count(where: holds)) / Double(texts.count)
    }
}
