import Configuration
import Content
import FeedParsing
import Ingestion
import Pipeline

/// The feeds of a school, as its sources name them.
struct SchoolFeeds: Sendable {
    let school: School
    let fetcher: any Fetcher

    init(_ school: School) {
        self.school = school
        fetcher = school.fetcher
    }

    /// All of them, found by following the sources.
    func plan() -> FeedPlan {
        FeedPlan(sources: school.configuration.allFeeds, folder: school.folder, fetcher: fetcher)
    }

    /// The feed that somebody names by its address, its title or a part of one that no other has, and that stands on a list of the
    /// school's own.
    func named(_ name: String) throws -> (FeedPlan.Entry, OwnFeedLists) {
        let plan = plan()
        let lists = OwnFeedLists(school: school, paths: plan.ownLists)
        let place = school.folder.name(of: school.folder.resolve(name))
        let exact = plan.entries.filter { entry in
            [entry.feed.address, ShownAddress.text(entry.feed.address)].contains(name) || entry.feed.address == place
                || entry.feed.title.lowercased() == name.lowercased()
        }
        let near =
            exact.isEmpty
            ? plan.entries.filter { entry in
                [entry.feed.title, ShownAddress.text(entry.feed.address)].contains {
                    $0.lowercased().contains(name.lowercased())
                }
            } : exact
        guard let entry = near.first, !name.isEmpty else {
            let nearest = NearestName.of(
                name, among: plan.entries.flatMap { [$0.feed.title, ShownAddress.text($0.feed.address)] })
            throw FeedRefusal.noFeed(Verbatim(name), nearest: nearest.map { Verbatim($0) })
        }
        guard near.count == 1 else { throw FeedRefusal.severalFeeds(Verbatim(name), near.map { $0.feed }) }
        guard lists.name(entry) else {
            throw FeedRefusal.onNoOwnList(entry.feed, configuration: lists.configuration)
        }
        return (entry, lists)
    }
}

extension FetchedDocument {
    /// The document as a feed. `address`: the feed's own, which findings name.
    func parsed(as address: String) throws(FeedParseError) -> (feed: ParsedFeed, findings: [Finding]) {
        try FeedParser().parse(bytes, address: address, baseURL: base, charset: charset)
    }

    /// What relative links in it are resolved against: the address that it came from; nil for a file.
    var base: String? { FeedSource(source: address).isRemote ? address : nil }
}
