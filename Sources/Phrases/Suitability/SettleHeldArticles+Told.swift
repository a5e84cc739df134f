import UseCases

extension SettleHeldArticles.Outcome: Told {
    /// A line a rule.
    public var lines: [String] { rules.flatMap(\.lines) }
}
