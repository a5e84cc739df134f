/// Statements about learners and levels from Dublin Core terms, schema.org (LRMI) and IEEE LOM, in the publisher's
/// words: nothing is mapped here.
public struct LearningMetadata: Hashable, Codable, Sendable {
    /// Levels: `dcterms:educationLevel`, `educationalLevel`, LOM `context`.
    public var educationLevels: [String] = []
    /// Age ranges such as `8-10` or `7+`, in years: `typicalAgeRange`.
    public var ageRanges: [String] = []
    /// Durations as ISO 8601 (`PT30M`) or as stated: `timeRequired`, LOM `typicalLearningTime`.
    public var timesRequired: [String] = []
    /// Audiences: `dcterms:audience`, `educationalRole`, LOM `intendedEndUserRole`.
    public var audiences: [String] = []
    /// Kinds of resource: `learningResourceType`.
    public var resourceTypes: [String] = []

    /// No statement.
    package init() {}

    /// True when nothing is stated.
    public var isEmpty: Bool { self == LearningMetadata() }
}
