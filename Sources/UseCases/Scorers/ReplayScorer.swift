import Content
import Files
import Foundation
import JSON
import Pipeline
import Ranking
import ScorerKit

/// Says a kept conversation with a scorer again, and finds where the answers differ.
public struct ReplayScorer: UseCase {
    private let school: School
    private let types: [any Scorer.Type]

    /// With a school's scorers; `types`: those that ship.
    package init(_ school: School, types: [any Scorer.Type]) {
        self.school = school
        self.types = types
    }

    /// What is said again.
    public struct Request: Sendable {
        /// The file that ``RecordScorer`` wrote.
        public var path: String
        /// Whether the scorer is run where this machine cannot close it off.
        public var allowsUnsandboxed: Bool

        /// A kept conversation.
        package init(path: String, allowsUnsandboxed: Bool) {
            self.path = path
            self.allowsUnsandboxed = allowsUnsandboxed
        }
    }

    /// What came of it.
    public struct Outcome: Sendable {
        /// The answers that differ.
        public var differences: [Difference]
    }

    /// An answer that differs from the kept one.
    public struct Difference: Hashable, Sendable {
        /// The line of the file where the kept one stands, from 1.
        public var line: Int
        /// What was answered now, its first 200 characters.
        public var answer: Verbatim
    }

    /// The largest conversation that is read, in bytes.
    private static let largestFile = 1_000_000_000

    /// Says it again.
    public func run(_ request: Request, by actor: Actor, now: Timestamp) throws -> Outcome {
        let path = request.path
        let text: String
        do throws(RegularFile.Problem) {
            text = String(decoding: try RegularFile.read(path, limit: Self.largestFile), as: UTF8.self)
        } catch {
            throw ScorerRefusal.unreadableConversation(Verbatim(path), error)
        }
        guard let name = Self.name(in: text) else { throw ScorerRefusal.noConversation(Verbatim(path)) }
        let scorer = try RecordableScorers(school: school, types: types).scorer(
            name, allowsUnsandboxed: request.allowsUnsandboxed)
        return Outcome(
            differences: try scorer.replay(text).map {
                Difference(line: $0.line, answer: Verbatim(String($0.answer.prefix(200))))
            })
    }

    /// The scorer that a conversation is with.
    private static func name(in text: String) -> String? {
        struct Greeting: Decodable {
            var scorer: String
        }
        guard text.hasPrefix("> "), let line = text.split(separator: "\n").first else { return nil }
        return try? JSONText.value(Greeting.self, of: Array(line.dropFirst(2).utf8)).scorer
    }
}
