import Content
import Pipeline
import Ranking
import Store
import Topics

/// Shows a teacher what is known of a learner of theirs: from whom, since when, what it means, what was given and said. What only others may see is
/// there without its words.
public struct ShowLearnerAtDesk: UseCase {
    private let open: SchoolAndStore
    private var store: Store { open.store }

    /// In a school's store.
    package init(_ open: SchoolAndStore) { self.open = open }

    /// Of whom.
    public struct Request: Sendable {
        /// The learner.
        public var learner: LearnerID

        /// Of a learner.
        package init(_ learner: LearnerID) { self.learner = learner }
    }

    /// What a teacher sees.
    public struct Outcome: Sendable {
        /// The learner.
        public var learner: Learner
        /// Whether lists are made from what is known of them. Where they are not, nothing is shown that they would be made from.
        public var isProfiled: Bool
        /// The number of the statement that holds, by kind; 0 where there is none: what a form has seen.
        public var seen: [Fact.Kind: Int64]
        /// Who said what holds, and when, by kind.
        public var said: [Fact.Kind: (by: Fact.Origin, at: Timestamp)]
        /// How well they read their own language; nil: nobody can tell.
        public var band: ReadingBand?
        /// The topics, by what they are for.
        public var topics: [Stance: [Topic]]
        /// What was said of articles and topics, the latest first.
        public var statements: [Statement]
        /// The lists, the latest first.
        public var lists: [Given]
        /// What the latest list answers to wishes.
        public var answers: [Answer]
    }

    /// What a topic is for a learner.
    public enum Stance: Hashable, Sendable, CaseIterable {
        case likes, wishes, never, less, strengths, needs
    }

    /// A topic.
    public struct Topic: Sendable {
        /// As it was said; nil: it is not for others to see.
        public var phrase: Verbatim?
        /// Who said it.
        public var by: Fact.Origin
        /// Since when.
        public var since: Timestamp
        /// Other words that count as it, some of them.
        public var members: [Verbatim]
    }

    /// Something that was said.
    public struct Statement: Sendable {
        /// Its number.
        public var number: Int64
        /// What it was.
        public var kind: Fact.Kind
        /// Of what; nil: it is not for others to see.
        public var about: Verbatim?
        /// Who said it.
        public var by: Fact.Origin
        /// When.
        public var at: Timestamp
        /// Whether the teacher may take it back.
        public var mayBeTakenBack: Bool
    }

    /// A list that was made.
    public struct Given: Sendable {
        /// The edition.
        public var edition: Edition
        /// Its articles.
        public var articles: [ArticleName]
        /// Whether it is out.
        public var isOut: Bool
    }

    /// An answer to a wish.
    public struct Answer: Sendable {
        /// The wish; nil: it is not for others to see.
        public var phrase: Verbatim?
        /// What is answered.
        public var outcome: WishAnswer.Outcome
    }

    private static let mostStatements = 40
    private static let mostLists = 6
    private static let mostMembers = 12

    /// Shows it.
    public func run(_ request: Request, by actor: Actor, now: Timestamp) throws -> Outcome {
        let shown = try ShowLearner(open).run(.init(request.learner.rawValue), by: actor, now: now)
        let facts = try store.learners.facts(about: request.learner)
        let isProfiled = shown.learner.mayBeProfiled(on: open.school.lawfulBasis)
        var outcome = Outcome(
            learner: shown.learner, isProfiled: isProfiled, seen: [:], said: [:], band: nil, topics: [:],
            statements: [], lists: [], answers: [])
        for fact in facts where fact.guardian == nil {
            outcome.seen[fact.kind] = fact.number
            outcome.said[fact.kind] = fact.value.isEmpty && fact.origin == .roster ? nil : (fact.origin, fact.at)
        }
        outcome.statements = facts.reversed().filter {
            $0.kind.isWish || ($0.origin == .teacher && CorrectLearner.kinds.contains($0.kind) && $0.kind != .levelDate)
        }.prefix(Self.mostStatements).map { statement($0, actor) }
        guard isProfiled else { return outcome }
        let languages =
            shown.learner.languages.isEmpty ? open.school.rankingSettings.languages : shown.learner.languages
        outcome.band = languages.first.flatMap { shown.profile.bands[$0] }
        outcome.topics = try topics(InterestProfile(facts: facts), language: languages.first)
        try addLists(to: &outcome)
        return outcome
    }

    private var told: ToldFacts { ToldFacts(school: open.school) }

    private func statement(_ fact: Fact, _ actor: Actor) -> Statement {
        Statement(
            number: fact.number, kind: fact.kind, about: told.about(fact), by: fact.origin, at: fact.at,
            mayBeTakenBack: TakeBackFacts.mayBeTakenBack(fact, by: actor))
    }

    private func topics(_ profile: InterestProfile, language: String?) throws -> [Stance: [Topic]] {
        let said: [(Stance, [InterestProfile.Topic])] = [
            (.likes, profile.wants.filter { !$0.asked }), (.wishes, profile.wants.filter { $0.asked }),
            (.never, profile.avoids), (.less, profile.less), (.strengths, profile.strengths), (.needs, profile.needs),
        ]
        var topics: [Stance: [Topic]] = [:]
        for (stance, all) in said {
            topics[stance] = try all.map { topic in
                let phrase = told.phrase(topic.phrase, by: topic.origin)
                return Topic(
                    phrase: phrase, by: topic.origin, since: topic.at,
                    members: phrase == nil ? [] : try members(of: topic.phrase, language: language))
            }
        }
        return topics
    }

    private func members(of phrase: String, language: String?) throws -> [Verbatim] {
        guard let family = try store.topics.families(of: phrase).family(of: phrase, said: language) else { return [] }
        var names: [String] = []
        for (_, words) in family.words.sorted(by: { $0.key < $1.key }) {
            for member in words.members where member.width <= .narrow {
                let name = member.phrase
                if name.lowercased() != phrase.lowercased(), !names.contains(name) { names.append(name) }
            }
        }
        return names.prefix(Self.mostMembers).map { Verbatim($0) }
    }

    private func addLists(to outcome: inout Outcome) throws {
        let id = outcome.learner.id
        for edition in try store.lists.editions(of: id).prefix(Self.mostLists) {
            guard let stored = try store.lists.lists(of: edition, learners: [id]).lists[id] else { continue }
            let items = try store.items.items(versions: Set(stored.list.entries.map { $0.version }))
            if outcome.lists.isEmpty {
                outcome.answers = (stored.list.answers ?? []).filter { $0.origin != .guardian }.map {
                    Answer(phrase: told.phrase($0.phrase, by: $0.origin), outcome: $0.outcome)
                }
            }
            outcome.lists.append(
                Given(
                    edition: edition,
                    articles: stored.list.entries.compactMap { items[$0.version].map { ArticleName($0) } },
                    isOut: try store.outbox.isOut(edition, to: id)))
        }
    }
}
