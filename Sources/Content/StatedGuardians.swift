/// What was said of single guardians: whether they agreed, and in which language they read.
struct StatedGuardians {
    private struct Key: Hashable {
        var guardian: String
        var kind: Fact.Kind
    }

    private var consents: [Key: StatedConsent] = [:]
    private var latest: [Key: Fact] = [:]
    /// What was said of all guardians at once, before each had a word of their own.
    private var ofAll = StatedConsent()
    private var lastOfAll: Fact?

    /// The latest fact of each kind about each.
    var facts: [Fact] { (isOfAll ? lastOfAll.map { [$0] } ?? [] : []) + latest.values }

    /// Whether a guardian has agreed, to all purposes together. `guardian`: their name in facts; empty for one without an address.
    func consent(of guardian: String) -> Bool? {
        isOfAll ? ofAll.value : consents[Key(guardian: guardian, kind: .guardianConsent)]?.value
    }

    /// What a guardian has agreed to.
    func agreed(_ guardian: String) -> Consent {
        Consent(all: consent(of: guardian)) { consents[Key(guardian: guardian, kind: $0.kind)]?.value }
    }

    /// The language that a guardian is written to in.
    func language(of guardian: String) -> String? {
        latest[Key(guardian: guardian, kind: .guardianLanguage)].flatMap { $0.value.isEmpty ? nil : $0.value }
    }

    mutating func take(_ fact: Fact) {
        guard let guardian = fact.guardian else {
            ofAll.take(fact)
            lastOfAll = fact
            return
        }
        let key = Key(guardian: guardian, kind: fact.kind)
        latest[key] = fact
        if fact.kind != .guardianLanguage { consents[key, default: StatedConsent()].take(fact) }
    }

    /// A store that was written before guardians had words of their own has none about a single one.
    private var isOfAll: Bool { !consents.keys.contains { $0.kind == .guardianConsent } }
}
