import Content

/// A learner as a scorer sees them: what they want and need, under a pseudonym; no name, no address, no id of the school.
public struct LearnerView: Sendable {
    /// A name for this run only.
    public let pseudonym: String
    /// The school grade, 0…13.
    public let grade: Int
    /// The languages they read (BCP 47 primary tags).
    public let languages: [String]
    /// What they want, avoid, are good at and working on, and their level.
    public let profile: InterestProfile

    /// A view by its parts.
    public init(pseudonym: String, grade: Int, languages: [String], profile: InterestProfile) {
        self.pseudonym = pseudonym
        self.grade = grade
        self.languages = languages
        self.profile = profile
    }
}
