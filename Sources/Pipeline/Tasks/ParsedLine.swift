import Content
import FeedParsing
import Foundation

/// What a feed's document says, for programs: one JSON object a file, its keys always there, null where there is nothing.
public struct ParsedLine: Encodable {
    private let path: String
    private let result: Result<ParsedFeed, RequestError>

    private enum Key: String, CodingKey {
        case path, feed, entries, error
        case title, link, id, published, updated, summary, content, authors, tags, enclosures
    }

    /// Parses the document at a path; relative links are resolved against `baseURL` where the document names no base.
    public init(path: String, baseURL: String?) {
        self.path = path
        isReadable = FileManager.default.isReadableFile(atPath: path)
        guard let data = FileManager.default.contents(atPath: path) else {
            result = .failure(RequestError("The file is not there or cannot be read. Check the path."))
            return
        }
        do throws(FeedParseError) {
            result = .success(try FeedParser().parse(Array(data), address: path, baseURL: baseURL).feed)
        } catch {
            result = .failure(RequestError("\(error)"))
        }
    }

    /// Whether the file could be read at all, a feed or not.
    public let isReadable: Bool

    /// The object.
    public func encode(to encoder: any Encoder) throws {
        var object = encoder.container(keyedBy: Key.self)
        try object.encode(path, forKey: .path)
        switch result {
        case .failure(let error): try object.encode("\(error)", forKey: .error)
        case .success(let feed):
            var head = object.nestedContainer(keyedBy: Key.self, forKey: .feed)
            try head.encode(feed.title, forKey: .title)
            try head.encode(feed.link, forKey: .link)
            var entries = object.nestedUnkeyedContainer(forKey: .entries)
            for entry in feed.entries {
                var line = entries.nestedContainer(keyedBy: Key.self)
                try line.encode(entry.title, forKey: .title)
                try line.encode(entry.link, forKey: .link)
                try line.encode(entry.id, forKey: .id)
                try line.encode(entry.published?.iso, forKey: .published)
                try line.encode(entry.updated?.iso, forKey: .updated)
                try line.encode(entry.summary, forKey: .summary)
                try line.encode(entry.content, forKey: .content)
                try line.encode(entry.authors, forKey: .authors)
                try line.encode(entry.tags, forKey: .tags)
                try line.encode(entry.enclosures.map { $0.url }, forKey: .enclosures)
            }
        }
    }
}
