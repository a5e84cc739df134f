/// What leaving scorers out does, for people.
public enum AblationText {
    /// What was done to a scorer.
    public enum Change: String, Codable, Sendable {
        /// It was left out.
        case leftOut = "left out"
        /// It is in shadow and was given the weight 1.
        case weightOne = "given weight 1"
    }

    /// One scorer.
    public struct Row: Hashable, Codable, Sendable {
        /// Its name.
        public var scorer: String
        /// Its weight; 0: in shadow.
        public var weight: Double
        /// What was done to it.
        public var change: Change
        /// How many learners' lists were made.
        public var lists: Int
        /// How many of them came out otherwise.
        public var changedLists: Int
        /// How many have another first article.
        public var changedFirst: Int
        /// The share of all articles that stay in their list, 0…1.
        public var keptShare: Double
        /// How many of the school's own lists the fit was measured on.
        public var slates: Int
        /// nDCG@10 on them, as it is and with the change; nil where there is none to measure on.
        public var fitBefore, fitAfter: Double?

        /// A row by its cells.
        package init(
            scorer: String, weight: Double, change: Change, lists: Int, changedLists: Int, changedFirst: Int,
            keptShare: Double, slates: Int, fitBefore: Double?, fitAfter: Double?
        ) {
            self.scorer = scorer
            self.weight = weight
            self.change = change
            self.lists = lists
            self.changedLists = changedLists
            self.changedFirst = changedFirst
            self.keptShare = keptShare
            self.slates = slates
            self.fitBefore = fitBefore
            self.fitAfter = fitAfter
        }
    }

    /// The rows as a table.
    public static func table(_ rows: [Row]) -> [String] {
        var table = TextTable([
            .init("scorer"), .init("weight", isNumber: true), .init("what if"), .init("lists changed", isNumber: true),
            .init("another first", isNumber: true), .init("articles kept", isNumber: true),
            .init("nDCG@10", isNumber: true), .init("then", isNumber: true),
        ])
        for row in rows {
            table.add([
                row.scorer, Numbers.fixed(row.weight, decimals: 1), row.change.rawValue,
                "\(row.changedLists) of \(row.lists)", "\(row.changedFirst)",
                Numbers.fixed(100 * row.keptShare, decimals: 0) + " %", fit(row.fitBefore), fit(row.fitAfter),
            ])
        }
        let measured = rows.first?.slates ?? 0
        let note =
            measured == 0
            ? "nDCG@10 needs lists of which a learner said 'more' about an article: there is none yet."
            : "nDCG@10 is measured on \(measured) lists of which a learner said 'more' about an article."
        return table.lines + ["", note]
    }

    private static func fit(_ value: Double?) -> String { value.map { Numbers.fixed($0, decimals: 3) } ?? "-" }
}
