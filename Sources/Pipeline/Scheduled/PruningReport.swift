import Content
import Output
import Store

/// What was, or would be, removed because it is old, and what was not.
public struct PruningReport: Sendable {
    /// The first date that is kept; nil: all are. Of a district, the first that everybody keeps.
    public let date: CalendarDate?
    /// Whether schools of a district keep for other times than each other.
    public let isBySchool: Bool
    /// The editions that are gone, or would be, with what was kept of them.
    public var editions: [OldEditionRepository.OldEdition] = []
    /// The parts that are gone, or would be, of editions that others keep.
    public var parts: [Part] = []
    /// Those that stay although they are old: lists of them wait for a teacher, or are not out yet.
    public var unfinished: [OldEditionRepository.OldEdition] = []
    /// Those of which files could not be removed. The store keeps them, and the next removal tries again.
    public var remaining: [Remaining] = []
    /// Why nothing was removed by this clock; nil: it is believed.
    public var doubt: ClockDoubt?

    /// An edition that could not be removed.
    public struct Remaining: Sendable {
        /// The edition.
        public var edition: Edition
        /// How many of its files are still there.
        public var files: Int
        /// Of how many that were to go.
        public var of: Int
        /// Why the first of them is.
        public var problem: OutboxError
    }

    /// The part of an edition that is of some schools.
    public struct Part: Sendable {
        /// What it is.
        public var part: OldEditionRepository.Part
        /// How these schools are written; an empty one: learners of none.
        public var schools: [String]
    }

    init(before date: CalendarDate?, isBySchool: Bool = false) {
        self.date = date
        self.isBySchool = isBySchool
    }

    /// Whether anything that is old could not be removed.
    public var hasProblem: Bool { doubt != nil || !remaining.isEmpty }
}
