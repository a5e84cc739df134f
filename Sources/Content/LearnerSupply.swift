/// What there is for a learner in one language after their newest list: how many fitting articles, and for how many more lists that lasts.
public struct LearnerSupply: Hashable, Codable, Sendable {
    /// The learner.
    public var learner: LearnerID
    /// The language (BCP 47 primary tag).
    public var language: String
    /// The least level that is within their reach, as a school grade.
    public var lowest: Double
    /// The greatest level that is within their reach, as a school grade.
    public var highest: Double
    /// Articles that they may get, not given yet, within reach and short enough; one of each story.
    public var fitting: Int
    /// How many such came a week, over the last four weeks.
    public var weekly: Double
    /// How many a list holds.
    public var places: Int
    /// How many the newest list held, in this language.
    public var listed: Int
    /// How many the newest list held in all.
    public var listedInAll: Int
    /// How many days ago the last article came that they may get at all; nil: none ever did.
    public var quietDays: Int?
    /// What they want to read about, for whoever looks for a feed.
    public var topics: [String]

    /// A supply by its parts.
    public init(
        learner: LearnerID, language: String, levels: ClosedRange<Double>, fitting: Int, weekly: Double, places: Int,
        listed: Int, listedInAll: Int, quietDays: Int?, topics: [String]
    ) {
        self.learner = learner
        self.language = language
        (lowest, highest) = (levels.lowerBound, levels.upperBound)
        self.fitting = fitting
        self.weekly = weekly
        self.places = places
        self.listed = listed
        self.listedInAll = listedInAll
        self.quietDays = quietDays
        self.topics = topics
    }

    /// After so many days without a new article a language counts as silent.
    static let silentDays = 14
    /// It is said when what is there lasts for no more than so many lists.
    static let fewestLists = 2

    /// For how many more lists of one a week it lasts, if feeds go on as they did; nil: as far as can be seen.
    public var lasts: Int? {
        let coming = isSilent ? 0 : weekly
        let taken = Double(places) - coming
        return taken <= Double(places) / 4 ? nil : Int(Double(fitting) / taken)
    }

    /// Whether nothing new came for two weeks.
    public var isSilent: Bool { quietDays.map { $0 >= Self.silentDays } ?? true }

    /// How many more articles it takes for four lists.
    public var needed: Int { max(1, 4 * places - fitting) }

    /// Whether somebody should look for feeds.
    public var isLow: Bool { isSilent || lasts.map { $0 < Self.fewestLists } ?? false }
}

extension [LearnerSupply] {
    /// Whether a learner runs out, all their languages together: what one language lacks another may have.
    public var runsOut: Bool {
        guard let first else { return false }
        if first.listedInAll * 2 < first.places { return true }
        return allSatisfy { $0.isLow }
    }
}
