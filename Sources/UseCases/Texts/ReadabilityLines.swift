import Files
import Foundation
import Pipeline
import TextAnalysis

/// What `gleaner readability` prints: how hard texts are to read. It reads files alone and needs no working folder.
public struct ReadabilityLines: Sendable {
    private let difficulty: Difficulty

    /// Reads the frequencies of words that ship with the program.
    public init() throws {
        let path = try ShippedFolder().path + "/" + FrequencyLists.english
        do throws(RegularFile.Problem) {
            difficulty = Difficulty(try FrequencyLists.read(path))
        } catch {
            throw RequestError("\(path): \(error). It ships with the program: put it back.")
        }
    }

    /// Bytes of a text; a larger file is none that is read by learners.
    private static let longest = 20_000_000

    /// A text's line.
    public struct Line: Encodable, Hashable, Sendable {
        /// The file, as it was named.
        public var path: String
        /// Its words.
        public var words = 0
        /// How hard it is: higher for harder, 0 for the mean of news rewritten for learners; nil below 40 words.
        public var difficulty: Double?
        /// The grade by Flesch and Kincaid; nil below 40 words.
        public var fleschKincaid: Double?
        /// Why the file could not be read.
        public var error: String?

        private enum CodingKeys: CodingKey { case path, words, difficulty, fleschKincaid, error }

        /// The line, with null for what is not known.
        public func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encode(path, forKey: .path)
            try container.encode(words, forKey: .words)
            try container.encode(difficulty, forKey: .difficulty)
            try container.encode(fleschKincaid, forKey: .fleschKincaid)
            try container.encodeIfPresent(error, forKey: .error)
        }

        /// The line for people.
        public var asText: String {
            if let error { return "\(path): \(error)" }
            guard let difficulty, let fleschKincaid else { return "\(path): \(words) words, too short to tell" }
            return
                "\(path): \(words) words, difficulty \((difficulty * 100).rounded() / 100), Flesch-Kincaid grade \(fleschKincaid)"
        }
    }

    /// The line of an English text's file.
    public func line(of path: String) -> Line {
        do throws(RegularFile.Problem) {
            let bytes = try RegularFile.read(URL(fileURLWithPath: path).path, limit: Self.longest)
            let text = String(decoding: bytes, as: UTF8.self)
            return Line(
                path: path, words: Words.count(text),
                difficulty: Prose.of(text, language: "en").flatMap { difficulty.of($0) },
                fleschKincaid: Readability.grade(of: text, language: "en"))
        } catch {
            return Line(path: path, error: "\(error)")
        }
    }
}
