/// How well somebody reads a language, as far as anybody knows: a level with its uncertainty, where it comes from, and of when it is.
public struct ReadingBand: Hashable, Codable, Sendable {
    /// What a band rests on.
    public enum Origin: String, Codable, Sendable {
        /// Stated by the school and fixed there: what the learner says does not move it.
        case fixed
        /// Stated by the school, or with it what the learner said of articles.
        case stated
        /// Nothing but the grade, or with it what the learner said of articles.
        case grade
    }

    /// The level, as a school grade, 0…16.
    public var level: Double
    /// The standard deviation of what is believed of it, in grades, above 0.
    public var deviation: Double
    /// What it rests on.
    public var origin: Origin
    /// Of when what it rests on is, or the last answer that moved it.
    public var at: Timestamp
    /// How many answers to articles moved it.
    public var answers: Int

    /// A band by its parts.
    package init(level: Double, deviation: Double, origin: Origin, at: Timestamp, answers: Int = 0) {
        self.level = level
        self.deviation = deviation
        self.origin = origin
        self.at = at
        self.answers = answers
    }

    /// What lies within one deviation, as school grades: the band.
    public var range: ClosedRange<Double> { max(0, level - deviation)...min(16, level + deviation) }

    /// A level as it is written into tables and forms: a school grade with one decimal.
    package static func written(_ level: Double) -> String { "\((level * 10).rounded() / 10)" }
}
