/// What the ledger keeps of one scheduled edition: what has been done for it, or why not.
public struct EditionRecord: Hashable, Sendable {
    /// What became of it.
    public enum State: String, Hashable, Codable, Sendable, CaseIterable {
        /// Work on it has begun and can go on.
        case open
        /// Its lists are out.
        case done
        /// Its window ended before they were.
        case missed
        /// A person said that there is none on this date.
        case skipped
        /// It came due while its schedule was paused.
        case paused
    }

    /// The edition.
    public var edition: Edition
    /// What became of it.
    public var state: State
    /// The stages that are done.
    public var stages: [Stage]
    /// When its lists were due to be made, to go out, and when it was too late.
    public var makes: Timestamp
    /// When its lists were due to go out.
    public var sends: Timestamp
    /// From when on it was too late.
    public var ends: Timestamp
    /// Why it is as it is, as one sentence without a full stop.
    public var reason: String
    /// How often a stage has failed.
    public var failures: Int
    /// Whether lists have been approved that are not out yet.
    public var hasApproved: Bool
    /// When this was last written.
    public var at: Timestamp

    /// A record by its parts.
    package init(
        edition: Edition, state: State, stages: [Stage] = [], makes: Timestamp, sends: Timestamp, ends: Timestamp,
        reason: String = "", failures: Int = 0, hasApproved: Bool = false, at: Timestamp
    ) {
        self.edition = edition
        self.state = state
        self.stages = stages
        self.makes = makes
        self.sends = sends
        self.ends = ends
        self.reason = reason
        self.failures = failures
        self.hasApproved = hasApproved
        self.at = at
    }
}

/// What the ledger keeps of a schedule itself.
public struct ScheduleRecord: Hashable, Sendable {
    /// Failures that followed one another without a success between them.
    public struct Streak: Hashable, Codable, Sendable {
        /// How many.
        public var count: Int
        /// The edition that the first was of.
        public var edition: Edition
        /// When that was.
        public var since: Timestamp
        /// What was the matter last.
        public var problem: String
        /// Whether the operator has been written to.
        public var isAlerted: Bool

        /// A streak by its parts.
        package init(count: Int, edition: Edition, since: Timestamp, problem: String, isAlerted: Bool = false) {
            self.count = count
            self.edition = edition
            self.since = since
            self.problem = problem
            self.isAlerted = isAlerted
        }
    }

    /// Its name.
    public var name: String
    /// A text that changes with its days, times and zone.
    public var definition: String
    /// When it was first seen with that definition: what ended before was never its own.
    public var since: Timestamp
    /// Since when it is paused; nil: it is not.
    public var pausedSince: Timestamp?
    /// The last date of the pause; nil: until it is resumed.
    public var pausedUntil: CalendarDate?
    /// The failures that have not been followed by a success.
    public var streak: Streak?

    /// A record by its parts.
    package init(
        name: String, definition: String, since: Timestamp, pausedSince: Timestamp? = nil,
        pausedUntil: CalendarDate? = nil, streak: Streak? = nil
    ) {
        self.name = name
        self.definition = definition
        self.since = since
        self.pausedSince = pausedSince
        self.pausedUntil = pausedUntil
        self.streak = streak
    }
}
