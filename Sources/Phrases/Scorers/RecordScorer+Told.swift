import Content
import UseCases

extension RecordScorer.Outcome: Told {
    /// What was kept.
    public var lines: [String] {
        [
            "\(articles) articles and \(learners) learners, by pseudonyms, in \(path)",
            "What they want to read about stands in it: keep it within the school.",
        ]
    }
}

extension ReplayScorer.Outcome: Told {
    /// A line an answer that differs.
    public var lines: [String] {
        differences.isEmpty
            ? ["Every answer is the same."] : differences.map { "line \($0.line): answered \($0.answer)" }
    }

    /// 2 where one differs.
    public var status: Int32 { differences.isEmpty ? 0 : 2 }
}
