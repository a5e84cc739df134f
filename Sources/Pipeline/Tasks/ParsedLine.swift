import Content
import FeedParsing
import Files
import JSON

/// What a feed's document says, for programs: one JSON object a file, its keys always there, null where there is nothing.
public struct ParsedLine {
    private let path: String
    private let result: Result<ParsedFeed, RequestError>
    /// Whether the file could be read at all, a feed or not.
    public let isReadable: Bool

    /// Parses the document at a path; relative links are resolved against `baseURL` where the document names no base.
    public init(path: String, baseURL: String?) {
        self.path = path
        // What somebody logs in with is nothing that links should carry on.
        let base = baseURL.map { AddressSecrets(of: $0).removed(from: $0) }
        do throws(RegularFile.Problem) {
            // Nobody but the parser holds the bytes.
            result = ParsedLine.parse(
                try RegularFile.read(path, limit: ParsedLine.mostMegabytes * 1_000_000), path: path, baseURL: base)
            isReadable = true
        } catch {
            isReadable = false
            result = .failure(ParsedLine.words(for: error))
        }
    }

    /// Megabytes of a document; a larger one is not read.
    private static let mostMegabytes = 1_000

    private static func parse(
        _ bytes: consuming [UInt8], path: String, baseURL: String?
    ) -> Result<ParsedFeed, RequestError> {
        do throws(FeedParseError) {
            return .success(try FeedParser().parse(consume bytes, address: path, baseURL: baseURL).feed)
        } catch {
            return .failure(RequestError("\(error)"))
        }
    }

    private static func words(for problem: RegularFile.Problem) -> RequestError {
        switch problem {
        case .missing: RequestError("The file is not there or cannot be read. Check the path.")
        case .notAFile(let kind): RequestError("It is \(kind), not a file. Check the path.")
        case .tooLarge: RequestError("The file is larger than \(mostMegabytes) MB: no feed is. Check the path.")
        case .unreadable, .notPrivate: RequestError("The file cannot be read: \(problem). Check the path.")
        }
    }

    /// Gives the object as a line of JSON in UTF-8, in pieces, so that a large feed is not held twice.
    public func write(to out: ([UInt8]) -> Void) {
        var line = JSONWriter()
        line.open("{")
        line.key("path")
        line.value(path)
        switch result {
        case .failure(let error):
            line.key("error")
            line.value("\(error)")
        case .success(let feed): ParsedLine.write(feed, to: &line, out)
        }
        line.close("}")
        line.endLine()
        out(line.takeBytes())
    }

    private static func write(_ feed: ParsedFeed, to line: inout JSONWriter, _ out: ([UInt8]) -> Void) {
        line.key("feed")
        line.open("{")
        line.key("title")
        line.value(feed.title)
        line.key("link")
        line.value(feed.link)
        line.close("}")
        line.key("entries")
        line.open("[")
        for entry in feed.entries {
            write(entry, to: &line)
            if line.bytes.count >= 64 * 1_024 { out(line.takeBytes()) }
        }
        line.close("]")
    }

    private static func write(_ entry: ParsedEntry, to line: inout JSONWriter) {
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
