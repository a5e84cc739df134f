/// What holds of somebody's consent to one purpose, and the fact that decides it: since when, and from whom.
public struct ConsentStatement: Hashable, Sendable {
    /// The purpose.
    public var purpose: Consent.Purpose
    /// Whether they agreed. Nil: nobody has asked, or it was taken back.
    public var agreed: Bool?
    /// The fact that decides; nil: nothing was said.
    public var fact: Fact?

    /// A word about one purpose beside that about all together. A no to all holds for each; else the word about the one counts.
    init(_ purpose: Consent.Purpose, all: StatedConsent?, one: StatedConsent?) {
        self.purpose = purpose
        agreed = Consent(all: all?.value) { _ in one?.value }[purpose]
        let isRefused = all?.value == false && one?.value != false
        let isOfAll = isRefused || one?.value == nil && (all?.value != nil || one == nil)
        fact = isOfAll ? all?.deciding : one?.deciding
    }
}

/// What holds of the consent of one person.
public struct PersonalConsent: Hashable, Sendable {
    /// The guardian's address, as it is written; empty: one without an address. Nil: it is the learner's own.
    public var guardian: String?
    /// Whether they stopped what was mailed to the address.
    public var isStopped: Bool
    /// Whether they are no longer named, and what they said no to still counts.
    public var isFormer: Bool
    /// What holds of each purpose, in their order.
    public var statements: [ConsentStatement]

    private init(_ guardian: String?, isStopped: Bool = false, isFormer: Bool = false, in latest: LatestFacts) {
        self.guardian = guardian
        self.isStopped = isStopped
        self.isFormer = isFormer
        func stated(_ purpose: Consent.Purpose?) -> StatedConsent? {
            if let guardian { return latest.guardians.stated(Guardian.key(guardian), purpose) }
            return purpose.map { latest.purposes[$0.kind] } ?? latest.consent
        }
        statements = Consent.Purpose.allCases.map { ConsentStatement($0, all: stated(nil), one: stated($0)) }
    }

    /// Of one person, after the facts of the learner. `guardian`: the address; nil: the learner's own.
    package init(guardian: String?, in facts: some Sequence<Fact>) { self.init(guardian, in: LatestFacts(facts)) }

    /// Of a learner and all their guardians, after the given facts, all of them theirs, in the order in which they were stored. The
    /// learner comes first, then guardians as the roster names them, those who are no longer named, and one without an address, if
    /// anything was said of one.
    public static func all(in facts: some Sequence<Fact>) -> [PersonalConsent] {
        let latest = LatestFacts(facts)
        let (guardians, addresses) = (latest.guardians, latest.guardianEmails)
        let named = latest.askedGuardians.filter { !$0.isEmpty }
        let former = [Consent.Purpose.profiled, .copied].flatMap { guardians.formerRefusals(of: $0, named: named) }
        return [PersonalConsent(nil, in: latest)]
            + addresses.addresses.map { PersonalConsent($0, in: latest) }
            + addresses.stoppedAddresses.map { PersonalConsent($0, isStopped: true, in: latest) }
            + Set(former).sorted().map { PersonalConsent($0, isFormer: true, in: latest) }
            + (guardians.speaks(of: "") ? [PersonalConsent("", in: latest)] : [])
    }
}
