import Content

/// What holds of one person's consent, with who entered it.
public struct ConsentInWords: Sendable {
    /// One purpose.
    public struct Statement: Sendable {
        /// The purpose.
        public var purpose: Consent.Purpose
        /// Whether they agreed; nil: nobody has asked, or it was taken back.
        public var agreed: Bool?
        /// Since when; nil: nothing was said.
        public var since: Timestamp?
        /// Who said it; nil: nothing was said.
        public var origin: Fact.Origin?
        /// Who was at the keyboard; nil: nobody knows.
        public var actor: Verbatim?
    }

    /// The guardian's address; empty: one without an address. Nil: it is the learner's own.
    public var guardian: Verbatim?
    /// Whether they stopped what was mailed to the address.
    public var isStopped: Bool
    /// Whether they are no longer named, and what they said no to still counts.
    public var isFormer: Bool
    /// What holds of each purpose, in their order.
    public var statements: [Statement]

    /// A person's, with who was at the keyboard by the numbers of facts.
    init(_ person: PersonalConsent, actors: [Int64: String]) {
        guardian = person.guardian.map { Verbatim($0) }
        isStopped = person.isStopped
        isFormer = person.isFormer
        statements = person.statements.map { statement in
            Statement(
                purpose: statement.purpose, agreed: statement.agreed, since: statement.fact?.at,
                origin: statement.fact?.origin,
                actor: statement.fact.flatMap { actors[$0.number] }.map { Verbatim($0) })
        }
    }
}
