/// The lists of a run at a glance, for people.
public enum RunText {
    /// One row of the closing table: a learner's list at a glance.
    public struct Row: Hashable, Codable, Sendable {
        /// The learner's name.
        public var learner: String
        /// How many items the list has.
        public var items: Int
        /// Minutes of reading in all.
        public var minutes: Int
        /// The lowest and highest level of its items, as school grades; nil where none is known.
        public var levels: ClosedRange<Double>?
        /// The first title.
        public var firstTitle: String
        /// Why it is first.
        public var why: String
        /// Where the list goes: `mail`, `mail to guardian`, `print`, `waits for approval`.
        public var goes: String

        /// A row by its cells.
        public init(
            learner: String, items: Int, minutes: Int, levels: ClosedRange<Double>?, firstTitle: String, why: String,
            goes: String
        ) {
            self.learner = learner
            self.items = items
            self.minutes = minutes
            self.levels = levels
            self.firstTitle = firstTitle
            self.why = why
            self.goes = goes
        }
    }

    /// The closing table: learner, items, minutes, level, first title, why.
    public static func table(_ rows: [Row]) -> [String] {
        var table = TextTable([
            .init("learner", widest: 18), .init("items", isNumber: true), .init("minutes", isNumber: true),
            .init("level"), .init("first title", widest: 36), .init("why", widest: 60), .init("goes to", widest: 18),
        ])
        for row in rows {
            table.add([
                row.learner, "\(row.items)", "\(row.minutes)", row.levels.map { grades($0) } ?? "-", row.firstTitle,
                row.why, row.goes,
            ])
        }
        return table.lines
    }

    /// `3 feeds`, `1 feed`.
    public static func count(_ number: Int, _ noun: String, plural: String? = nil) -> String {
        "\(number) \(number == 1 ? noun : plural ?? noun + "s")"
    }

    /// A range of levels as whole grades: `4–6`.
    static func grades(_ range: ClosedRange<Double>) -> String {
        let low = Int(range.lowerBound.rounded())
        let high = Int(range.upperBound.rounded())
        return low == high ? "\(low)" : "\(low)–\(high)"
    }
}
