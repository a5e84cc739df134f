import Configuration
import Content
import Pipeline
import Ranking
import Safeguarding
import Store

/// Shows everything that is stored of a learner, but for what a child wrote that only a grown-up sees.
public struct ShowLearner: UseCase {
    private let store: Store
    private let screen: WishScreen
    /// What learners read of whom the roster names no language.
    private let schoolLanguages: [String]
    /// After how many days what was said counts half; nil: it never fades.
    private let halfLifeDays: Int?
    /// On what the school rests that learners are profiled.
    private let basis: LawfulBasis?

    /// In a school's store.
    package init(_ open: SchoolAndStore) {
        self.init(
            open.store, screen: open.school.screen, languages: open.school.rankingSettings.languages,
            halfLifeDays: open.school.configuration.lists.halfLifeDays,
            basis: open.school.lawfulBasis)
    }

    /// In a store; `screen` tells what is not shown.
    init(
        _ store: Store, screen: WishScreen, languages: [String] = [], halfLifeDays: Int? = nil,
        basis: LawfulBasis? = nil
    ) {
        self.basis = basis
        self.store = store
        self.screen = screen
        schoolLanguages = languages
        self.halfLifeDays = halfLifeDays
    }

    /// Of whom.
    public struct Request: Sendable {
        /// The learner, by id or name.
        public var learner: String

        /// Of a learner, by id or name.
        package init(_ learner: String) { self.learner = learner }
    }

    /// What is stored of one learner.
    public struct Outcome: Codable, Sendable {
        /// The roster's view.
        public var learner: Learner
        /// The view that ranking works with, as it counts at the moment: what was said has faded.
        public var profile: InterestProfile
        /// All facts, the oldest first.
        public var facts: [Fact]
    }

    /// Shows it.
    public func run(_ request: Request, by actor: Actor, now: Timestamp) throws -> Outcome {
        let learner = try NamedThings(store: store).learner(request.learner)
        let facts = try store.learners.facts(about: learner.id)
        let languages = learner.languages.isEmpty ? schoolLanguages : learner.languages
        // Nothing is reckoned of who is not profiled.
        let bands =
            learner.mayBeProfiled(on: basis)
            ? try bands(of: learner.id, facts: facts, languages: languages, now: now) : [:]
        let said = InterestProfile(facts: facts).believing(bands, own: languages.first)
        let profile = said.faded(at: now, halfLifeDays: halfLifeDays.map { Double($0) })
        return Outcome(learner: learner, profile: screen.shown(profile), facts: facts.map { screen.shown($0) })
    }

    /// How well a learner reads each language.
    private func bands(
        of learner: LearnerID, facts: [Fact], languages: [String], now: Timestamp
    ) throws -> [String: ReadingBand] {
        let given = try store.lists.given(to: [learner], beforeRun: .max)[learner] ?? GivenItems()
        let known = try store.readerLevels.articles(
            Array(Set(facts.compactMap { $0.item }).union(given.items.keys)).sorted())
        return ReaderBands(facts: facts, given: given, languages: languages, now: now).bands { known[$0] }
    }
}
