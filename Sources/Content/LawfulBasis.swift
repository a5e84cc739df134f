/// On what a school rests that lists are made from what is known of learners; key `school.lawful-basis` of the configuration. The names are
/// those of Article 6(1) of the General Data Protection Regulation; what each means here stands in `docs/schools.md`.
public enum LawfulBasis: String, Hashable, Codable, Sendable, CaseIterable {
    /// (a): whoever has not said yes is not profiled.
    case consent
    /// (b): a contract with the learner or their guardians.
    case contract
    /// (c): a law that asks for it.
    case legalObligation = "legal-obligation"
    /// (e): the school's task.
    case publicTask = "public-task"
    /// (f): what the school or others may want, weighed against what learners may expect.
    case legitimateInterests = "legitimate-interests"
}

extension Learner {
    /// Whether lists may be made from what is known of them; who may not gets the class page, the same for all.
    ///
    /// Nobody may who said no, to this or to all; nobody of whom a guardian did. On consent the learner must have agreed, and under 13 a guardian
    /// too. A school that names no basis has asked guardians about mail alone: there their no to all purposes together is none to this.
    public func mayBeProfiled(on basis: LawfulBasis?) -> Bool {
        // Of the reader of a class's page nothing is known.
        if id.classRead != nil { return true }
        if agreed.profiled == false || objects(to: .profiled, on: basis) { return false }
        guard basis == .consent else { return true }
        return agreed.profiled == true && (!under13 || guardiansAgreed.profiled == true)
    }

    /// Whether a copy of their list may go to a teacher; to guardians see ``MailPolicy``.
    public func mayBeCopied(on basis: LawfulBasis?) -> Bool {
        agreed.copied != false && !objects(to: .copied, on: basis)
    }

    /// Whether a guardian said no to a purpose.
    private func objects(to purpose: Consent.Purpose, on basis: LawfulBasis?) -> Bool {
        guardianObjections.contains { $0.purpose == purpose } || basis != nil && guardiansAgreed[purpose] == false
    }
}
