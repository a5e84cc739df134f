import Content
import Foundation

@testable import FeedParsing

/// Feeds of `Tests/Fixtures/feeds`, found from this file.
enum Fixture {
    static func bytes(_ name: String) throws -> [UInt8] {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        return [UInt8](try Data(contentsOf: folder.appending(path: "Fixtures/feeds/\(name)")))
    }

    /// The feed in a fixture.
    static func feed(_ name: String, base: String? = nil) throws -> ParsedFeed {
        try FeedParser().parse(bytes(name), address: name, baseURL: base).feed
    }

    /// The feed in a text.
    static func parse(_ text: String, limits: ParsingLimits = .standard) throws -> (
        feed: ParsedFeed, findings: [Finding]
    ) {
        try FeedParser(limits: limits).parse(Array(text.utf8), address: "test")
    }

    /// An RSS document around items.
    static func rss(_ items: String) -> String { "<rss version=\"2.0\"><channel>\(items)</channel></rss>" }
}
