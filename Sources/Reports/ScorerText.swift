import Content

/// The scorers of a school, for people.
public enum ScorerText {
    /// Where a scorer runs.
    public enum Place: String, Hashable, Codable, Sendable {
        /// In this process.
        case inside
        /// In a process of its own.
        case outside
        /// Nowhere: it is installed, and the configuration does not name it.
        case notNamed
    }

    /// One scorer.
    public struct Row: Hashable, Codable, Sendable {
        /// Its name.
        public var name: String
        /// Its version.
        public var version: String
        /// Its weight; 0: in shadow.
        public var weight: Double
        /// Whose say it is.
        public var say: Say
        /// Its options as JSON.
        public var options: String
        /// What it is for.
        public var summary: String
        /// Where it runs.
        public var runs: Place

        /// A row by its cells.
        public init(
            name: String, version: String, weight: Double, say: Say, options: String, summary: String,
            runs: Place = .inside
        ) {
            self.name = name
            self.version = version
            self.weight = weight
            self.say = say
            self.options = options
            self.summary = summary
            self.runs = runs
        }
    }

    /// The scorers as a table.
    public static func table(_ rows: [Row]) -> [String] {
        var table = TextTable([
            .init("scorer"), .init("version"), .init("weight", isNumber: true), .init("whose say"),
            .init("what it is for", widest: 64), .init("options", widest: 100),
        ])
        for row in rows {
            let shadow = row.runs == .notNamed ? "not named" : "0 (shadow)"
            let weight = row.weight == 0 ? shadow : Numbers.fixed(row.weight, decimals: 1)
            let name = row.runs == .inside ? row.name : "\(row.name) (external)"
            table.add([name, row.version, weight, row.say.rawValue, row.summary, row.options])
        }
        return table.lines
    }
}
