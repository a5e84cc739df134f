import Content
import Pipeline
import Reports
import Store

/// What each feed gave, and to whom.
public struct FeedSupply: Sendable {
    let school: School
    let store: Store

    /// A desk over a school's store.
    public init(school: School, store: Store) {
        self.school = school
        self.store = store
    }

    /// One feed.
    public struct Line: Encodable, Sendable {
        /// Its address, without secrets.
        public var feed: String
        /// Its title.
        public var title: String
        /// How many articles of it learners were given, each learner counted.
        public var given: Int
        /// To whom, and how many, those with most first.
        public var learners: [Reader]
    }

    /// A learner who was given articles of a feed.
    public struct Reader: Encodable, Sendable {
        /// The learner's id.
        public var learner: LearnerID
        /// How many articles.
        public var given: Int
    }

    /// The feeds that gave anything, those that gave most first; of a class's learners, or of all.
    public func lines(of schoolClass: String? = nil) throws -> [Line] {
        let name = try schoolClass.map { try NamedThings(store: store).schoolClass($0) }
        let members = try name.map { Set(try store.learners.ids(inClass: $0)) }
        let feeds = try store.supply.givenByFeed().compactMap { feed -> Line? in
            let readers = feed.learners.filter { members?.contains($0.id) ?? true }
            guard !readers.isEmpty else { return nil }
            return Line(
                feed: ShownAddress.text(feed.address), title: feed.title, given: readers.reduce(0) { $0 + $1.count },
                learners: readers.sorted { ($1.count, $0.id) < ($0.count, $1.id) }.map {
                    Reader(learner: $0.id, given: $0.count)
                })
        }
        return feeds.sorted { ($1.given, $0.feed) < ($0.given, $1.feed) }
    }
}

/// What each feed gave, in words.
public enum FeedSupplyText {
    /// A line a feed.
    public static func lines(_ feeds: [FeedSupply.Line]) -> [String] {
        guard !feeds.isEmpty else { return ["Nothing has been given yet."] }
        let all = feeds.reduce(0) { $0 + $1.given }
        return feeds.map { feed in
            let share = Int((Double(feed.given) / Double(all) * 100).rounded())
            return
                "\(TextTable.oneLine(feed.title)): \(RunText.count(feed.given, "article")), \(share) % of all, to \(RunText.count(feed.learners.count, "learner"))"
        }
    }
}
