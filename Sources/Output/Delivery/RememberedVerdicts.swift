import Synchronization

/// What was found for phrases, by phrase: thousands of pages name the same few.
final class RememberedVerdicts: Sendable {
    /// Where a phrase may be named.
    enum Verdict {
        /// Anywhere.
        case open
        /// In the learner's own mail.
        case personal
        /// Nowhere.
        case held
    }

    /// The most phrases that are remembered.
    static let most = 50_000

    private let verdicts = Mutex<[String: Verdict]>([:])

    /// What was found for a phrase, or what `look` finds now.
    func verdict(of phrase: String, _ look: (String) -> Verdict) -> Verdict {
        if let known = verdicts.withLock({ $0[phrase] }) { return known }
        let found = look(phrase)
        verdicts.withLock { if $0.count < Self.most { $0[phrase] = found } }
        return found
    }
}
