import Content
import UseCases

extension CorrectLearner.Outcome: Told {
    /// What holds now.
    public var lines: [String] {
        let value =
            values.isEmpty
            ? "none" : values.map { $0?.text ?? "something that is not shown here" }.joined(separator: ", ")
        return ["\(learner) (teacher): \(kind.rawValue) \(value)\(facts.isEmpty ? " — was so already" : "")"]
    }
}

extension TakeBackFacts.Outcome: Told {
    /// What counts no more, one line each.
    public var lines: [String] {
        said.map { said in
            let about = said.about.map { $0.text.isEmpty ? "" : " \($0)" } ?? " something that is not shown here"
            return
                "\(learner): '\(said.kind.rawValue)\(about)' (\(said.by.rawValue), \(said.at.utcDate)) counts no more."
        }
    }
}
