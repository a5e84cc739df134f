import Content

/// What the roster has said of one learner so far.
struct RosterState {
    private struct Key: Hashable {
        /// Nil: it is about the learner.
        var guardian: String?
        var kind: Fact.Kind
    }

    /// The latest value of each kind that came from the roster. What learner, guardian or teacher said since does not count:
    /// a file that says the same as before must not overrule them.
    private(set) var values: [Fact.Kind: String] = [:]
    /// The same of what it said of single guardians.
    private var ofGuardians: [Key: String] = [:]
    /// What it said last, as far as it could be read, of what protects and stands until it is said otherwise.
    private var restrictions: Set<Key> = []

    init(_ facts: some Sequence<Fact>) {
        for fact in facts where fact.origin == .roster && !fact.kind.isWish {
            if let restricts = Self.restriction[fact.kind], fact.value != Fact.unreadable {
                let key = Key(guardian: fact.guardian, kind: fact.kind)
                if fact.value == restricts { restrictions.insert(key) } else { restrictions.remove(key) }
            }
            if let guardian = fact.guardian {
                ofGuardians[Key(guardian: guardian, kind: fact.kind)] = fact.value
            } else {
                values[fact.kind] = fact.value
            }
        }
    }

    /// The word of each kind that an empty cell does not take back: a cell that was emptied by mistake must not give what was refused.
    private static let restriction: [Fact.Kind: String] = [
        .consent: "no", .guardianConsent: "no", .profiled: "no", .mailed: "no", .copied: "no", .under13: "yes",
    ]

    /// Whether the roster has had the learner at all.
    var isKnown: Bool { !values.isEmpty }

    /// Whether the roster has them now.
    var isEnrolled: Bool { isKnown && values[.enrolled] != "no" }

    /// Their school; nil where none is named.
    var school: SchoolName? { values[.school].flatMap { SchoolName($0) } }

    /// What a row changes, in the order of the kinds; what is said of single guardians comes last, in the order of the row.
    func changes(by row: LearnerRow) -> [LearnerChange] {
        var changes: [LearnerChange] = []
        for kind in Fact.Kind.allCases where kind != .guardianConsent {
            guard let new = value(of: kind, after: row) else { continue }
            let old = values[kind]
            // Another case is no other school.
            if kind == .school, let old, SchoolName(new) == SchoolName(old) { continue }
            if new.isEmpty, restrictions.contains(Key(guardian: nil, kind: kind)) { continue }
            if new != old ?? "" { changes.append(LearnerChange(kind: kind, old: old, new: new)) }
        }
        return changes + guardianChanges(by: row)
    }

    /// What a row says of a kind; nil: nothing.
    private func value(of kind: Fact.Kind, after row: LearnerRow) -> String? {
        switch kind {
        case .enrolled:
            if row.isRemainder { return nil }
            if let stated = row.values[.enrolled] { return stated }
            // Of one whose classes nobody knows nobody knows whose rules hold: they are kept, and get nothing yet.
            return Fact.list(value(of: .classes, after: row) ?? values[.classes] ?? "").isEmpty ? "no" : "yes"
        case .avoid, .classes:
            guard let new = row.values[kind] else { return nil }
            let keepsEarlier = row.unread.contains(kind) || row.isRemainder
            return keepsEarlier ? LearnerRow.union(values[kind] ?? "", new) : new
        case .dial:
            if !isKnown, row.unread.contains(.dial) { return String(Dial.teacherLed.rawValue) }
            return row.values[kind]
        default: return row.values[kind]
        }
    }

    /// What a row says of single guardians. Consent and language in cells of their own are of all guardians that the row names, or where
    /// it does not speak of any, of all who are known; they are nobody else's. Nobody is in the roster by consent alone, and no guardian
    /// by a language.
    private func guardianChanges(by row: LearnerRow) -> [LearnerChange] {
        var said: [(key: Key, new: String)] = []
        let known = Fact.list(values[.guardianEmail] ?? "").map(Guardian.key)
        let named = row.values[.guardianEmail].map { Fact.list($0).map(Guardian.key) } ?? known
        // An address that cannot be read may be anybody's: then a word may take away, and gives nothing.
        let isSure = !row.unread.contains(.guardianEmail)
        let whom = isSure ? named : known + named.filter { !known.contains($0) }
        for kind in Self.guardianWords {
            guard let word = kind == .guardianConsent ? row.values[kind] : row.ofGuardians[kind] else { continue }
            for guardian in whom.isEmpty ? [""] : whom {
                let key = Key(guardian: guardian, kind: kind)
                if isSure || Self.isNarrower(word, than: old(key)) { said.append((key, word)) }
            }
        }
        if let languages = row.ofGuardians[.guardianLanguage].map(Fact.list),
            languages.count < 2 || languages.count == named.count
        {
            for (place, guardian) in named.enumerated() {
                let language = languages.count > 1 ? languages[place] : languages.first ?? ""
                said.append((Key(guardian: guardian, kind: .guardianLanguage), language))
            }
        }
        for guardian in row.guardians {
            let key = Guardian.key(guardian.address)
            if let language = guardian.language { said.append((Key(guardian: key, kind: .guardianLanguage), language)) }
            if let consent = guardian.consent { said.append((Key(guardian: key, kind: .guardianConsent), consent)) }
        }
        return said.compactMap { key, new in
            let old = old(key)
            if new.isEmpty, restrictions.contains(key) { return nil }
            return new == old ?? "" ? nil : LearnerChange(kind: key.kind, guardian: key.guardian, old: old, new: new)
        }
    }

    /// The words of consent that are of single guardians.
    private static let guardianWords: [Fact.Kind] = [.guardianConsent, .profiled, .mailed, .copied]

    /// What the roster said of a guardian last. Before guardians had words of their own it spoke of all at once.
    private func old(_ key: Key) -> String? {
        if let own = ofGuardians[key] { return own }
        guard key.kind == .guardianConsent, !ofGuardians.keys.contains(where: { $0.kind == key.kind }) else {
            return nil
        }
        return values[.guardianConsent]
    }

    private static func isNarrower(_ word: String, than old: String?) -> Bool {
        let order = LearnerRow.consentWords
        return (order.firstIndex(of: word) ?? 0) < (order.firstIndex(of: old ?? "") ?? 0)
    }
}
