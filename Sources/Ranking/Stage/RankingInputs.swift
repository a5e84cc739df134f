import Content
import ScorerKit
import Store
import TextAnalysis

/// What the ranking of every learner shares: the items with their rules, classes and teachers' rules at one moment.
public struct RankingInputs: Sendable {
    /// The items as scorers see them.
    public let batch: ItemBatch
    /// What the school decides.
    public let settings: RankingSettings
    let rules: ItemRules
    let columns: ItemColumns
    let classes: [String: SchoolClass]
    /// What of classes and rules is not understood.
    public let findings: [Finding]
    private let teacherRules: RulesByScope
    private let unreadRules: [TeacherRules.Unread]

    /// Reads the inputs from the store as they were at the marks.
    /// `words`: what ``TextShelf/catchUp()`` gave, if it was asked just before.
    public init(
        store: Store, asOf marks: StoreMarks, settings: RankingSettings, now: Timestamp, words: FormTable? = nil
    ) throws(StoreError) {
        let stored = try store.items.items(asOf: marks)
        let batch = try ItemBatch(stored.map { $0.item }, now: now) { items throws(StoreError) in
            try TextShelf(store: store).model(of: items, asOf: marks, table: words)
        }
        let rules = try store.learners.rules(asOf: marks)
        let findings = rules.unread.map { $0.finding } + (try store.learners.findings(onClassesAsOf: marks))
        self.init(
            batch: batch,
            nearCopies: Dictionary(
                stored.map { ($0.item.id, $0.nearCopies) }.filter { !$0.1.isEmpty }, uniquingKeysWith: { $1 }),
            feeds: try store.items.feeds(asOf: marks), classes: try store.learners.classes(asOf: marks),
            teacherRules: rules.known, unreadRules: rules.unread, findings: findings, settings: settings)
    }

    /// Inputs by their values.
    public init(
        items: [ContentItem], nearCopies: [ItemID: [ItemID]] = [:], feeds: [Feed], classes: [SchoolClass] = [],
        teacherRules: [TeacherRule] = [], settings: RankingSettings, now: Timestamp
    ) {
        self.init(
            batch: ItemBatch(items, now: now), nearCopies: nearCopies, feeds: feeds, classes: classes,
            teacherRules: teacherRules, settings: settings)
    }

    private init(
        batch: ItemBatch, nearCopies: [ItemID: [ItemID]], feeds: [Feed], classes: [SchoolClass],
        teacherRules: [TeacherRule], unreadRules: [TeacherRules.Unread] = [], findings: [Finding] = [],
        settings: RankingSettings
    ) {
        self.unreadRules = unreadRules
        self.findings = findings
        self.batch = batch
        self.settings = settings
        self.classes = Dictionary(classes.map { ($0.name, $0) }, uniquingKeysWith: { $1 })
        self.teacherRules = RulesByScope(teacherRules)
        columns = ItemColumns(batch)
        rules = ItemRules(batch: batch, feeds: feeds, nearCopies: nearCopies, heldWords: settings.heldWords)
    }

    /// Whether a rule that is not understood may hold for a learner.
    func mayBeVetoed(_ learner: Learner) -> Bool { unreadRules.contains { $0.mayHold(for: learner) } }

    /// What teachers said that holds for a learner: of them, and of their classes.
    func standingRules(for learner: Learner) -> StandingRules {
        teacherRules.standing(for: learner.id, classes: learner.classes)
    }
}
