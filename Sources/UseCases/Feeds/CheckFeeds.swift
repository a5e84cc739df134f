import Configuration
import Content
import FeedParsing
import Ingestion
import Pipeline

/// Reads every feed of a school once, without storing anything, and finds what is wrong.
public struct CheckFeeds: UseCase {
    private let feeds: SchoolFeeds

    /// Of a school.
    package init(_ school: School) { feeds = SchoolFeeds(school) }

    /// Which.
    public struct Request: Sendable {
        /// One address, or a file's path, in place of the school's sources; nil: all that these name.
        public var address: String?

        /// One, or all.
        package init(address: String? = nil) { self.address = address }
    }

    /// What was found.
    public struct Outcome: Sendable {
        /// A feed each, in the order of the lists.
        public var feeds: [Check]
        /// What could not be followed in the lists.
        public var findings: [Finding]
    }

    /// What trying a feed came to.
    public struct Check: Hashable, Sendable {
        /// The feed's address, as people may see it.
        public var address: Verbatim
        /// The title that it gives itself, else that of the list.
        public var title: Verbatim
        /// How many articles are in it.
        public var articles: Result<Int, UnreadFeed>
        /// What was repaired in the document, or why there is no feed in it.
        public var findings: [Finding] = []
    }

    /// Reads them.
    public func run(_ request: Request, by actor: Actor, now: Timestamp) throws -> Outcome {
        let plan =
            request.address.map {
                FeedPlan(sources: [FeedSource(source: $0)], folder: feeds.school.folder, fetcher: feeds.fetcher)
            } ?? feeds.plan()
        var checks: [Check] = []
        try feeds.fetcher.fetch(plan.entries.map { FetchRequest(address: $0.location) }) { index, result in
            checks.append(check(plan.entries[index].feed.shown, result))
        }
        return Outcome(feeds: checks, findings: plan.findings)
    }

    private func check(_ feed: Feed, _ result: FetchResult) -> Check {
        var check = Check(
            address: Verbatim(feed.address), title: Verbatim(feed.title), articles: .success(0))
        switch result {
        case .notModified: break
        case .failed(let error): check.articles = .failure(.notFetched(error))
        case .document(let document):
            do throws(FeedParseError) {
                let (parsed, findings) = try document.parsed(as: feed.address)
                if let title = parsed.title { check.title = Verbatim(ShownAddress.text(title)) }
                check.articles = parsed.format == .none ? .failure(.noFeed) : .success(parsed.entries.count)
                check.findings = findings
            } catch {
                check.articles = .failure(.notParsed(error))
            }
        }
        return check
    }
}
