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
    /// A no that learner or guardian said themselves.
    case noIsTheirs(Fact.Origin)
}
