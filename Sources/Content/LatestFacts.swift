/// The fact of each kind that holds, of one learner.
struct LatestFacts {
    /// The latest fact of each kind but wishes and what is said of single guardians.
    private(set) var values: [Fact.Kind: Fact] = [:]
    private(set) var consent = StatedConsent()
    private(set) var guardianEmails = StatedAddresses()
    private(set) var guardians = StatedGuardians()
    /// What was said of single purposes.
    private(set) var purposes: [Fact.Kind: StatedConsent] = [:]

    init(_ facts: some Sequence<Fact>) {
        for fact in facts where !fact.kind.isWish {
            if fact.guardian != nil || fact.kind == .guardianConsent { guardians.take(fact) }
            if fact.guardian != nil { continue }
            values[fact.kind] = fact
            switch fact.kind {
            case .consent: consent.take(fact)
            case .profiled, .mailed, .copied: purposes[fact.kind, default: StatedConsent()].take(fact)
            case .guardianEmail:
                let before = guardianEmails.keys
                guardianEmails.take(fact)
                guardians.name(guardianEmails.keys, before: before)
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

    /// The guardians whose words count, by their names in facts: all who are named, and one without an address. Who stopped their own
    /// mails has not taken back what they agreed to for the child.
    var askedGuardians: [String] {
        (guardianEmails.addresses + guardianEmails.stoppedAddresses).map(Guardian.key) + [""]
    }

    /// What guardians agreed to together. To being profiled and to copies the no of one who is no longer named counts too.
    var guardiansAgreed: Consent {
        Consent { purpose in
            if purpose != .mailed, !guardians.formerRefusals(of: purpose, named: namedGuardians).isEmpty {
                return false
            }
            return Consent.joint(askedGuardians.map { guardians.agreed($0)[purpose] })
        }
    }

    /// What guardians said no to alone.
    var guardianObjections: [GuardianObjection] {
        Consent.Purpose.allCases.flatMap { purpose in
            let former = purpose == .mailed ? [] : guardians.formerRefusals(of: purpose, named: namedGuardians)
            return (askedGuardians + former).filter { guardians.stated($0, purpose)?.value == false }
                .map { GuardianObjection(purpose: purpose, guardian: $0) }
        }
    }

    private var namedGuardians: [String] { askedGuardians.filter { !$0.isEmpty } }

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

/// The addresses of a learner's guardians, without those that a guardian has stopped: a roster that names one of them again
/// does not bring it back.
struct StatedAddresses {
    private var listed: [String] = []
    private var stopped: Set<String> = []

    /// The addresses that are written to.
    var addresses: [String] { listed.filter { !stopped.contains($0.lowercased()) } }

    /// The addresses that are named and not written to.
    var stoppedAddresses: [String] { listed.filter { stopped.contains($0.lowercased()) } }

    /// All that are named, as facts have them.
    var keys: Set<String> { Set(listed.map(Guardian.key)) }

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
