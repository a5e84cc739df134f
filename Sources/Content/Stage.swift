/// The stages of a run, in their order.
public enum Stage: String, Hashable, Codable, Sendable, CaseIterable {
    /// Feeds to items.
    case ingest
    /// Items and learners to lists.
    case rank
    /// Lists to messages and pages.
    case deliver
}
