import Content

/// What a roster file changes about one value of a learner.
public struct LearnerChange: Hashable, Sendable {
    /// What is changed.
    public let kind: Fact.Kind
    /// The value that the roster gave before; nil: none.
    public let old: String?
    /// The value that it gives now; empty: taken back.
    public let new: String
}

/// What the roster has said of one learner so far.
struct RosterState {
    /// The latest value of each kind that came from the roster. What learner, guardian or teacher said since does not count:
    /// a file that says the same as before must not overrule them.
    private(set) var values: [Fact.Kind: String] = [:]

    init(_ facts: some Sequence<Fact>) {
        for fact in facts where fact.origin == .roster && !fact.kind.isWish { values[fact.kind] = fact.value }
    }

    /// Whether the roster has had the learner at all.
    var isKnown: Bool { !values.isEmpty }

    /// Whether the roster has them now.
    var isEnrolled: Bool { isKnown && values[.enrolled] != "no" }

    /// What a row changes, in the order of the kinds.
    func changes(by row: LearnerRow) -> [LearnerChange] {
        var changes: [LearnerChange] = []
        for kind in Fact.Kind.allCases {
            guard let new = value(of: kind, after: row) else { continue }
            let old = values[kind]
            if new != old ?? "" { changes.append(LearnerChange(kind: kind, old: old, new: new)) }
        }
        return changes
    }

    /// What a row says of a kind; nil: nothing.
    private func value(of kind: Fact.Kind, after row: LearnerRow) -> String? {
        switch kind {
        case .enrolled:
            if row.isRemainder { return nil }
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
}
