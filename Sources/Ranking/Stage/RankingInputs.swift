import Content
import ScorerKit
import Store
import TextAnalysis

/// Everything that ranking reads: the items with their rules, the scorers prepared for them, and what is known of
/// learners, classes and rules at one moment. The same inputs give the same lists.
public struct RankingInputs: Sendable {
    /// The items as scorers see them.
    public let batch: ItemBatch
    /// The scorers of this run, in the order of their names.
    public let scorers: [ActiveScorer]
    /// What the school decides.
    public let settings: RankingSettings
    let prepared: [String: any PreparedScorer]
    let rules: ItemRules
    let facts: [LearnerID: [Fact]]
    let classes: [String: SchoolClass]
    let teacherRules: [TeacherRule]
    let given: [LearnerID: [ItemID: Edition]]
    private let pseudonyms: [LearnerID: String]

    /// Reads the inputs from the store as they were at the marks; `run` is the run whose earlier ones count as given.
    /// `words`: what ``TextShelf/catchUp()`` gave, if it was asked just before.
    public init(
        store: Store, asOf marks: StoreMarks, beforeRun run: Int64, scorers: [ActiveScorer],
        settings: RankingSettings, now: Timestamp, words: FormTable? = nil
    ) throws(StoreError) {
        let stored = try store.items.items(asOf: marks)
        let classes = try store.learners.classes(asOf: marks)
        let batch = try ItemBatch(stored.map { $0.item }, now: now) { items throws(StoreError) in
            try TextShelf(store: store).model(of: items, asOf: marks, table: words)
        }
        self.init(
            batch: batch,
            nearCopies: Dictionary(
                stored.map { ($0.item.id, $0.nearCopies) }.filter { !$0.1.isEmpty }, uniquingKeysWith: { $1 }),
            feeds: try store.items.feeds(asOf: marks), facts: try store.learners.facts(asOf: marks), classes: classes,
            teacherRules: try store.learners.rules(asOf: marks), given: try store.lists.given(beforeRun: run),
            scorers: scorers, settings: settings)
    }

    /// Inputs by their values.
    public init(
        items: [ContentItem], nearCopies: [ItemID: [ItemID]] = [:], feeds: [Feed], facts: [LearnerID: [Fact]],
        classes: [SchoolClass] = [], teacherRules: [TeacherRule] = [], given: [LearnerID: [ItemID: Edition]] = [:],
        scorers: [ActiveScorer], settings: RankingSettings, now: Timestamp
    ) {
        self.init(
            batch: ItemBatch(items, now: now), nearCopies: nearCopies, feeds: feeds, facts: facts, classes: classes,
            teacherRules: teacherRules, given: given, scorers: scorers, settings: settings)
    }

    private init(
        batch: ItemBatch, nearCopies: [ItemID: [ItemID]], feeds: [Feed], facts: [LearnerID: [Fact]],
        classes: [SchoolClass], teacherRules: [TeacherRule], given: [LearnerID: [ItemID: Edition]],
        scorers: [ActiveScorer], settings: RankingSettings
    ) {
        self.batch = batch
        self.scorers = scorers.sorted { $0.card.name < $1.card.name }
        self.settings = settings
        self.facts = facts
        self.classes = Dictionary(classes.map { ($0.name, $0) }, uniquingKeysWith: { $1 })
        self.teacherRules = teacherRules
        self.given = given
        pseudonyms = Dictionary(uniqueKeysWithValues: facts.keys.sorted().enumerated().map { ($1, "L\($0 + 1)") })
        rules = ItemRules(batch: batch, feeds: feeds, nearCopies: nearCopies, heldWords: settings.heldWords)
        prepared = Dictionary(
            scorers.map { ($0.card.name, $0.scorer.prepare(batch)) }, uniquingKeysWith: { first, _ in first })
    }

    /// The learners of the roster who are there now, by id.
    public var learners: [Learner] {
        facts.map { Learner(id: $0.key, facts: $0.value) }.filter { $0.enrolled && isOfClasses($0) }
            .sorted { $0.id < $1.id }
    }

    private func isOfClasses(_ learner: Learner) -> Bool {
        settings.classes.map { classes in learner.classes.contains { classes.contains($0) } } ?? true
    }

    /// A name for this run only: the learner's number among all, which says nothing outside the run.
    func pseudonym(of learner: LearnerID) -> String { pseudonyms[learner] ?? "L0" }

    /// A learner's record; nil for one that the roster has never named.
    public func learner(_ id: LearnerID) -> Learner? { facts[id].map { Learner(id: id, facts: $0) } }
}
