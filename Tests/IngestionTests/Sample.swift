import Configuration
import Content
import FeedParsing
import Foundation
@testable import Store

@testable import Ingestion

/// Small documents and folders for tests of ingestion.
enum Sample {
    static let now = Timestamp(year: 2026, month: 9, day: 7, hour: 6)

    /// An entry by what identifies it.
    static func entry(_ title: String?, id: String? = nil, link: String? = nil, content: String? = nil) -> ParsedEntry {
        var entry = ParsedEntry()
        entry.title = title
        entry.id = id
        entry.link = link
        entry.content = content ?? title.map { "All about \($0)." }
        return entry
    }

    /// An RSS document of items, each a title, a link and a guid.
    static func rss(
        _ items: [(title: String, link: String?, guid: String?)], title: String = "Science", language: String? = nil
    )
        -> [UInt8]
    {
        let body = items.map { item in
            let link = item.link.map { "<link>\($0)</link>" } ?? ""
            let guid = item.guid.map { "<guid isPermaLink=\"false\">\($0)</guid>" } ?? ""
            return
                "<item><title>\(item.title)</title>\(link)\(guid)<description>All about \(item.title).</description></item>"
        }.joined()
        let tag = language.map { "<language>\($0)</language>" } ?? ""
        return Array("<rss version=\"2.0\"><channel><title>\(title)</title>\(tag)\(body)</channel></rss>".utf8)
    }

    static func opml(_ outlines: [String]) -> [UInt8] {
        let body = outlines.map { "<outline \($0)/>" }.joined()
        return Array("<opml xmlns:gleaner=\"urn:gleaner:feeds\" version=\"2.0\"><body>\(body)</body></opml>".utf8)
    }

    /// Files by their path below a folder of its own, which is taken away afterwards.
    static func withFolder<Value>(_ files: [String: [UInt8]], _ body: (WorkingFolder) throws -> Value) throws -> Value {
        let root = NSTemporaryDirectory() + "gleaner-ingestion-" + UUID().uuidString
        defer { try? FileManager.default.removeItem(atPath: root) }
        try FileManager.default.createDirectory(atPath: root, withIntermediateDirectories: true)
        for (path, bytes) in files {
            let file = URL(fileURLWithPath: root + "/" + path)
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(bytes).write(to: file)
        }
        return try body(WorkingFolder(root: root))
    }

    /// Records one document of a feed as the stage does, without a parser between.
    static func record(
        _ entries: [ParsedEntry], in store: Store, feed: String = "https://x.example/feed", homePage: String? = nil
    ) throws {
        let identity = ItemIdentity(feedAddress: feed, homePage: homePage, entries: entries)
        let maker = ItemMaker(feedLanguage: "en", wordsPerMinute: 150)
        _ = try store.items.record(
            Feed(address: feed, title: "X"), items: identity.articles.map { maker.item($0.entry, keys: $0.keys) },
            validators: nil, at: now, in: .unguarded)
    }

    /// The identity of each item by its title now.
    static func identities(_ store: Store) throws -> [String: ItemID] {
        Dictionary(try store.items.items().map { ($0.item.title, $0.item.id) }, uniquingKeysWith: { $1 })
    }
}
