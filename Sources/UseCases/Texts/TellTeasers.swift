import Content
import FeedParsing
import Foundation
import TextAnalysis

/// Tells which texts of feeds are teasers of a longer article. It reads files alone and needs no working folder.
public struct TellTeasers: UseCase {
    private let files = PageFile()

    /// For any file.
    package init() {}

    /// Of what.
    public struct Request: Sendable {
        /// The path of a file of JSON Lines: `id`, `html` and, where there is one, `page`.
        public var path: String

        /// The items of a file.
        package init(path: String) { self.path = path }
    }

    /// What was told.
    public struct Outcome: Sendable {
        /// An item each, in the order of the file.
        public var items: [Item]
    }

    /// What an item's text is.
    public struct Item: Hashable, Sendable {
        /// The item.
        public var id: Verbatim
        /// Whether its text is a teaser.
        public var isTeaser: Bool
    }

    /// A line of the file.
    private struct Line: Decodable {
        var id: String
        /// What the feed gave.
        var html: String
        /// The file of the page behind its link, beside the items' file.
        var page: String?
    }

    /// Tells it.
    public func run(_ request: Request, by actor: Actor, now: Timestamp) throws -> Outcome {
        let folder = (request.path as NSString).deletingLastPathComponent
        let lines = try JSONLinesFile.values(Line.self, path: request.path, help: .teasers)
        let items = lines.map { _, line in
            let text = HTMLText.plainText(of: line.html)
            let page = line.page.map { (folder as NSString).appendingPathComponent($0) }
            // A page that cannot be read tells nothing.
            let whole = page.flatMap { try? files.page(at: $0) }?.text
            let isTeaser = Teaser.isTeaser(text, words: Words.count(text), pageWords: whole.map { Words.count($0) })
            return Item(id: Verbatim(line.id), isTeaser: isTeaser)
        }
        return Outcome(items: items)
    }
}
