/// What a person decided about a list, as it is kept: what was approved is what goes out.
public struct ListDecision: Hashable, Sendable {
    /// What was decided.
    public enum Kind: String, Sendable, CaseIterable {
        /// It may go out.
        case approve
        /// It must not, until the hold is lifted.
        case hold
        /// A class takes its own hold back.
        case lift
        /// The class that was the learner's home then takes back everybody's.
        case liftAll
    }

    /// What was decided.
    public var kind: Kind
    /// For which class; nil: for the school.
    public var schoolClass: String?
    /// Who decided, as it is to be printed.
    public var by: String
    /// The digest of what the list held then.
    public var digest: String
    /// The state that the list was in.
    public var was: ReadingList.State
    /// When.
    public var at: Timestamp

    /// A decision by its parts.
    package init(
        kind: Kind, schoolClass: String?, by: String, digest: String, was: ReadingList.State, at: Timestamp
    ) {
        self.kind = kind
        self.schoolClass = schoolClass
        self.by = by
        self.digest = digest
        self.was = was
        self.at = at
    }
}

extension Sequence<ListDecision> {
    /// The classes whose hold stands after these decisions, in the order in which they were made. What a lift took back stays as it
    /// was when it was said, whichever class is the home by now.
    public var holds: Set<String> {
        var holds: Set<String> = []
        for decision in self {
            let name = decision.schoolClass ?? ""
            switch decision.kind {
            case .hold: holds.insert(name)
            case .lift: holds.remove(name)
            case .liftAll: holds.removeAll()
            case .approve: break
            }
        }
        return holds
    }

    /// The state that a list comes back to when nobody holds it any more: that in which it was held.
    public var stateBeforeHold: ReadingList.State? {
        reduce(nil) { $1.kind == .hold && $1.was != .held ? $1.was : $0 }
    }
}
