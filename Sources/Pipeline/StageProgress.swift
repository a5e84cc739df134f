/// How far a run is: a stage, and how many of its parts are done.
public struct StageProgress: Hashable, Sendable {
    /// The stage.
    public var stage: Stage
    /// The parts that are done.
    public var done: Int
    /// All parts.
    public var total: Int
}

/// The stages of a run, in their order.
public enum Stage: String, Hashable, Sendable, CaseIterable {
    /// Feeds to items.
    case ingest
    /// Items and learners to lists.
    case rank
    /// Lists to messages and pages.
    case deliver
}
