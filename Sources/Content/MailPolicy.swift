/// Whom a message or page speaks to.
public enum RecipientRole: String, Hashable, Codable, Sendable, CaseIterable {
    /// The learner, spoken to as "you".
    case learner
    /// A guardian of the learner.
    case guardian
    /// The learner's teacher.
    case teacher
}

/// Whom a school wants to send lists to by mail; key `mail.to` of the configuration. Who is written to follows from it and from
/// what the roster says of consent, which only ever narrows it: nobody gets mail whom nobody asked.
public enum MailPolicy: String, Hashable, Sendable, CaseIterable {
    /// The learner; a guardian where the learner may not be written to.
    case learner
    /// The guardians alone.
    case guardian
    /// The learner and the guardians, each their own message.
    case both

    /// One mail to be made: a role and its address.
    public struct Recipient: Hashable, Sendable {
        /// Whom it speaks to.
        public var role: RecipientRole
        /// The address.
        public var address: String
        /// The language that they are written to in; nil: the learner's.
        public var language: String?
    }

    /// The mails for a learner's list, one an address so that no recipient sees another's; empty where the list goes to
    /// the teacher and to print alone.
    ///
    /// A learner is written to if they agreed and, under 13, a guardian agreed too and none said no. A guardian is, if they themselves
    /// agreed, and neither the learner nor another guardian said that no copies go to anybody.
    public func recipients(for learner: Learner) -> [Recipient] {
        guard learner.consent != false else { return [] }
        let mayWriteToLearner =
            learner.agreed.mailed == true && (!learner.under13 || learner.guardiansAgreed.mailed == true)
        let toLearner = mayWriteToLearner ? learner.email.map { [Recipient(role: .learner, address: $0)] } ?? [] : []
        let toGuardians =
            learner.agreed.copied == false
            ? []
            : learner.guardians.filter { guardian in
                guardian.agreed.mailed == true
                    && !learner.guardianObjections.contains {
                        $0.purpose == .copied && $0.guardian != Guardian.key(guardian.address)
                    }
            }.map { Recipient(role: .guardian, address: $0.address, language: $0.language) }
        switch self {
        case .learner: return toLearner.isEmpty ? toGuardians : toLearner
        case .guardian: return toGuardians
        case .both: return toLearner + toGuardians
        }
    }
}
