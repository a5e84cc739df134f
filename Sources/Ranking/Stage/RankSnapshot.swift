import Content
import ScorerKit
import TextAnalysis
import Topics

/// What the ranking of every learner shares, as it was at one moment: the items with the model of their text, the rules of items and
/// of teachers, the classes, what the school decides. With a ``LearnerLine`` it decides a list: nothing that ranks sees the store.
public struct RankSnapshot: Sendable {
    /// What it was made for.
    public let terms: RunTerms
    /// The items as scorers see them, at the moment that counts as now.
    public internal(set) var batch: ItemBatch
    /// What the school decides.
    public let settings: RankingSettings
    let rules: ItemRules
    let columns: ItemColumns
    let classes: [String: SchoolClass]
    /// What of classes and rules is not understood.
    public let findings: [Finding]
    private let teacherRules: RulesByScope
    private let unreadRules: [TeacherRules.Unread]

    /// A snapshot by its values.
    public init(
        items: [ContentItem], nearCopies: [ItemID: [ItemID]] = [:], feeds: [Feed], classes: [SchoolClass] = [],
        teacherRules: [TeacherRule] = [], topics: TopicFamilies = TopicFamilies(), settings: RankingSettings,
        terms: RunTerms
    ) {
        self.init(
            terms: terms, batch: ItemBatch(items, now: terms.now, topics: topics), nearCopies: nearCopies, feeds: feeds,
            classes: classes,
            teacherRules: teacherRules, settings: settings)
    }

    /// A snapshot by its parts, read by whoever keeps them.
    package init(
        terms: RunTerms, batch: ItemBatch, nearCopies: [ItemID: [ItemID]], feeds: [Feed],
        otherFeeds: [ItemID: [String]] = [:], classes: [SchoolClass],
        teacherRules: [TeacherRule] = [], unreadRules: [TeacherRules.Unread] = [], findings: [Finding] = [],
        settings: RankingSettings, knownHolds: KnownHolds = KnownHolds()
    ) {
        self.unreadRules = unreadRules
        self.findings = findings
        self.terms = terms
        self.batch = batch
        self.settings = settings
        self.classes = Dictionary(classes.map { ($0.name, $0) }, uniquingKeysWith: { $1 })
        self.teacherRules = RulesByScope(teacherRules)
        columns = ItemColumns(batch)
        rules = ItemRules(
            batch: batch, columns: columns, feeds: feeds, otherFeeds: otherFeeds, nearCopies: nearCopies,
            settings: settings, knownHolds: knownHolds)
    }

    /// Whether a rule that is not understood may hold for a learner.
    func mayBeVetoed(_ learner: Learner) -> Bool { unreadRules.contains { $0.mayHold(for: learner) } }

    /// The languages that a learner reads, their own first; the school's where none is known. A class's page is in one alone.
    public func languages(of learner: Learner) -> [String] {
        guard learner.languages.isEmpty else { return learner.languages }
        let own = settings.schools.isEmpty ? nil : SchoolName(of: learner).flatMap { settings.schools[$0] }
        guard learner.id.classRead != nil else { return own ?? settings.languages }
        if let own { return Array(own.prefix(1)) }
        return settings.pageLanguage.map { [$0] } ?? Array(settings.languages.prefix(1))
    }

    /// Looks for all that these learners speak of at once.
    public func look(for learners: [LearnerLine]) {
        batch.topics.look(
            for: learners.map {
                (settings.skills.topics(of: InterestProfile(facts: $0.facts)), languages(of: $0.learner))
            })
    }

    /// What has become of a learner's wishes.
    func wishes(of known: LearnerLine) -> OpenWishes {
        OpenWishes(
            of: InterestProfile(facts: known.facts), languages: languages(of: known.learner), given: known.given,
            batch: batch)
    }

    /// What holds for a learner among their classes.
    func classTerms(of learner: Learner) -> ClassTerms {
        ClassTerms(of: learner, classes: classes, named: terms.classes)
    }

    /// What teachers said that holds for a learner: of them, and of their classes that count.
    func standingRules(for learner: Learner) -> StandingRules {
        teacherRules.standing(for: learner.id, terms: classTerms(of: learner), edition: terms.edition)
    }
}
