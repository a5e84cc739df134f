import FeedParsing
import Foundation

/// Parses files one after the other on one thread and prints how much it found; `Benchmarks/parsing.py` measures the whole process.
///
/// `parsing-speed fields|cleaned FILE...`: `fields` keeps every field's text as the document writes it, `cleaned` makes
/// all of it the text that Gleaner keeps.
@main
struct ParsingSpeed {
    static func main() throws {
        let arguments = CommandLine.arguments.dropFirst()
        guard let mode = arguments.first, mode == "fields" || mode == "cleaned" else {
            print("parsing-speed fields|cleaned FILE...")
            exit(64)
        }
        let parser = FeedParser(texts: mode == "fields" ? .asWritten : .cleaned)
        var entries = 0
        var bytes = 0
        var errors = 0
        for path in arguments.dropFirst() {
            guard let data = FileManager.default.contents(atPath: path) else { continue }
            bytes += data.count
            do {
                entries += try parser.parse(Array(data), address: path).feed.entries.count
            } catch {
                errors += 1
            }
        }
        print("\(bytes) bytes, \(entries) entries, \(errors) no feeds")
    }
}
