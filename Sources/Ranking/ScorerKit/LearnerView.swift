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

    /// The level that they read a language at, as a school grade: that of their own language where nothing else is known.
    public func level(in language: String?) -> Double {
        language.flatMap { profile.bands[$0]?.level } ?? profile.level
    }

    /// A view by its parts.
    public init(pseudonym: String, grade: Int, languages: [String], profile: InterestProfile) {
        self.pseudonym = pseudonym
        self.grade = grade
        self.languages = languages
        self.profile = profile
    }
}
