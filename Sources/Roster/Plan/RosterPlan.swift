import Content

/// What an import of people would append: a pure comparison of a snapshot with the facts that are there. Facts that say what was said
/// before are not appended, so that importing the same twice changes nothing.
public struct RosterPlan: Hashable, Sendable {
    /// One learner whom the source changes.
    public struct Entry: Hashable, Sendable {
        /// The learner.
        public let learner: LearnerID
        /// Their name, as the source has it; for one who is missing, as the roster had it.
        public let name: String
        /// The school whose learner they are; nil: none is named.
        public let school: SchoolName?
        /// What is changed, in the order of the kinds of facts.
        public let changes: [LearnerChange]
    }

    /// The facts to append, by learner and kind.
    public let facts: [Fact]
    /// Learners whom the roster never had.
    public let new: [Entry]
    /// Learners who had left the roster and stand in the source again.
    public let returned: [Entry]
    /// Learners of whom the source says something else than before.
    public let changed: [Entry]
    /// Learners of whom it says the same.
    public let unchanged: [LearnerID]
    /// Learners of whom the source says that they have left.
    public let left: [Entry]
    /// Learners on the roster who do not stand in the source. They stay as they are, unless ``retires``.
    public let missing: [Entry]
    /// Whether the missing leave: the source is the whole roster, and all of it could be read.
    public let retires: Bool
    /// The schools that nothing is changed of until somebody says yes, by name.
    public let held: [SchoolHold]
    /// The learners of whom something would change if nobody's yes were needed.
    public let waiting: Set<LearnerID>
    /// What what could not be read comes to for whom it is about.
    public let findings: [Finding]

    /// Compares a source with the facts that are there.
    ///
    /// What the source does not speak of changes nothing; a cell that is empty takes back what the roster said before. What learner,
    /// guardian or teacher said stays unless the roster itself says something new. What rows that were left out restrict counts
    /// for learners who are known.
    ///
    /// - Parameters:
    ///   - snapshot: the people.
    ///   - current: the facts of every learner, in the order in which they were stored.
    ///   - now: the time of the new facts.
    ///   - confirmed: whether a person said yes to what would be held.
    public init(
        _ snapshot: PeopleSnapshot, current: [LearnerID: [Fact]], now: Timestamp, confirmed: Bool = false
    ) {
        let comparison = RosterComparison(snapshot, current: current)
        let held = confirmed ? [] : comparison.holds.filter { $0.waits(in: snapshot.form) }
        let waiting = Set(held.map(\.school))
        // Nothing of a school that is held is touched, and nobody comes into it.
        func isHeld(_ entry: Entry) -> Bool {
            let goesTo = entry.changes.first { $0.kind == .school }.map { SchoolName($0.new) }
            return waiting.contains(entry.school) || (goesTo.map { waiting.contains($0) } ?? false)
        }
        func go(_ entries: [Entry]) -> [Entry] { entries.filter { !isHeld($0) } }
        self.waiting = Set(
            waiting.isEmpty
                ? []
                : (comparison.new + comparison.returned + comparison.changed + comparison.left + comparison.missing)
                    .filter(isHeld).map(\.learner))
        self.held = held
        new = go(comparison.new)
        returned = go(comparison.returned)
        changed = go(comparison.changed)
        left = go(comparison.left)
        missing = go(comparison.missing)
        unchanged = comparison.unchanged
        retires = comparison.retires
        findings = comparison.findings
        facts = (new + returned + changed + left + (retires ? missing : [])).sorted { $0.learner < $1.learner }
            .flatMap { entry in
                entry.changes.map {
                    Fact(
                        learner: entry.learner, kind: $0.kind, value: $0.new, guardian: $0.guardian, origin: .roster,
                        at: now)
                }
            }
    }

    /// Whether there is nothing to append.
    public var isEmpty: Bool { facts.isEmpty }
}
