import Content

/// What a source says of one guardian of a learner.
public struct GuardianRow: Hashable, Sendable {
    /// The mail address, as it is written.
    public var address: String
    /// The language that they are written to in, as a primary tag; empty: taken back. Nil: the source does not speak of it.
    public var language: String?
    /// Whether they agreed: `yes`, `no`, ``Content/Fact/unreadable``; empty: nobody has asked. Nil: the source does not speak of it.
    public var consent: String?

    /// A guardian by their parts.
    package init(address: String, language: String? = nil, consent: String? = nil) {
        self.address = address
        self.language = language
        self.consent = consent
    }
}
