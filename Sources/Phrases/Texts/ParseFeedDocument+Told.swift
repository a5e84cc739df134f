import Content
import FeedParsing
import Files
import JSON
import UseCases

extension ParseFeedDocument.Outcome {
    /// Bytes of a line that are given at once, about.
    private static let piece = 64 * 1_024

    /// 2 where the file could not be read, a feed or not.
    public var status: Int32 { if case .failure(.unreadable) = feed { 2 } else { 0 } }

    /// Gives one object as a line of JSON in UTF-8, its keys always there, null where there is nothing; in pieces, so that a large feed
    /// is not held twice.
    public func write(to out: ([UInt8]) -> Void) {
        var line = JSONWriter()
        line.open("{")
        line.key("path")
        line.value(path.text)
        switch feed {
        case .failure(let problem):
            line.key("error")
            line.value(ErrorWords.of(problem))
        case .success(let feed): write(feed, to: &line, out)
        }
        line.close("}")
        line.endLine()
        out(line.takeBytes())
    }

    private func write(_ feed: ParsedFeed, to line: inout JSONWriter, _ out: ([UInt8]) -> Void) {
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
            if line.bytes.count >= Self.piece { out(line.takeBytes()) }
        }
        line.close("]")
    }

    private func write(_ entry: ParsedEntry, to line: inout JSONWriter) {
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

extension ParseFeedDocument.Unparsed: Worded {
    /// What is so, and what to do.
    public var words: String {
        switch self {
        case .unreadable(.missing): "The file is not there or cannot be read. Check the path."
        case .unreadable(.notAFile(let kind)): "It is \(kind), not a file. Check the path."
        case .unreadable(.tooLarge):
            "The file is larger than \(ParseFeedDocument.mostMegabytes) MB: no feed is. Check the path."
        case .unreadable(let problem): "The file cannot be read: \(problem). Check the path."
        case .notAFeed(let error): "\(error)"
        }
    }
}
