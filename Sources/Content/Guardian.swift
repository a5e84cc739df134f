/// A guardian of a learner: somebody to write to, in a language of their own, who agrees for themselves. A relation in a roster is
/// neither consent nor custody.
public struct Guardian: Hashable, Codable, Sendable {
    /// The mail address, as it is written.
    public var address: String
    /// The language that they are written to in, as a primary tag. Nil: the learner's.
    public var language: String?
    /// Whether they agreed, to all purposes together. Nil: nobody has asked.
    public var consent: Bool?
    /// What they agreed to.
    public var agreed: Consent

    /// A guardian by their parts.
    package init(address: String, language: String? = nil, consent: Bool? = nil, agreed: Consent? = nil) {
        self.address = address
        self.language = language
        self.consent = consent
        self.agreed = agreed ?? Consent(all: consent) { _ in nil }
    }

    /// The guardian's name in facts.
    public static func key(_ address: String) -> String { address.lowercased() }
}

/// That a guardian said no to one purpose alone.
public struct GuardianObjection: Hashable, Codable, Sendable {
    /// The purpose.
    public var purpose: Consent.Purpose
    /// Whose no it is, by their name in facts; empty: one without an address.
    public var guardian: String
}
