import Content

/// Decides who gets a list by mail, from what the roster says of consent. It only ever narrows: nobody gets mail whom
/// nobody asked.
public struct MailPolicy: Hashable, Sendable {
    /// Whom a school wants to write to.
    public enum WrittenTo: String, Hashable, Codable, Sendable {
        /// The learner; a guardian where the learner may not be written to.
        case learner
        /// The guardians alone.
        case guardian
        /// The learner and the guardians.
        case both
    }

    /// One mail to be made: a role and its address.
    public struct Recipient: Hashable, Sendable {
        /// Whom it speaks to.
        public var role: RecipientRole
        /// The address.
        public var address: String
    }

    /// Whom the school wants to write to.
    public var writtenTo: WrittenTo

    /// A policy for whom the school wants to write to.
    public init(_ writtenTo: WrittenTo) { self.writtenTo = writtenTo }

    /// The mails for a learner's list, one an address so that no recipient sees another's; empty where the list goes to
    /// the teacher and to print alone.
    ///
    /// A learner is written to if they agreed and, under 13, a guardian agreed too; a guardian, if they agreed.
    public func recipients(for learner: Learner) -> [Recipient] {
        guard learner.consent != false else { return [] }
        let mayWriteToLearner = learner.consent == true && (!learner.under13 || learner.guardianConsent == true)
        let toLearner = mayWriteToLearner ? learner.email.map { [Recipient(role: .learner, address: $0)] } ?? [] : []
        let toGuardians =
            learner.guardianConsent == true
            ? learner.guardianEmails.map { Recipient(role: .guardian, address: $0) } : []
        switch writtenTo {
        case .learner: return toLearner.isEmpty ? toGuardians : toLearner
        case .guardian: return toGuardians
        case .both: return toLearner + toGuardians
        }
    }
}
