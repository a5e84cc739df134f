import Content
import UseCases

extension StopLists.Outcome: Told {
    /// One line: whose lists, and what became of them.
    public var lines: [String] {
        let whose = isGuardian ? "a guardian of \(learner)" : "\(learner)"
        return ["Lists by mail to \(whose) \(goOn ? "go on" : "are stopped")."]
    }
}
