import Content
import Pipeline
import Ranking
import Safeguarding
import Store

/// Lists the articles that wait for a class's teacher because of their words or their topic, each with what holds it.
public struct ListHeldArticles: UseCase {
    private let school: School
    private let store: Store
    private let looked: LookedThrough

    /// In a school.
    package init(_ open: SchoolAndStore) { (school, store, looked) = (open.school, open.store, open.looked) }

    /// Of which class.
    public struct Request: Sendable {
        /// The class.
        public var schoolClass: String

        /// Of a class.
        package init(_ schoolClass: String) { self.schoolClass = schoolClass }
    }

    /// What waits.
    public struct Outcome: Sendable {
        /// The class.
        public var schoolClass: Verbatim
        /// The articles, the newest first.
        public var articles: [Held]
        /// What the school should know.
        public var findings: [Finding]
    }

    /// An article that waits.
    public struct Held: Sendable {
        /// The article.
        public var article: ArticleName
        /// Its address; nil: it has none.
        public var url: Verbatim?
        /// Its feed's title.
        public var feed: Verbatim
        /// Its feed's address.
        public var feedAddress: Verbatim
        /// The grade below which it waits; 13: for everybody.
        public var heldBelow: Int
        /// The words that hold it, in their order.
        public var words: [Place]
        /// The topic that holds it; nil: none does.
        public var topic: Verbatim?
        /// For how many learners of the class it waits.
        public var learners: Int
        /// Changes with what the article says, and with what the class has said of it.
        public var digest: String
    }

    /// Words that hold an article.
    public struct Place: Hashable, Sendable {
        /// The words as they stand in it.
        public var words: Verbatim
        /// The grade below which they hold.
        public var below: Int
        /// The sentence that they stand in; empty where nobody looked.
        public var sentence: Verbatim
    }

    /// Lists them. What the class approves counts for the learners whose home class it is, so those are asked for.
    public func run(_ request: Request, by actor: Actor, now: Timestamp) throws -> Outcome {
        let name = try NamedThings(store: store).schoolClass(request.schoolClass)
        let (snapshot, findings) = try snapshot(now: now)
        let block = try StoredLines(store: store, marks: .all).block(store.learners.ids(inClass: name))
        var held: [ItemID: (item: HeldItem, learners: Int)] = [:]
        for line in block.lines {
            let learner = line.learner
            guard learner.enrolled, learner.consent != false, learner.homeClass == name else { continue }
            for item in snapshot.heldForWords(line) {
                let known = held[item.item.id]
                // What holds longest is told: of the youngest.
                let longest = known.map { $0.item.heldBelow >= item.heldBelow ? $0.item : item } ?? item
                held[item.item.id] = (longest, (known?.learners ?? 0) + 1)
            }
        }
        let ordered = held.values.sorted { one, other in
            let (left, right) = (one.item.item, other.item.item)
            return left.published != right.published ? left.published > right.published : left.id < right.id
        }
        let digest = try HeldDigest(class: name, store: store)
        try looked.remember(held.count, of: name, block.lines.map(\.learner), in: store)
        return Outcome(
            schoolClass: Verbatim(name),
            articles: ordered.map { Held($0.item, learners: $0.learners, digest: digest.text(of: $0.item.item)) },
            findings: findings + block.findings)
    }

    /// What tells what is held. What words hold is found by reading, so that no other article is looked at twice; what is about a topic, or
    /// holds a phrase of an older folder, among all.
    private func snapshot(now: Timestamp) throws -> (RankSnapshot, [Finding]) {
        let settings = school.rankingSettings
        guard settings.heldWords.isEmpty, settings.audiencesOfTopics.isEmpty else {
            let findings = try TopicResolving(school: school, store: store).catchUp(now: now)
            return (try RankSnapshot(store: store, asOf: .all, settings: settings, now: now), findings)
        }
        let versions = try looked.versions(heldBy: school.held, in: store)
        return (try RankSnapshot(store: store, only: versions, settings: settings, now: now), [])
    }
}

extension ListHeldArticles.Held {
    init(_ held: HeldItem, learners: Int, digest: String) {
        let item = held.item
        article = ArticleName(item)
        url = item.url.map { Verbatim($0) }
        (feed, feedAddress) = (Verbatim(item.feedTitle), Verbatim(ShownAddress.text(item.feed)))
        heldBelow = held.heldBelow
        words = (held.words?.sightings ?? []).map {
            .init(words: Verbatim($0.words), below: $0.below, sentence: Verbatim($0.sentence))
        }
        topic = held.topic.map { Verbatim($0) }
        self.learners = learners
        self.digest = digest
    }
}
