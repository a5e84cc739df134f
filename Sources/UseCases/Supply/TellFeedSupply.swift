import Content
import Store

/// Tells what each feed gave, and to whom.
public struct TellFeedSupply: UseCase {
    private let store: Store

    /// In a school's store.
    package init(_ open: SchoolAndStore) { store = open.store }

    /// To whom.
    public struct Request: Sendable {
        /// A class's learners; nil: everybody.
        public var schoolClass: String?

        /// To a class's learners, or to everybody.
        package init(schoolClass: String? = nil) { self.schoolClass = schoolClass }
    }

    /// The feeds that gave anything.
    public struct Outcome: Sendable {
        /// The feeds, those that gave most first.
        public var feeds: [Feed]
    }

    /// One feed.
    public struct Feed: Sendable {
        /// Its address, without secrets.
        public var address: Verbatim
        /// Its title.
        public var title: Verbatim
        /// How many articles of it learners were given, each learner counted.
        public var given: Int
        /// To whom, and how many, those with most first.
        public var readers: [Reader]
    }

    /// A learner who was given articles of a feed.
    public struct Reader: Sendable {
        /// The learner's id.
        public var learner: LearnerID
        /// How many articles.
        public var given: Int
    }

    /// Tells it.
    public func run(_ request: Request, by actor: Actor, now: Timestamp) throws -> Outcome {
        let name = try request.schoolClass.map { try NamedThings(store: store).schoolClass($0) }
        let members = try name.map { Set(try store.learners.ids(inClass: $0)) }
        let feeds = try store.supply.givenByFeed().compactMap { feed -> Feed? in
            let readers = feed.learners.filter { members?.contains($0.id) ?? true }
            guard !readers.isEmpty else { return nil }
            return Feed(
                address: Verbatim(ShownAddress.text(feed.address)), title: Verbatim(feed.title),
                given: readers.reduce(0) { $0 + $1.count },
                readers: readers.sorted { ($1.count, $0.id) < ($0.count, $1.id) }.map {
                    Reader(learner: $0.id, given: $0.count)
                })
        }
        return Outcome(feeds: feeds.sorted { ($1.given, $0.address) < ($0.given, $1.address) })
    }
}
