/// A yes/no rule that removes an item before scoring. The cases stand in their order of precedence: an earlier gate's
/// no is final whatever a later rule says.
public enum Gate: String, Codable, Sendable, CaseIterable {
    /// The learner did not agree to lists.
    case consent
    /// The feed or the item is not meant for the learner's grade, or waits for a teacher's approval.
    case suitability
    /// The teacher's must-not.
    case veto
    /// The learner's or a guardian's never.
    case optOut
    /// The item is in a language that the learner does not read.
    case language
    /// The learner has been given it in an earlier edition.
    case givenBefore
    /// It is older than the school's limit.
    case tooOld
    /// It is a near-copy of an item that the learner was given, or that stands for it.
    case copy
}

/// Why a gate removed an item.
public struct GateVerdict: Hashable, Codable, Sendable {
    /// The gate.
    public var gate: Gate
    /// The particular: the opt-out's phrase, the edition it was given in, the feed's lowest grade.
    public var because: String

    /// A verdict of a gate.
    package init(_ gate: Gate, because: String) {
        self.gate = gate
        self.because = because
    }
}
