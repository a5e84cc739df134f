import Content
import Output
import Store

/// What was, or would be, removed because it is old, and what was not.
public struct PruningReport: Sendable {
    /// The first date that is kept; nil: all are.
    public let date: CalendarDate?
    /// The editions that are gone, or would be, with what was kept of them.
    public var editions: [OldEditionRepository.OldEdition] = []
    /// Those that stay although they are old: lists of them wait for a teacher, or are not out yet.
    public var unfinished: [OldEditionRepository.OldEdition] = []
    /// Those of which files could not be removed. The store keeps them, and the next removal tries again.
    public var remaining: [Remaining] = []
    /// Why nothing was removed by this clock; nil: it is believed.
    public var doubt: ClockDoubt?

    /// An edition that could not be removed.
    public struct Remaining: Sendable {
        /// The edition.
        public var edition: OldEditionRepository.OldEdition
        /// How many of its files are still there.
        public var files: Int
        /// Why the first of them is.
        public var problem: OutboxError
    }

    init(before date: CalendarDate?) { self.date = date }

    /// Whether anything that is old could not be removed.
    public var hasProblem: Bool { doubt != nil || !remaining.isEmpty }
}
