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
    /// How much was said and done so far, and when what was said last: what comes after what.
    private var moment = 0
    private var said: [Key: Int] = [:]
    /// Who was named once and is no longer, and since when.
    private var removed: [String: Int] = [:]

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

    /// What was said of a guardian's consent: to all purposes together where `purpose` is nil, else to one alone.
    func stated(_ guardian: String, _ purpose: Consent.Purpose? = nil) -> StatedConsent? {
        if purpose == nil, isOfAll { return ofAll }
        return consents[Key(guardian: guardian, kind: purpose?.kind ?? .guardianConsent)]
    }

    /// Whether anything was said of whether a guardian agreed.
    func speaks(of guardian: String) -> Bool { consents.keys.contains { $0.guardian == guardian } }

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
        moment += 1
        said[key] = moment
        latest[key] = fact
        if fact.kind != .guardianLanguage { consents[key, default: StatedConsent()].take(fact) }
    }

    /// Takes in who is named from now on.
    mutating func name(_ named: Set<String>, before: Set<String>) {
        moment += 1
        for guardian in before where !named.contains(guardian) { removed[guardian] = moment }
        for guardian in named { removed[guardian] = nil }
    }

    /// Who is named no longer and whose no to a purpose still counts, sorted: one whom a cell lost that could not be read has not taken it
    /// back. It ends where a guardian who is named has agreed since.
    func formerRefusals(of purpose: Consent.Purpose, named: [String]) -> [String] {
        guard !isOfAll else { return [] }
        return removed.filter { guardian, since in
            agreed(guardian)[purpose] == false
                && !named.contains { agreed($0)[purpose] == true && lastWord(of: $0, on: purpose) > since }
        }.keys.sorted()
    }

    private func lastWord(of guardian: String, on purpose: Consent.Purpose) -> Int {
        [purpose.kind, .guardianConsent].compactMap { said[Key(guardian: guardian, kind: $0)] }.max() ?? 0
    }

    /// A store that was written before guardians had words of their own has none about a single one.
    private var isOfAll: Bool { lastOfAll != nil && !consents.keys.contains { $0.kind == .guardianConsent } }
}
