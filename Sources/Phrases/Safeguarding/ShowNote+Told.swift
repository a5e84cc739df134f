import Content
import UseCases

extension ShowNote.Outcome: Told {
    /// Whom it is about, what was written, and why it was noticed.
    public var lines: [String] {
        let why = kind == .distress ? "it may tell of distress" : "it has held words in it"
        return [
            "\(learner.name), \(Listing.of(learner.classes)), \(at.iso) (\(origin.rawValue))", "    \(text)",
            "\(why): \(Listing.of(words))",
        ]
    }
}

extension SettleNote.Outcome: Told {
    /// What became of it.
    public var lines: [String] {
        guard state == .cleared else { return ["Note \(number) is looked after by \(by)."] }
        let rest = counts ? "; what was written counts as a wish from the next list on" : ""
        return ["Note \(number) is cleared\(rest)."]
    }
}
