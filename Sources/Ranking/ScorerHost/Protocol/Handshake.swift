import Content
import JSON
import ScorerKit

/// The greeting: a line of JSON each way, whatever the face.
struct Handshake {
    /// The version of the protocol that this program speaks.
    static let version = 1
    /// The most bytes of an answer that is not made of scores.
    static let longestAnswer = 65_536

    /// What was agreed on.
    struct Agreement: Hashable {
        var face: ScorerFace
        var items: [ItemColumn]
        var learners: [LearnerColumn]
    }

    let plan: ExternalPlan

    /// What we say.
    func greeting(now: Timestamp, items: Int) -> [UInt8] {
        var line = JSONWriter(.canonical)
        line.open("{")
        line.key("type")
        line.value("hello")
        line.key("protocol")
        line.value(Self.version)
        line.key("scorer")
        line.value(plan.card.name)
        line.key("version")
        line.value(plan.card.version)
        line.key("face")
        line.value(plan.face.rawValue)
        line.key("now")
        line.value(now.iso)
        line.key("count")
        line.value(items)
        line.key("options")
        line.json(plan.options)
        line.key("items")
        line.list(plan.items) { $0.value($1.rawValue) }
        line.key("learners")
        line.list(plan.learners) { $0.value($1.rawValue) }
        line.close("}")
        line.endLine()
        return line.takeBytes()
    }

    private struct Answer: Decodable {
        var type: String
        var `protocol`: Int?
        var version: String?
        var face: String?
        var items: [String]?
        var learners: [String]?
        var message: String?
    }

    /// What was agreed on, from the scorer's answer: it may ask for less than its manifest names, never for more.
    func agreement(_ line: [UInt8]) throws(AnswerFault) -> Agreement {
        let answer: Answer = try AnswerJSON.decode(line, expected: "a greeting")
        try AnswerJSON.check(answer.type, is: "hello", message: answer.message)
        guard answer.protocol == Self.version else {
            let spoken = answer.protocol.map { "version \($0)" } ?? "no version"
            throw AnswerFault("speaks \(spoken) of the protocol; this program speaks version \(Self.version)")
        }
        guard answer.version == plan.card.version else {
            let own = answer.version.map { "version \(AnswerFault.shown($0, limit: 30))" } ?? "no version"
            throw AnswerFault("says that it is \(own); its manifest says \(plan.card.version)")
        }
        let face = answer.face.map { ScorerFace(rawValue: $0) } ?? plan.face
        guard face == plan.face else {
            throw AnswerFault("asks for another face than its manifest, which says \(plan.face.rawValue)")
        }
        return Agreement(
            face: plan.face, items: try columns(answer.items, of: plan.items),
            learners: try columns(answer.learners, of: plan.learners))
    }

    private func columns<Column: RawRepresentable<String> & Equatable>(
        _ names: [String]?, of allowed: [Column]
    ) throws(AnswerFault) -> [Column] {
        guard let names else { return allowed }
        for name in names where !allowed.contains(where: { $0.rawValue == name }) {
            throw AnswerFault(
                "asks for the column '\(AnswerFault.shown(name, limit: 40))', which its manifest does not name")
        }
        return allowed.filter { names.contains($0.rawValue) }
    }
}

/// The small answers: JSON objects with a type.
enum AnswerJSON {
    private struct Typed: Decodable {
        var type: String
        var message: String?
    }

    static func decode<Value: Decodable>(_ bytes: some Collection<UInt8>, expected: String) throws(AnswerFault) -> Value
    {
        let given = Array(bytes)
        do {
            return try JSONText.value(Value.self, of: given)
        } catch {
            // An error that the scorer tells has another form than what was asked for.
            if let typed = try? JSONText.value(Typed.self, of: given) {
                try check(typed.type, is: "", message: typed.message)
            }
            let start = AnswerFault.shown(String(decoding: bytes.prefix(200), as: UTF8.self).trimmed)
            throw AnswerFault(
                "answered with something else than \(expected): \(start.isEmpty ? "an empty line" : start)")
        }
    }

    /// Refuses an answer of another type; what a scorer says of its own trouble is passed on.
    static func check(_ type: String, is expected: String, message: String?) throws(AnswerFault) {
        if type == expected { return }
        if type == "error" { throw AnswerFault("says: “\(AnswerFault.shown(message ?? "", limit: 200))”") }
        if !expected.isEmpty {
            throw AnswerFault("answered with '\(AnswerFault.shown(type, limit: 40))' instead of '\(expected)'")
        }
    }
}
