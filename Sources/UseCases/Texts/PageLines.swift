import Configuration
import Content
import FeedParsing
import Files
import Foundation
import Ingestion
import Pipeline
import TextAnalysis

/// What `gleaner pages` prints: what is found in pages of articles, and which texts of feeds are teasers. It reads files alone and needs no
/// working folder.
public struct PageLines: Sendable {
    private let files = DiskAndWebFetcher(settings: FetchingSettings())

    /// Reads files of the disk.
    public init() {}

    /// A page's line.
    public struct Text: Codable, Hashable, Sendable {
        /// The file, as it was named.
        public var path: String
        /// The article's title; nil where the page has none.
        public var title: String?
        /// Its main text, a paragraph a line; nil where the file could not be read.
        public var text: String?
        /// The words of that text, by which minutes are estimated.
        public var words: Int?
        /// Why the file could not be read.
        public var error: String?
    }

    /// The main text of a page's file, plain or gzipped.
    public func text(of path: String) -> Text {
        do throws(FetchError) {
            let page = ArticlePage(try bytes(of: path))
            return Text(path: path, title: page.title, text: page.text, words: Words.count(page.text))
        } catch {
            return Text(path: path, error: "\(error)")
        }
    }

    /// An item of a feed, a line of the file that `pages teaser` reads.
    private struct Item: Decodable {
        var id: String
        /// What the feed gave.
        var html: String
        /// The file of the page behind its link, beside the items' file.
        var page: String?
    }

    /// An item's line.
    public struct Verdict: Codable, Hashable, Sendable {
        /// The item.
        public var id: String
        /// Whether its text is a teaser.
        public var isTeaser: Bool
    }

    /// Which items of a file of JSON Lines are teasers.
    public func teasers(of path: String) throws -> [Verdict] {
        let folder = (path as NSString).deletingLastPathComponent
        let items = try JSONLinesFile.values(Item.self, path: path, help: "gleaner pages teaser --help")
        return items.map { _, item in
            let text = HTMLText.plainText(of: item.html)
            let page = item.page.map { (folder as NSString).appendingPathComponent($0) }
            // A page that cannot be read tells nothing.
            let found = page.flatMap { try? bytes(of: $0) }.map { ArticlePage($0).text }
            let isTeaser = Teaser.isTeaser(text, words: Words.count(text), pageWords: found.map { Words.count($0) })
            return Verdict(id: item.id, isTeaser: isTeaser)
        }
    }

    private func bytes(of path: String) throws(FetchError) -> [UInt8] {
        let whole = URL(fileURLWithPath: path).path
        switch files.fetch([FetchRequest(address: whole)]).first {
        case .document(let document): return document.bytes
        case .failed(let error): throw error
        case .notModified, nil: throw FetchError("The file cannot be read.", remedy: "Check the path.")
        }
    }
}

extension PageLines.Text {
    /// The line for people.
    public var asText: String {
        if let error { return "\(path): \(error)" }
        return "\(path): \(title ?? "without a title"), \(words ?? 0) words\n\n\(text ?? "")\n"
    }
}

extension PageLines.Verdict {
    /// The line for people.
    public var asText: String { "\(id): \(isTeaser ? "a teaser" : "a whole text")" }
}
