import Content
import Ingestion
import Pipeline
import Store

/// Lists the feeds of a school with what the store knows of each.
public struct ListFeeds: UseCase {
    private let feeds: SchoolFeeds
    private let store: Store

    /// Of a school.
    package init(_ open: SchoolAndStore) { (feeds, store) = (SchoolFeeds(open.school), open.store) }

    /// All of them.
    public struct Request: Sendable {
        /// All.
        package init() {}
    }

    /// The feeds.
    public struct Outcome: Sendable {
        /// In the order of the lists.
        public var feeds: [Row]
        /// What could not be followed in the lists.
        public var findings: [Finding]
    }

    /// One feed of the lists with what the store knows of it.
    public struct Row: Hashable, Sendable {
        /// The feed, as people may see it.
        public var feed: Feed
        /// How it does; nil for a file, and for one that was never asked. Addresses in it as people may see them.
        public var state: FeedState?
        /// What it has brought; nil where it was never read.
        public var numbers: FeedNumbers?
        /// What it is about, as the list says.
        public var topics: [Verbatim]
        /// Whether it is not asked for now.
        public var isPaused: Bool
        /// Where the text comes from that its articles are measured by.
        public var text: TextOrigin
    }

    /// Lists them. Rhythm and silence are told as of now.
    public func run(_ request: Request, by actor: Actor, now: Timestamp) throws -> Outcome {
        let plan = feeds.plan()
        let numbers = try store.feedNumbers.numbers(at: now)
        let states = try store.feedStates.states()
        let rows = try plan.entries.map { entry in
            var feed = try store.items.feed(at: entry.feed.address) ?? entry.feed
            feed.schools = entry.feed.schools
            (feed.audience, feed.audienceTo) = (entry.feed.audience, entry.feed.audienceTo)
            var state = states[entry.feed.address]
            if let movedTo = state?.movedTo { state?.movedTo = ShownAddress.text(movedTo) }
            return Row(
                feed: feed.shown, state: state, numbers: numbers[entry.feed.address],
                topics: entry.topics.map { Verbatim($0) }, isPaused: entry.isPaused, text: entry.text)
        }
        return Outcome(feeds: rows, findings: plan.findings)
    }
}
