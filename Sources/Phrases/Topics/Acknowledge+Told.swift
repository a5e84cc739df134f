import UseCases

extension Acknowledge.Outcome: Told {
    /// One line: how many.
    public var lines: [String] {
        ["\(topics) \(topics == 1 ? "topic" : "topics") acknowledged; 'gleaner status' does not tell them again."]
    }
}
