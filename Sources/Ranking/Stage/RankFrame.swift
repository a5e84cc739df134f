import Content

/// What a snapshot was made for and by: with it the same lists come of it, on any machine.
public struct RankFrame: Hashable, Sendable {
    /// The edition that is ranked for.
    public var edition: Edition
    /// The school's zone, by its name.
    public var zone: String
    /// The version of the program.
    public var program: String
    /// The digest of the configuration.
    public var configuration: String
    /// The scorers with their versions, weights and options.
    public var scorers: [ScorerRecord]

    /// A frame by its parts.
    public init(
        edition: Edition, zone: String = "UTC", program: String = "", configuration: String = "",
        scorers: [ScorerRecord] = []
    ) {
        self.edition = edition
        self.zone = zone
        self.program = program
        self.configuration = configuration
        self.scorers = scorers
    }
}
