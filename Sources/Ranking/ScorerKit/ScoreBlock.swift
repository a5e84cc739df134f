/// The scores of some learners for all items of a batch: a row a learner, a column an item. NaN: the scorer abstains.
public struct ScoreBlock: Sendable {
    /// The number of rows.
    public let learners: Int
    /// The number of columns.
    public let items: Int
    /// The scores, one row after another.
    public private(set) var values: [Float]

    /// A block in which the scorer abstains throughout.
    public init(learners: Int, items: Int) {
        self.learners = learners
        self.items = items
        values = [Float](repeating: .nan, count: learners * items)
    }

    /// The score of an item for a learner, by their numbers in the block.
    public subscript(learner: Int, item: Int) -> Float { values[learner * items + item] }

    /// The scores of one learner.
    public func row(_ learner: Int) -> ArraySlice<Float> { values[(learner * items)..<((learner + 1) * items)] }

    /// Fills the row of one learner.
    public mutating func withRow(_ learner: Int, _ fill: (inout MutableSpan<Float>) -> Void) {
        let range = (learner * items)..<((learner + 1) * items)
        // The slice checks that the row lies within the block; the span does not outlive the closure.
        values.withUnsafeMutableBufferPointer { values in
            var row = UnsafeMutableBufferPointer(rebasing: values[range]).mutableSpan
            fill(&row)
        }
    }

    /// Fills all rows at once.
    public mutating func withValues<Failure: Error>(
        _ fill: (inout MutableSpan<Float>) throws(Failure) -> Void
    ) throws(Failure) {
        var span = values.mutableSpan
        try fill(&span)
    }
}
