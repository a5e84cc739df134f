import Content
import Files
import JSON

/// Reads a file of JSON Lines that a person has given.
enum JSONLinesFile {
    /// The largest file that is read, in bytes.
    private static let largestFile = 4_000_000_000

    /// The values of the lines that are not blank, with the lines' numbers. `help`: whose help tells what they look like.
    static func values<Value: Decodable>(
        _ type: Value.Type, path: String, help: JSONLinesRefusal.Help
    ) throws -> [(number: Int, value: Value)] {
        try results(type, path: path, help: help).map { number, result in (number, try result.get()) }
    }

    /// The same where a bad line costs only itself: what each line is, or why it cannot be used.
    static func results<Value: Decodable>(
        _ type: Value.Type, path: String, help: JSONLinesRefusal.Help
    ) throws -> [(number: Int, result: Result<Value, JSONLinesRefusal>)] {
        let bytes: [UInt8]
        do throws(RegularFile.Problem) {
            bytes = try RegularFile.read(path, limit: largestFile)
        } catch {
            throw JSONLinesRefusal.unreadable(path: Verbatim(path), error)
        }
        let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated()
            .map { ($0.offset + 1, Array($0.element)) }.filter { !$0.1.allSatisfy { $0 == 0x20 || $0 == 0x0D } }
        return lines.map { number, line in
            do {
                return (number, .success(try JSONText.value(type, of: line)))
            } catch DecodingError.keyNotFound(let key, _) {
                return (number, .failure(.missing(path: Verbatim(path), line: number, key: Verbatim(key.stringValue))))
            } catch {
                return (number, .failure(.notUnderstood(path: Verbatim(path), line: number, help: help)))
            }
        }
    }
}

/// A file of JSON Lines cannot be used.
public enum JSONLinesRefusal: Error, Hashable, Sendable {
    /// What such files are given to.
    public enum Help: Hashable, Sendable {
        /// What tells teasers.
        case teasers
        /// What tries the words of distress.
        case distress
        /// What measures scorers on texts.
        case evaluation
        /// What tries topics.
        case topics
        /// What tries the held words.
        case suitability
    }

    /// It cannot be read.
    case unreadable(path: Verbatim, RegularFile.Problem)
    /// A line lacks something.
    case missing(path: Verbatim, line: Int, key: Verbatim)
    /// A line is not one object of the form that is expected.
    case notUnderstood(path: Verbatim, line: Int, help: Help)
}
