import Content
import FeedParsing
import Ingestion
import Pipeline

/// Looks through the list of feeds of another reader (OPML) before it is taken over (``TakeFeedsOver``): each feed is read once, and
/// nothing is stored.
public struct LookThroughFeedList: UseCase {
    private let feeds: SchoolFeeds

    /// For a school, whose lists may have some of them already.
    package init(_ school: School) { feeds = SchoolFeeds(school) }

    /// Which list.
    public struct Request: Sendable {
        /// The path of its file.
        public var path: String

        /// A list by its path.
        package init(path: String) { self.path = path }
    }

    /// What is in it.
    public struct Outcome: Sendable {
        /// The feeds that the school's lists do not have yet, each address once, in the order of the list.
        public var feeds: [Row]
        /// How many they have already.
        public var known: Int
        /// What could not be understood in the list.
        public var findings: [Finding]

        /// The folders of feeds that can be read, in the order of the list; nil stands for feeds in none.
        public var folders: [Verbatim?] {
            feeds.filter { $0.feed != nil }.map { $0.outline.folder.map { Verbatim($0) } }.reduce(into: []) {
                if !$0.contains($1) { $0.append($1) }
            }
        }
    }

    /// One feed of the list.
    public struct Row: Sendable {
        /// What the list says of it; the address as it goes on the school's list.
        public var outline: FeedList.Outline
        /// What reading it once came to.
        public var reading: Result<FeedProbe, UnreadFeed>

        /// What reading it told; nil: it could not be read.
        var feed: FeedProbe? { try? reading.get() }
    }

    /// Reads the list and its feeds.
    public func run(_ request: Request, by actor: Actor, now: Timestamp) throws -> Outcome {
        let list = try list(at: request.path)
        let known = Set(feeds.plan().entries.flatMap { [$0.feed.address, $0.location] })
        var seen: Set<String> = []
        let outlines = list.outlines.filter { seen.insert($0.address).inserted }
        let new = outlines.filter { !known.contains(FeedPlan.location(of: $0, in: request.path)) }
        var rows = new.map { Row(outline: $0, reading: .failure(.noAnswer)) }
        let locations = new.map { FeedPlan.location(of: $0, in: request.path) }
        try feeds.fetcher.fetch(locations.map { FetchRequest(address: $0) }) { index, result in
            rows[index].outline.address = locations[index]
            do throws(UnreadFeed) {
                let feed = try probe(of: result, address: locations[index])
                rows[index].reading = .success(feed)
                rows[index].outline.address = feed.address.text
            } catch {
                rows[index].reading = .failure(error)
            }
        }
        return Outcome(feeds: rows, known: outlines.count - new.count, findings: list.findings)
    }

    private func list(at path: String) throws -> FeedList {
        let bytes = try GivenFile.bytes(of: path)
        do throws(FeedParseError) {
            return try FeedList.read(bytes)
        } catch {
            throw FeedRefusal.notAList(path: Verbatim(path))
        }
    }

    private func probe(of result: FetchResult, address: String) throws(UnreadFeed) -> FeedProbe {
        switch result {
        case .notModified: throw .noAnswer
        case .failed(let error): throw .notFetched(error)
        case .document(let document):
            let parsed: ParsedFeed
            do throws(FeedParseError) {
                parsed = try document.parsed(as: address).feed
            } catch {
                throw .notParsed(error)
            }
            guard parsed.format != .none else { throw .noFeed }
            return FeedProbe(parsed, address: document.terms.movedTo ?? address)
        }
    }
}
