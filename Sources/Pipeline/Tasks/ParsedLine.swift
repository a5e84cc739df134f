import Content
import FeedParsing
import Foundation

/// What a feed's document says, for programs: one JSON object a file, its keys always there, null where there is nothing.
public struct ParsedLine {
    private let path: String
    private let result: Result<ParsedFeed, RequestError>
    /// Whether the file could be read at all, a feed or not.
    public let isReadable: Bool

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

    /// The object as a line of JSON in UTF-8, without a line feed.
    public var json: [UInt8] {
        var line = JSONLine()
        line.open("{")
        line.key("path")
        line.value(path)
        switch result {
        case .failure(let error):
            line.key("error")
            line.value("\(error)")
        case .success(let feed): ParsedLine.write(feed, to: &line)
        }
        line.close("}")
        return line.bytes
    }

    private static func write(_ feed: ParsedFeed, to line: inout JSONLine) {
        line.key("feed")
        line.open("{")
        line.key("title")
        line.value(feed.title)
        line.key("link")
        line.value(feed.link)
        line.close("}")
        line.key("entries")
        line.open("[")
        for entry in feed.entries { write(entry, to: &line) }
        line.close("]")
    }

    private static func write(_ entry: ParsedEntry, to line: inout JSONLine) {
        let values: [(StaticString, String?)] = [
            ("title", entry.title), ("link", entry.link), ("id", entry.id), ("published", entry.published?.iso),
            ("updated", entry.updated?.iso), ("summary", entry.summary), ("content", entry.content),
        ]
        let lists: [(StaticString, [String])] = [
            ("authors", entry.authors), ("tags", entry.tags), ("enclosures", entry.enclosures.map { $0.url }),
        ]
        line.open("{")
        for (key, value) in values {
            line.key(key)
            line.value(value)
        }
        for (key, list) in lists {
            line.key(key)
            line.value(list)
        }
        line.close("}")
    }
}
