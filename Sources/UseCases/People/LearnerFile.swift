import Configuration
import Content
import Foundation
import Pipeline
import Ranking
import Safeguarding
import Store

/// Everything that is stored of learners, for showing it.
public struct LearnerFile: Sendable {
    /// What is stored of one learner.
    public struct Known: Codable, Sendable {
        /// The roster's view.
        public var learner: Learner
        /// The view that ranking works with.
        public var profile: InterestProfile
        /// All facts, the oldest first.
        public var facts: [Fact]
    }

    let store: Store
    let screen: WishScreen
    /// What learners read of whom the roster names no language.
    let schoolLanguages: [String]

    /// A file over a store; `screen` tells what is not shown.
    public init(store: Store, screen: WishScreen, languages: [String] = []) {
        schoolLanguages = languages
        self.store = store
        self.screen = screen
    }

    /// The learners on the roster, by id, and who is left out because a row of theirs is not understood.
    public func all() throws -> (learners: [Learner], findings: [Finding]) {
        let facts = try store.learners.facts()
        let learners = facts.known.map { Learner(id: $0.key, facts: $0.value) }.filter { $0.enrolled }
        return (learners.sorted { $0.id < $1.id }, facts.findings)
    }

    /// All that is stored of one learner, named by id or name. The profile is as it counts at a moment, with what was
    /// said faded by the half-life; nil: as it was said.
    public func file(of name: String, at now: Timestamp? = nil, halfLifeDays: Int? = nil) throws -> Known {
        let learner = try NamedThings(store: store).learner(name)
        let facts = try store.learners.facts(about: learner.id)
        let languages = learner.languages.isEmpty ? schoolLanguages : learner.languages
        let bands = try bands(of: learner.id, facts: facts, languages: languages, at: now)
        let said = InterestProfile(facts: facts).believing(bands, own: languages.first)
        let profile = now.map { said.faded(at: $0, halfLifeDays: halfLifeDays.map { Double($0) }) } ?? said
        return Known(
            learner: learner, profile: screen.shown(profile), facts: facts.map { screen.shown($0) })
    }

    /// How well a learner reads each language; as of their last fact where no moment is given.
    private func bands(
        of learner: LearnerID, facts: [Fact], languages: [String], at now: Timestamp?
    ) throws -> [String: ReadingBand] {
        let given = try store.lists.given(to: [learner], beforeRun: .max)[learner] ?? GivenItems()
        let moment = now ?? facts.map { $0.at }.max() ?? Timestamp(seconds: 0)
        let known = try store.readerLevels.articles(
            Array(Set(facts.compactMap { $0.item }).union(given.items.keys)).sorted())
        return ReaderBands(facts: facts, given: given, languages: languages, now: moment).bands { known[$0] }
    }
}

extension School {
    /// The languages that learners read of whom the roster names none.
    public var readLanguages: [String] { rankingSettings.languages }

    /// The school's file of classes; nil where it has none.
    public var classesFile: String? {
        let path = folder.resolve("Config/classes.csv")
        return FileManager.default.fileExists(atPath: path) ? path : nil
    }
}
