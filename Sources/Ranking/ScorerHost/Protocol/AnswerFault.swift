/// What a scorer answered is not what the protocol asks for.
struct AnswerFault: Error, Hashable {
    /// What is wrong, as the rest of a sentence about the scorer: "gave 3 rows for 4 learners".
    var problem: String

    init(_ problem: String) { self.problem = problem }

    /// A text of the scorer's, short and harmless enough to be shown.
    static func shown(_ text: some StringProtocol, limit: Int = 80) -> String {
        let clean = text.unicodeScalars.prefix(limit).map { scalar in
            scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
                || scalar.properties.generalCategory == .format ? " " : Character(scalar)
        }
        return String(clean) + (text.unicodeScalars.count > limit ? "…" : "")
    }
}
