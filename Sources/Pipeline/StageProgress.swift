import Content

/// How far a run is: a stage, and how many of its parts are done.
public struct StageProgress: Hashable, Sendable {
    /// The stage.
    public var stage: Stage
    /// The parts that are done.
    public var done: Int
    /// All parts.
    public var total: Int
}
