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
        package init(
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

    /// How fast a scorer is.
    public struct Speed: Hashable, Codable, Sendable {
        /// Its name.
        public var scorer: String
        /// How many learners and articles it was measured with.
        public var learners, items: Int
        /// Seconds to prepare for the articles.
        public var secondsToBegin: Double
        /// Pairs of learner and article scored a second, on one thread.
        public var pairsPerSecond: Double
        /// The share of pairs for which it did not abstain, 0…1.
        public var spokeShare: Double
        /// Pieces of evidence a second.
        public var evidencePerSecond: Double
        /// The peak of this process's memory, the articles and their text included.
        public var megabytes: Double
        /// The peak of memory of the largest child process that has ended; 0 where there was none.
        public var childMegabytes: Double

        /// A measurement by its figures.
        package init(
            scorer: String, learners: Int, items: Int, secondsToBegin: Double, pairsPerSecond: Double,
            spokeShare: Double, evidencePerSecond: Double, megabytes: Double, childMegabytes: Double
        ) {
            self.scorer = scorer
            self.learners = learners
            self.items = items
            self.secondsToBegin = secondsToBegin
            self.pairsPerSecond = pairsPerSecond
            self.spokeShare = spokeShare
            self.evidencePerSecond = evidencePerSecond
            self.megabytes = megabytes
            self.childMegabytes = childMegabytes
        }
    }

    /// A measurement in words.
    public static func lines(_ speed: Speed) -> [String] {
        var lines = [
            "\(speed.scorer), \(speed.learners) learners and \(speed.items) made-up articles, one thread:",
            "  ready after          \(Numbers.fixed(speed.secondsToBegin, decimals: 3)) s",
            "  pairs a second       \(Numbers.fixed(speed.pairsPerSecond / 1e6, decimals: 2)) million",
            "  spoke for            \(Numbers.fixed(100 * speed.spokeShare, decimals: 0)) % of the pairs",
            "  evidence a second    \(Numbers.fixed(speed.evidencePerSecond / 1e3, decimals: 1)) thousand",
            "  peak of memory       \(Numbers.fixed(speed.megabytes, decimals: 0)) MB, the articles included",
        ]
        if speed.childMegabytes > 0 {
            lines.append("  its own process      \(Numbers.fixed(speed.childMegabytes, decimals: 0)) MB")
        }
        return lines
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
