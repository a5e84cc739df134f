import Content
import Evaluation
import Files
import Foundation
import TextAnalysis

/// Reads items and slates of JSON Lines.
enum EvaluationFiles {
    /// The largest file that is read, in bytes.
    private static let largestFile = 4_000_000_000

    private struct Item: Decodable {
        var id: String
        var title: String?
        var text: String?
        var tags: [String]?
        var language: String?
        var published: String?
    }

    /// The items of a file: `id`, `title`, `text`, and where they are known `tags`, `language` and `published`.
    static func items(path: String) throws -> [ContentItem] {
        var seen: Set<String> = []
        return try lines(of: path).map { number, line in
            let item = try decode(Item.self, line, path: path, number: number)
            guard seen.insert(item.id).inserted else {
                throw RequestError(
                    "\(path), line \(number): the item '\(item.id)' is there twice. Take one of them out.")
            }
            let date = item.published.flatMap { Timestamp(iso: $0) } ?? Timestamp(seconds: 0)
            let text = item.text ?? ""
            let title = item.title ?? ""
            return ContentItem(
                id: ItemID(rawValue: item.id), code: ItemCode(rawValue: item.id), version: Int64(number), feed: path,
                feedTitle: path, url: nil, title: title, summary: "", text: text, tags: item.tags ?? [],
                language: item.language ?? LanguageDetector.language(of: title + "\n" + text), published: date,
                firstSeen: date, words: Words.count(text), minutes: 1, level: nil)
        }
    }

    /// The slates of a file: `learner`, `history`, `interests`, `candidates`, `relevant`.
    static func slates(path: String) throws -> [Slate] {
        try lines(of: path).map { try decode(Slate.self, $1, path: path, number: $0) }
    }

    private static func lines(of path: String) throws -> [(number: Int, line: Data)] {
        let data: Data
        do throws(RegularFile.Problem) {
            data = Data(try RegularFile.read(path, limit: largestFile))
        } catch {
            throw RequestError("\(path) cannot be read: \(error). Check the path.")
        }
        return data.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated()
            .map { ($0.offset + 1, Data($0.element)) }.filter { !$0.1.allSatisfy { $0 == 0x20 || $0 == 0x0D } }
    }

    private static func decode<Value: Decodable>(
        _ type: Value.Type, _ line: Data, path: String, number: Int
    ) throws -> Value {
        do {
            return try JSONDecoder().decode(type, from: line)
        } catch DecodingError.keyNotFound(let key, _) {
            throw RequestError("\(path), line \(number): '\(key.stringValue)' is missing.")
        } catch {
            throw RequestError(
                "\(path), line \(number): this is not one JSON object of the form that is expected. "
                    + "See 'gleaner evaluate --help'.")
        }
    }
}
