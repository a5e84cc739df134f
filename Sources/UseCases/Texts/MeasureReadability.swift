import Content
import Files
import Foundation
import Pipeline
import TextAnalysis

/// Measures how hard an English text is to read. It reads files alone and needs no working folder.
public struct MeasureReadability: UseCase {
    private let difficulty: Difficulty

    /// With the frequencies of words that ship with the program.
    package init() throws {
        let path = try ShippedFolder().path + "/" + FrequencyLists.english
        do throws(RegularFile.Problem) {
            difficulty = Difficulty(try FrequencyLists.read(path))
        } catch {
            throw TextRefusal.noFrequencies(path: Verbatim(path), error)
        }
    }

    /// Which text.
    public struct Request: Sendable {
        /// The path of its file.
        public var path: String

        /// A text by its path.
        package init(path: String) { self.path = path }
    }

    /// What was measured.
    public struct Outcome: Sendable {
        /// The file, as it was named.
        public var path: Verbatim
        /// How hard it is, or why the file could not be read.
        public var text: Result<Measures, RegularFile.Problem>
    }

    /// How hard a text is.
    public struct Measures: Hashable, Sendable {
        /// Its words.
        public var words: Int
        /// How hard it is: higher for harder, 0 for the mean of news rewritten for learners; nil below 40 words.
        public var difficulty: Double?
        /// The grade by Flesch and Kincaid; nil below 40 words.
        public var fleschKincaid: Double?
    }

    /// Bytes of a text; a larger file is none that is read by learners.
    private static let longest = 20_000_000

    /// Measures it.
    public func run(_ request: Request, by actor: Actor, now: Timestamp) -> Outcome {
        Outcome(
            path: Verbatim(request.path),
            text: Result { () throws(RegularFile.Problem) in
                let bytes = try RegularFile.read(URL(fileURLWithPath: request.path).path, limit: Self.longest)
                let text = String(decoding: bytes, as: UTF8.self)
                return Measures(
                    words: Words.count(text),
                    difficulty: Prose.of(text, language: "en").flatMap { difficulty.of($0) },
                    fleschKincaid: Readability.grade(of: text, language: "en"))
            })
    }
}
