/// The fact of each kind that holds, of one learner.
struct LatestFacts {
    /// The latest fact of each kind but wishes and what is said of single guardians.
    private(set) var values: [Fact.Kind: Fact] = [:]
    private(set) var consent = StatedConsent()
    private(set) var guardianEmails = StatedAddresses()
    private(set) var guardians = StatedGuardians()
    private var purposes: [Fact.Kind: StatedConsent] = [:]

    init(_ facts: some Sequence<Fact>) {
        for fact in facts where !fact.kind.isWish {
            if fact.guardian != nil || fact.kind == .guardianConsent { guardians.take(fact) }
            if fact.guardian != nil { continue }
            values[fact.kind] = fact
            switch fact.kind {
            case .consent: consent.take(fact)
            case .profiled, .mailed, .copied: purposes[fact.kind, default: StatedConsent()].take(fact)
            case .guardianEmail: guardianEmails.take(fact)
            default: break
            }
        }
    }

    /// The value of a kind; nil where it is empty or nothing was said.
    func text(_ kind: Fact.Kind) -> String? {
        values[kind].flatMap { $0.value.isEmpty ? nil : $0.value }
    }

    var grade: Int? { text(.grade).flatMap { Int($0) }.flatMap { (0...13).contains($0) ? $0 : nil } }

    var dial: Dial? { text(.dial).map { Int($0).flatMap { Dial(rawValue: $0) } ?? .teacherLed } }

    /// What the learner agreed to.
    var agreed: Consent { Consent(all: consent.value) { purposes[$0.kind]?.value } }

    /// The facts whose values are not understood, by their numbers.
    var misunderstood: [Fact] {
        (values.values + guardians.facts).filter { !$0.value.isEmpty && !isUnderstood($0) }
            .sorted { $0.number < $1.number }
    }

    private func isUnderstood(_ fact: Fact) -> Bool {
        switch fact.kind {
        case .grade: grade != nil
        case .dial: Int(fact.value).flatMap { Dial(rawValue: $0) } != nil
        case .minutes: Int(fact.value).map { $0 > 0 } ?? false
        case .level: Double(fact.value)?.isFinite ?? false
        case .under13, .enrolled, .levelLock: fact.value == "yes" || fact.value == "no"
        case .consent, .guardianConsent, .profiled, .mailed, .copied:
            ["yes", "no", Fact.unreadable].contains(fact.value)
        default: true
        }
    }
}

/// Whether somebody agreed, after what the roster and people said of it.
struct StatedConsent {
    /// What the roster said last that could be read.
    private var roster: String?
    /// Whether what it says now cannot be read.
    private var isUnread = false
    /// What a person said since.
    private var since: String?

    /// Nil: nobody has asked, or it was taken back.
    var value: Bool? {
        if isUnread { return false }
        guard let word = since ?? roster, !word.isEmpty else { return nil }
        return word == "yes"
    }

    mutating func take(_ fact: Fact) {
        guard fact.origin == .roster else {
            since = fact.value
            return
        }
        isUnread = fact.value == Fact.unreadable
        // The roster that can be read again, and says what it said before, says nothing new.
        if isUnread || fact.value == roster { return }
        roster = fact.value
        since = nil
    }
}

/// The addresses of a learner's guardians, without those that a guardian has stopped: a roster that names one of them again
/// does not bring it back.
struct StatedAddresses {
    private var listed: [String] = []
    private var stopped: Set<String> = []

    /// The addresses that are written to.
    var addresses: [String] { listed.filter { !stopped.contains($0.lowercased()) } }

    /// The addresses that are named and not written to.
    var stoppedAddresses: [String] { listed.filter { stopped.contains($0.lowercased()) } }

    mutating func take(_ fact: Fact) {
        let named = fact.values
        if fact.origin == .guardian {
            // A guardian's word is the list without the address that is stopped, or with the one that goes on.
            for address in listed { stopped.insert(address.lowercased()) }
            for address in named { stopped.remove(address.lowercased()) }
            listed += named.filter { address in !listed.contains { $0.lowercased() == address.lowercased() } }
        } else {
            listed = named
        }
    }
}
