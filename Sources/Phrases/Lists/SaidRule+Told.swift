import Content
import UseCases

extension SaidRule: Told {
    /// A line that says what holds now.
    public var lines: [String] { [line] }

    /// What holds now, as a sentence.
    fileprivate var line: String {
        let what =
            switch verb {
            case .pin(let isAssigned): isAssigned ? "assigned" : "pinned"
            case .veto: "vetoed"
            case .unpin: "no longer pinned"
            case .unveto: "no longer vetoed"
            case .approve: "let through"
            case .unapprove: "no longer let through"
            }
        let end = until.map { " until \($0)" } ?? ""
        return "\(subject.words) is \(what) for \(whom.words)\(end)\(isNew ? "" : ", as it was")."
    }
}

extension PinArticle.Outcome: Told {
    /// What holds now, and where it takes more minutes than somebody has, a line that says so.
    public var lines: [String] { [rule.line] + [tooLong].compactMap { $0?.words } }
}

extension VetoTopic.Outcome: Told {
    /// What holds now and what is kept back with it, all on one line.
    public var lines: [String] {
        let told = families.map { TopicTold.lines($0, of: topic.text, languages: []) } ?? []
        return [([rule.line] + told).joined(separator: " ")]
    }
}

extension PinsTooLong {
    /// What whoever pins is told, as a sentence.
    var words: String {
        let more = others > 0 ? " and \(others) more" : ""
        return "Their pins take more minutes than \(learner)\(more) \(others > 0 ? "have" : "has") "
            + "(\(pinned) of \(budget)): such a list holds the pins, and at dials 2 to 4 one article of the learner's own."
    }
}
