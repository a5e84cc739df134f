import Configuration
import Content
import FeedParsing
import Files
import Foundation
import Ingestion
import Pipeline
import Store

/// The school's list of feeds: what is on it, whether each can be read, and changing it.
public struct FeedDesk: Sendable {
    let school: School
    let fetcher: any Fetcher

    /// A desk over a school's folder.
    public init(school: School) {
        self.school = school
        fetcher = school.fetcher
    }

    /// One feed of the list with what the store knows of it.
    public struct Row: Codable, Hashable, Sendable {
        /// The feed, as people may see it.
        public var feed: Feed
        /// How many items it has brought; nil where it was never read.
        public var items: Int?
        /// How it does; nil for a file, and for one that was never asked. Addresses in it as people may see them.
        public var state: FeedState?
        /// What it has brought; nil where it was never read.
        public var numbers: FeedNumbers?
        /// What it is about, as the list says.
        public var topics: [String]
        /// Whether it is not asked for now.
        public var isPaused: Bool
        /// Where the text comes from that its articles are measured by.
        public var text: TextOrigin
    }

    /// What trying a feed came to.
    public struct Check: Hashable, Sendable {
        /// The feed's address, as people may see it.
        public var address: String
        /// The title and the number of entries; nil where it could not be read.
        public var result: (title: String, entries: Int)? { entries.map { (title, $0) } }
        var title: String
        var entries: Int?
        /// What is wrong or was repaired.
        public var findings: [Finding]
    }

    /// The feeds of the list, and what could not be followed in it.
    public func list(store: Store, now: Timestamp) throws -> ([Row], [Finding]) {
        let plan = plan()
        let numbers = try store.feedNumbers.numbers(at: now)
        let states = try store.feedStates.states()
        let rows = try plan.entries.map { entry in
            var feed = try store.items.feed(at: entry.feed.address) ?? entry.feed
            (feed.audience, feed.audienceTo) = (entry.feed.audience, entry.feed.audienceTo)
            var state = states[entry.feed.address]
            if let movedTo = state?.movedTo { state?.movedTo = ShownAddress.text(movedTo) }
            let known = numbers[entry.feed.address]
            return Row(
                feed: feed.shown, items: known?.items, state: state, numbers: known, topics: entry.topics,
                isPaused: entry.isPaused, text: entry.text)
        }
        return (rows, plan.findings)
    }

    /// Reads every feed of the list (or one address) without storing anything.
    public func check(_ address: String? = nil) throws -> ([Check], [Finding]) {
        let plan =
            address.map { FeedPlan(sources: [FeedSource(source: $0)], folder: school.folder, fetcher: fetcher) }
            ?? plan()
        var checks: [Check] = []
        try fetcher.fetch(plan.entries.map { FetchRequest(address: $0.location) }) { index, result in
            checks.append(check(plan.entries[index].feed.shown, result))
        }
        return (checks, plan.findings)
    }

    private func check(_ feed: Feed, _ result: FetchResult) -> Check {
        switch result {
        case .notModified:
            return Check(address: feed.address, title: feed.title, entries: 0, findings: [])
        case .failed(let error):
            let finding = Finding(.error, at: .feed(feed.address), error.problem, remedy: error.remedy)
            return Check(address: feed.address, title: feed.title, entries: nil, findings: [finding])
        case .document(let document):
            do throws(FeedParseError) {
                let base = FeedSource(source: document.address).isRemote ? document.address : nil
                let (parsed, findings) = try FeedParser().parse(
                    document.bytes, address: feed.address, baseURL: base, charset: document.charset)
                let entries = parsed.format == .none ? nil : parsed.entries.count
                return Check(
                    address: feed.address, title: ShownAddress.text(parsed.title ?? feed.title), entries: entries,
                    findings: findings)
            } catch {
                return Check(
                    address: feed.address, title: feed.title, entries: nil,
                    findings: [Finding(.error, at: .feed(feed.address), "\(error)")])
            }
        }
    }

    func plan() -> FeedPlan {
        FeedPlan(sources: school.configuration.feeds, folder: school.folder, fetcher: fetcher)
    }
}
