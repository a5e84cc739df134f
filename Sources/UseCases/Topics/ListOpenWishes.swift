import Content
import Pipeline
import Ranking
import Store

/// Tells the school which wishes are open, since when, and what would serve those that nothing serves.
public struct ListOpenWishes: UseCase {
    private let school: School
    private let store: Store

    /// In a school's store.
    package init(_ open: SchoolAndStore) { (school, store) = (open.school, open.store) }

    /// Whose wishes.
    public struct Request: Sendable {
        /// Those of a class; nil: everybody's.
        public var schoolClass: String?
        /// Whether those that are met in turn are shown too.
        public var all: Bool

        /// Those of a class, or everybody's.
        package init(schoolClass: String? = nil, all: Bool = false) {
            self.schoolClass = schoolClass
            self.all = all
        }
    }

    /// The open wishes.
    public struct Outcome: Sendable {
        /// The wishes, those that nothing serves first.
        public var wishes: [WishedTopic]
        /// Who wished for something and is not profiled, by id: nothing is matched to it.
        public var unmatched: [LearnerID]
        /// Whether those that are met in turn are shown too.
        public var showsAll: Bool
        /// What a person should know.
        public var findings: [Finding]
    }

    /// Wishes for one topic by learners who read the same languages: what one feed would serve.
    public struct WishedTopic: Hashable, Sendable {
        /// The topic as it was said first; nil: it is one that is not named to others than who wished.
        public var topic: Verbatim?
        /// The languages that articles may be in.
        public var languages: [Verbatim]
        /// The lowest and the highest level that fits somebody, as school grades.
        public var levels: [Double]
        /// How many articles would serve all of them.
        public var articles: Int
        /// How many articles are there that could serve somebody.
        public var there: Int
        /// How many learners wish for it.
        public var learners: Int
        /// Since when.
        public var since: Timestamp
        /// Why it is not met; of several learners' the one that a feed would mend.
        public var outcome: WishAnswer.Outcome

        /// Whether articles are there and its turn comes.
        public var isServed: Bool { outcome == .later && articles == 0 }
    }

    private struct Key: Hashable {
        var topic: String
        var languages: [String]
    }

    /// Lists them.
    public func run(_ request: Request, by actor: Actor, now: Timestamp) throws -> Outcome {
        let name = try request.schoolClass.map { try NamedThings(store: store).schoolClass($0) }
        var findings = try TopicResolving(school: school, store: store).catchUp(now: now)
        try TextShelf(store: store).catchUp()
        let snapshot = try RankSnapshot(store: store, asOf: .all, settings: school.rankingSettings, now: now)
        let ids = try name.map { try store.learners.ids(inClass: $0) } ?? store.learners.ids()
        let lines = StoredLines(store: store, marks: .all)
        var found: [Key: WishedTopic] = [:]
        var unmatched: [LearnerID] = []
        for start in stride(from: 0, to: ids.count, by: 512) {
            let block = try lines.block(Array(ids[start..<min(start + 512, ids.count)]))
            findings += block.findings
            var members = block.lines.filter { line in
                line.learner.enrolled && name.map { line.learner.classes.contains($0) } ?? true
            }
            // Nothing is matched to the wishes of who is not profiled: that they have some is said.
            let basis = school.lawfulBasis
            unmatched += members.filter { line in
                !line.learner.mayBeProfiled(on: basis)
                    && InterestProfile(facts: line.facts).wants.contains { $0.asked }
            }.map { $0.learner.id }
            members.removeAll { !$0.learner.mayBeProfiled(on: basis) }
            snapshot.look(for: members)
            for member in members {
                for wish in snapshot.waitingWishes(of: member) { add(wish, to: &found) }
            }
        }
        let sorted = found.values.sorted { one, other in
            if one.isServed != other.isServed { return other.isServed }
            return (one.since, one.topic?.text ?? "", Self.joined(one.languages)) < (
                other.since, other.topic?.text ?? "", Self.joined(other.languages)
            )
        }
        return Outcome(wishes: sorted, unmatched: unmatched.sorted(), showsAll: request.all, findings: findings)
    }

    private func add(_ wish: WaitingWish, to found: inout [Key: WishedTopic]) {
        let phrase = wish.topic.phrase
        let isNamed = school.isNamedToOthers(phrase)
        let key = Key(topic: isNamed ? wish.key : "", languages: wish.languages)
        let levels = [wish.levels.lowerBound, wish.levels.upperBound]
        guard var line = found[key] else {
            found[key] = WishedTopic(
                topic: isNamed ? Verbatim(phrase) : nil, languages: wish.languages.map { Verbatim($0) }, levels: levels,
                articles: wish.needed, there: wish.there, learners: 1, since: wish.topic.at, outcome: wish.outcome)
            return
        }
        line.levels = [min(line.levels[0], levels[0]), max(line.levels[1], levels[1])]
        line.articles = max(line.articles, wish.needed)
        line.there = max(line.there, wish.there)
        line.learners += 1
        line.since = min(line.since, wish.topic.at)
        if Self.weight(wish.outcome) > Self.weight(line.outcome) { line.outcome = wish.outcome }
        found[key] = line
    }

    private static func joined(_ languages: [Verbatim]) -> String { languages.map { $0.text }.joined() }

    /// What a feed would mend weighs more than what only a person can.
    private static func weight(_ outcome: WishAnswer.Outcome) -> Int {
        switch outcome {
        case .nothing, .had: 5
        case .harder: 4
        case .later, .found: 3
        case .ask: 2
        case .teacherChooses: 1
        }
    }
}
