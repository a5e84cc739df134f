import Content

/// What an import of `learners.csv` would append: a pure comparison of the file with the facts that are there. Facts that say
/// what was said before are not appended, so that importing a file twice changes nothing.
public struct RosterPlan: Hashable, Sendable {
    /// One learner whom the file changes.
    public struct Entry: Hashable, Sendable {
        /// The learner.
        public let learner: LearnerID
        /// Their name, as the file has it; for one who is missing, as the roster had it.
        public let name: String
        /// What is changed, in the order of the kinds of facts.
        public let changes: [LearnerChange]
    }

    /// The facts to append, by learner and kind.
    public let facts: [Fact]
    /// Learners whom the roster never had.
    public let new: [Entry]
    /// Learners who had left the roster and stand in the file again.
    public let returned: [Entry]
    /// Learners of whom the file says something else than before.
    public let changed: [Entry]
    /// Learners of whom it says the same.
    public let unchanged: [LearnerID]
    /// Enrolled learners who do not stand in the file. They stay as they are, unless ``retires``.
    public let missing: [Entry]
    /// Whether the missing are retired: the file was given as the full roster.
    public let retires: Bool
    /// What what could not be read comes to for whom it is about.
    public let findings: [Finding]

    /// The largest share of the enrolled that a full roster may retire without being confirmed, in percent.
    public static let largestUnconfirmedLoss = 10

    /// Compares a file with the facts that are there.
    ///
    /// A column that the file does not have changes nothing; a cell that is empty takes back what the roster said before.
    /// What learner, guardian or teacher said stays unless the roster itself says something new. What rows that were left
    /// out restrict counts for learners who are known.
    ///
    /// - Parameters:
    ///   - file: the rows of `learners.csv`.
    ///   - current: the facts of every learner, in the order in which they were stored.
    ///   - now: the time of the new facts.
    ///   - full: whether the file is the whole roster, so that who is missing from it is retired (`enrolled`: no).
    ///   - confirmed: whether retiring more than ``largestUnconfirmedLoss`` percent of the enrolled was confirmed; true
    ///     also for a mere look (`--dry-run`).
    public init(
        file: RosterFile<LearnerRow>, current: [LearnerID: [Fact]], now: Timestamp, full: Bool = false,
        confirmed: Bool = false
    ) throws(RosterPlanError) {
        var parts = Parts(file: file.name)
        var remains = Dictionary(grouping: file.remains, by: \.id)
        for row in file.rows.sorted(by: { ($0.id, $0.line) < ($1.id, $1.line) }) {
            let whole = row.restricted(by: remains.removeValue(forKey: row.id) ?? [])
            parts.add(whole, RosterState(current[row.id] ?? []))
        }
        for (id, rows) in remains.sorted(by: { $0.key < $1.key }) {
            guard let first = rows.first else { continue }
            parts.restrict(by: first.restricted(by: rows.dropFirst()), RosterState(current[id] ?? []))
        }
        let present = Set(file.rows.map(\.id)).union(file.refused.map(LearnerID.init(rawValue:)))
        let states = current.mapValues { RosterState($0) }.filter(\.value.isEnrolled)
        missing = states.filter { !present.contains($0.key) }.sorted { $0.key < $1.key }.map { id, state in
            Entry(
                learner: id, name: state.values[.name] ?? id.rawValue,
                changes: full ? [LearnerChange(kind: .enrolled, old: state.values[.enrolled], new: "no")] : [])
        }
        if full, !missing.isEmpty {
            try Self.checkLoss(file: file, missing: missing.count, enrolled: states.count, confirmed: confirmed)
        }
        new = parts.new
        returned = parts.returned
        changed = parts.changed.sorted { $0.learner < $1.learner }
        unchanged = parts.unchanged
        retires = full
        findings = parts.findings
        facts = (parts.new + parts.returned + parts.changed + missing).sorted { $0.learner < $1.learner }
            .flatMap { entry in
                entry.changes.map {
                    Fact(learner: entry.learner, kind: $0.kind, value: $0.new, origin: .roster, at: now)
                }
            }
    }

    /// Whether there is nothing to append.
    public var isEmpty: Bool { facts.isEmpty }

    private static func checkLoss(
        file: RosterFile<LearnerRow>, missing: Int, enrolled: Int, confirmed: Bool
    ) throws(RosterPlanError) {
        if file.unreadable > 0 { throw .unreadableRows(file: file.name, count: file.unreadable) }
        if !confirmed, missing * 100 > enrolled * largestUnconfirmedLoss {
            throw .tooManyMissing(file: file.name, missing: missing, enrolled: enrolled)
        }
    }

    /// The learners of a file by what becomes of them.
    private struct Parts {
        let file: String
        var new: [Entry] = []
        var returned: [Entry] = []
        var changed: [Entry] = []
        var unchanged: [LearnerID] = []
        var findings: [Finding] = []

        init(file: String) { self.file = file }

        mutating func add(_ row: LearnerRow, _ state: RosterState) {
            let changes = state.changes(by: row)
            let name = row.values[.name] ?? state.values[.name] ?? row.id.rawValue
            let entry = Entry(learner: row.id, name: name, changes: changes)
            if !state.isKnown {
                new.append(entry)
                tellMissing(of: row)
            } else if changes.contains(where: { $0.kind == .enrolled }) {
                returned.append(entry)
            } else if changes.isEmpty {
                unchanged.append(row.id)
            } else {
                changed.append(entry)
            }
        }

        /// What is left of a row that was left out: it brings nobody in.
        mutating func restrict(by row: LearnerRow, _ state: RosterState) {
            let changes = state.isKnown ? state.changes(by: row) : []
            guard !changes.isEmpty else { return }
            changed.append(Entry(learner: row.id, name: state.values[.name] ?? row.id.rawValue, changes: changes))
            findings.append(.restrictionsCount(of: row.id, changes, at: place(of: row)))
        }

        /// What a new learner lacks, of whom nothing was known that could stand.
        private mutating func tellMissing(of row: LearnerRow) {
            let (id, place) = (row.id, place(of: row))
            if row.values[.name] == nil { findings.append(.newLearnerHasNoName(id, at: place)) }
            if row.values[.grade] == nil { findings.append(.newLearnerHasNoGrade(id, at: place)) }
            if row.values[.classes] == nil { findings.append(.newLearnerHasNoClass(id, at: place)) }
            if row.unread.contains(.dial) { findings.append(.newLearnerHasNoDial(id, at: place)) }
        }

        private func place(of row: LearnerRow) -> FindingSite { .file(file, line: row.line) }
    }
}
