import Content
import UseCases

extension LookThroughFeedList.Outcome: Told {
    /// Nothing: what came of it is told when it is taken over.
    public var lines: [String] { [] }
}
