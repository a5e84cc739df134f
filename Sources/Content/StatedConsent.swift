/// Whether somebody agreed, after what the roster and people said of it.
struct StatedConsent {
    /// What the roster said last that could be read.
    private var roster: Fact?
    /// What it says now, where that cannot be read.
    private var unread: Fact?
    /// What a person said since.
    private var since: Fact?

    /// The fact that decides; nil: nothing was said.
    var deciding: Fact? { unread ?? since ?? roster }

    /// Nil: nobody has asked, or it was taken back.
    var value: Bool? {
        if unread != nil { return false }
        guard let word = (since ?? roster)?.value, !word.isEmpty else { return nil }
        return word == "yes"
    }

    mutating func take(_ fact: Fact) {
        guard fact.origin == .roster else {
            since = fact
            return
        }
        unread = fact.value == Fact.unreadable ? fact : nil
        // The roster that can be read again, and says what it said before, says nothing new.
        if unread != nil || fact.value == roster?.value { return }
        roster = fact
        since = nil
    }
}
