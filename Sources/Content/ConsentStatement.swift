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
        let isOfAll = all?.value == false || one?.value == nil && (all?.value != nil || one == nil)
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

    /// Of a learner and all their guardians, after the given facts, all of them theirs, in the order in which they were stored. The
    /// learner comes first, guardians as the roster names them, one without an address last, if anything was said of one.
    public static func all(in facts: some Sequence<Fact>) -> [PersonalConsent] {
        let latest = LatestFacts(facts)
        func person(
            _ guardian: String?, isStopped: Bool = false, isFormer: Bool = false,
            _ stated: (Consent.Purpose?) -> StatedConsent?
        ) -> PersonalConsent {
            PersonalConsent(
                guardian: guardian, isStopped: isStopped, isFormer: isFormer,
                statements: Consent.Purpose.allCases.map {
                    ConsentStatement($0, all: stated(nil), one: stated($0))
                })
        }
        let (guardians, addresses) = (latest.guardians, latest.guardianEmails)
        func own(_ purpose: Consent.Purpose?) -> StatedConsent? {
            purpose.map { latest.purposes[$0.kind] } ?? latest.consent
        }
        let stopped = Set(addresses.stoppedAddresses)
        var all = [person(nil, own)]
        for address in addresses.addresses + addresses.stoppedAddresses {
            all.append(
                person(address, isStopped: stopped.contains(address)) { guardians.stated(Guardian.key(address), $0) })
        }
        let named = (addresses.addresses + addresses.stoppedAddresses).map(Guardian.key)
        let former = [Consent.Purpose.profiled, .copied].flatMap { guardians.formerRefusals(of: $0, named: named) }
        for guardian in Set(former).sorted() {
            all.append(person(guardian, isFormer: true) { guardians.stated(guardian, $0) })
        }
        if guardians.speaks(of: "") { all.append(person("") { guardians.stated("", $0) }) }
        return all
    }
}
