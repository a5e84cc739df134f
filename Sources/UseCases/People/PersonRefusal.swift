import Content

/// What cannot be done for a learner or a guardian, or with what they say.
public enum PersonRefusal: Error, Hashable, Sendable {
    /// Nobody has a list of the edition.
    case noListOf(Edition)
    /// The school has made no one-click addresses.
    case noOneClickAddresses
    /// No list goes to whom a token was made for.
    case tokenOfNobody
    /// The roster has no consent of the learner that could hold again.
    case noConsent(LearnerID)
    /// The learner has no such guardian; those whom the roster names.
    case noGuardian(LearnerID, Verbatim, known: [Verbatim])
    /// A learner does not agree for a guardian.
    case learnerForGuardian
    /// Nothing was said of the learner that could be taken back.
    case nothingToTakeBack(Verbatim)
    /// What is to be taken back was taken back already, or was never said of the learner.
    case isTakenBack(Verbatim)
    /// It is the roster's or a guardian's to say.
    case isNotYours(Fact.Origin)
    /// Somebody else has said something else of the same since it was looked at.
    case hasChanged(Verbatim)
    /// A value that is none of its kind; what would be one.
    case noValue(Fact.Kind, ValueForm)
    /// What a strength or need was named is a skill, and no topic that an article is about.
    case isSkill(Fact.Kind, Verbatim)
    /// Something that a grown-up must see was written: it is kept, and counts for nothing.
    case isKept
    /// A no that learner or guardian said themselves.
    case noIsTheirs(Fact.Origin)

    /// What a value must be.
    public enum ValueForm: Hashable, Sendable {
        /// A whole number within bounds.
        case number(ClosedRange<Int>)
        /// A school grade within bounds, with a decimal or without.
        case grade(ClosedRange<Double>)
        /// Tags of languages.
        case languages
    }
}
