import Content
import JSON
import ScorerKit
import Synchronization

/// A conversation with a scorer outside of this process, kept as text: a line a message, in the JSON face, `>` before what went
/// to it and `<` before what came back. So a scorer can be developed and tried again without the school's store.
public final class ScorerConversation: Sendable {
    private let lines = Mutex<[String]>([])

    /// A conversation of which nothing was said yet.
    package init() {}

    /// The lines so far.
    public var text: String { lines.withLock { $0.map { $0 + "\n" }.joined() } }

    func append(_ mark: String, _ message: [UInt8]) {
        let text = String(decoding: message, as: UTF8.self).trimmed
        lines.withLock { $0.append("\(mark) \(text)") }
    }
}

/// Keeps what goes through a channel of the JSON face.
final class RecordingChannel: ScorerChannel {
    private let channel: any ScorerChannel
    private let conversation: ScorerConversation

    init(_ channel: any ScorerChannel, into conversation: ScorerConversation) {
        self.channel = channel
        self.conversation = conversation
    }

    func exchange(_ request: [UInt8], answer: AnswerShape, seconds: Double) throws(ChildFault) -> [UInt8] {
        conversation.append(">", request)
        let answer = try channel.exchange(request, answer: answer, seconds: seconds)
        conversation.append("<", answer)
        return answer
    }

    func close(_ goodbye: [UInt8]) {
        conversation.append(">", goodbye)
        channel.close(goodbye)
    }
}

extension ExternalScorer {
    /// Starts the child and keeps what is said. Only the JSON face can be kept as text.
    public func begin(
        _ batch: ItemBatch, recording conversation: ScorerConversation
    ) throws(ScorerFailure) -> any ScorerSession {
        try ExternalSession(plan, batch: batch, over: RecordingChannel(try start(), into: conversation))
    }

    /// Says a kept conversation again to a new child; gives the numbers of the lines whose answers differ, from 1, with what
    /// was answered instead.
    public func replay(_ text: String) throws(ScorerFailure) -> [(line: Int, answer: String)] {
        let channel = try start()
        var differing: [(line: Int, answer: String)] = []
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { String($0) }
        for (number, line) in lines.enumerated() where line.hasPrefix("> ") {
            let request = Array((line.dropFirst(2) + "\n").utf8)
            guard number + 1 < lines.count, lines[number + 1].hasPrefix("< ") else {
                channel.close(request)
                break
            }
            let expected = String(lines[number + 1].dropFirst(2))
            let answer: [UInt8]
            do throws(ChildFault) {
                answer = try channel.exchange(
                    request, answer: .line(atMost: 2 * expected.utf8.count + Handshake.longestAnswer),
                    seconds: plan.limits.items)
            } catch {
                throw ExternalSession.failure(error, "at line \(number + 1)", plan)
            }
            let given = String(decoding: answer, as: UTF8.self).trimmed
            if !Self.isSame(given, expected) { differing.append((number + 2, given)) }
        }
        return differing
    }

    /// Whether two lines say the same, however they are spelled.
    private static func isSame(_ left: String, _ right: String) -> Bool {
        if left == right { return true }
        guard let left = try? JSONTree(Array(left.utf8)), let right = try? JSONTree(Array(right.utf8)) else {
            return false
        }
        return left.isObject && left.isSame(as: right)
    }
}
