import JSON
import ScorerKit

/// The messages after the greeting, in the face that was agreed on; see `Plugins/PROTOCOL.md`.
struct ScorerMessages {
    let face: ScorerFace

    /// The shape of an answer that is not made of scores.
    var shortAnswer: AnswerShape {
        face == .json ? .line(atMost: Handshake.longestAnswer) : .frame(atMost: Handshake.longestAnswer)
    }

    /// The shape of an answer with scores: none is longer than 32 bytes in JSON.
    func scores(learners: Int, items: Int) -> AnswerShape {
        let count = learners * items
        return face == .json
            ? .line(atMost: Handshake.longestAnswer + 32 * count + 8 * learners)
            : .frame(atMost: max(4_096, 16 + 4 * count))
    }

    /// The items.
    func items(_ table: ColumnTable) -> [UInt8] {
        message(.items, "items", table)
    }

    /// Learners to be scored.
    func score(_ table: ColumnTable, batch: Int) -> [UInt8] {
        message(.score, "score", table, number: ("batch", batch))
    }

    /// A question for the evidence behind an item's score for one learner.
    func askEvidence(_ table: ColumnTable, item: Int, question: Int) -> [UInt8] {
        message(.askEvidence, "evidence", table, number: ("question", question), item: item)
    }

    /// The end.
    var goodbye: [UInt8] {
        face == .json ? Array("{\"type\":\"goodbye\"}\n".utf8) : FrameBytes(.goodbye).finished
    }

    private func message(
        _ kind: FrameBytes.Kind, _ type: String, _ table: ColumnTable, number: (name: StaticString, Int)? = nil,
        item: Int? = nil
    ) -> [UInt8] {
        guard face == .json else {
            var frame = FrameBytes(kind)
            if let number { frame.whole(number.1) }
            if let item { frame.whole(item) }
            frame.table(table)
            return frame.finished
        }
        var line = JSONWriter(.canonical)
        line.open("{")
        line.key("type")
        line.value(type)
        line.key("count")
        line.value(table.rows)
        if let number {
            line.key(number.name)
            line.value(number.1)
        }
        if let item {
            line.key("item")
            line.value(item)
        }
        line.key("columns")
        line.columns(table)
        line.close("}")
        line.endLine()
        return line.takeBytes()
    }

    private struct Ready: Decodable {
        var type: String
        var message: String?
    }

    /// The answer to the items.
    func checkReady(_ answer: [UInt8]) throws(AnswerFault) {
        guard face == .json else {
            _ = try FrameReader.body(answer, .ready)
            return
        }
        let ready: Ready = try AnswerJSON.decode(answer, expected: "'ready'")
        try AnswerJSON.check(ready.type, is: "ready", message: ready.message)
    }

    /// The scores of a batch.
    func read(
        _ answer: [UInt8], batch: Int, learners: Int, items: Int, into values: inout MutableSpan<Float>, from first: Int
    ) throws(AnswerFault) {
        switch face {
        case .json:
            try ScoresAnswer.read(
                json: answer, batch: batch, learners: learners, items: items, into: &values, from: first)
        case .binary:
            try ScoresAnswer.read(
                frame: answer, batch: batch, learners: learners, items: items, into: &values, from: first)
        }
    }

    private struct Told: Decodable {
        var type: String
        var question: Int?
        var evidence: EvidenceAnswer?
        var message: String?
    }

    /// The answer to a question for evidence; nil where there is none.
    func evidence(_ answer: [UInt8], question: Int) throws(AnswerFault) -> EvidenceAnswer? {
        // In a frame stands the same object as in a line.
        let body = face == .json ? answer[...] : try FrameReader.body(answer, .evidence)
        let told: Told = try AnswerJSON.decode(body, expected: "evidence")
        try AnswerJSON.check(told.type, is: "evidence", message: told.message)
        guard told.question == question else {
            throw AnswerFault("answered question \(told.question ?? 0) instead of \(question)")
        }
        return told.evidence
    }
}
