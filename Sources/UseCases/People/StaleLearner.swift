import Content

/// What of a learner is old or was never said.
public enum StaleLearner {
    /// What is told of a learner counts as old after so many days: half a year.
    static let days = 180

    /// One thing that is known of a learner.
    public struct Part: Hashable, Sendable {
        /// What it is: level, strengths or needs.
        public var kind: Fact.Kind
        /// Of when it is; nil: nobody ever said.
        public var since: CalendarDate?
    }

    /// What of a learner's facts is old or missing.
    static func parts(of facts: [Fact], now: Timestamp) -> [Part] {
        let latest = latest(of: facts)
        let oldest = now.utcDate.adding(days: -days)
        return CheckInForm.kinds.compactMap { kind in
            guard let known = latest[kind], let since = known.since else { return Part(kind: kind, since: nil) }
            return since < oldest ? Part(kind: kind, since: since) : nil
        }
    }

    /// What is known of a learner's level, strengths and needs, and of when it is; nil: nobody ever said, or the roster
    /// took it back. A teacher who says that there is nothing has said something.
    static func latest(of facts: [Fact]) -> [Fact.Kind: (value: String, since: CalendarDate?)] {
        var latest: [Fact.Kind: Fact] = [:]
        for fact in facts { latest[fact.kind] = fact }
        var known: [Fact.Kind: (value: String, since: CalendarDate?)] = [:]
        for kind in CheckInForm.kinds {
            guard let fact = latest[kind] else { continue }
            let stated = kind == .level ? latest[.levelDate].flatMap { CalendarDate(iso: $0.value) } : nil
            let isSaid = !fact.value.isEmpty || fact.origin == .teacher
            known[kind] = (fact.value, isSaid ? stated ?? fact.at.utcDate : nil)
        }
        return known
    }
}
