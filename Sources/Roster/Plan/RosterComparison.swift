import Content

/// The learners of a source by what becomes of them, before anything is held.
struct RosterComparison {
    private let file: String
    /// Whether what a row does not say could not be read; another source may not speak of it at all.
    private let speaksOfAll: Bool
    private(set) var new: [RosterPlan.Entry] = []
    private(set) var returned: [RosterPlan.Entry] = []
    private(set) var changed: [RosterPlan.Entry] = []
    private(set) var unchanged: [LearnerID] = []
    private(set) var left: [RosterPlan.Entry] = []
    private(set) var missing: [RosterPlan.Entry] = []
    private(set) var retires = false
    private(set) var findings: [Finding] = []
    /// What would happen to each school, by name.
    private(set) var holds: [SchoolHold] = []
    private var schools: [SchoolName?: SchoolHold] = [:]

    init(_ snapshot: PeopleSnapshot, current: [LearnerID: [Fact]]) {
        // Of OneRoster the people stand in one of its files.
        file = snapshot.form == .oneRoster ? "users.csv" : snapshot.name
        speaksOfAll = snapshot.form == .table
        // Made of one learner at a time: of all at once they would take as much room as the facts.
        func state(_ id: LearnerID) -> RosterState { RosterState(current[id] ?? []) }
        var remains = Dictionary(grouping: snapshot.remains, by: \.id)
        for var row in snapshot.learners.sorted(by: { ($0.id, $0.line) < ($1.id, $1.line) })
        where !snapshot.untouched.contains(row.id) {
            if snapshot.form == .oneRoster { row.values[.source] = snapshot.form.rawValue }
            add(row.restricted(by: remains.removeValue(forKey: row.id) ?? []), state(row.id))
        }
        for (id, rows) in remains.sorted(by: { $0.key < $1.key }) {
            guard let first = rows.first else { continue }
            restrict(by: first.restricted(by: rows.dropFirst()), state(id))
        }
        changed.sort { $0.learner < $1.learner }
        findMissing(snapshot, current)
        count()
    }

    /// Who is on the roster and not in the source. Of a roster that is whole each time only who came by one like it leaves; where a row
    /// could not be read nobody can tell who is missing.
    private mutating func findMissing(_ snapshot: PeopleSnapshot, _ current: [LearnerID: [Fact]]) {
        let present = Set(snapshot.learners.map(\.id)).union(snapshot.untouched)
        retires = snapshot.isWhole && snapshot.rowsLeftOut == 0
        for (id, facts) in current {
            let state = RosterState(facts)
            guard state.isEnrolled else { continue }
            schools[state.school, default: SchoolHold(school: state.school, active: 0, leaving: 0, changed: 0)]
                .active += 1
            let cameSo = snapshot.form != .oneRoster || state.values[.source] == snapshot.form.rawValue
            guard cameSo, !present.contains(id) else { continue }
            missing.append(entry(id, name: nil, state, retires ? [Self.leaves(state)] : []))
        }
        missing.sort { $0.learner < $1.learner }
        if snapshot.isWhole, !retires, !missing.isEmpty {
            findings.append(.nobodyLeaves(file, rows: snapshot.rowsLeftOut, missing: missing.count))
        }
    }

    private mutating func add(_ row: LearnerRow, _ state: RosterState) {
        guard row.id.classRead == nil else {
            return findings.append(.idIsOfAClassPage(row.id, at: .file(file, line: row.line)))
        }
        if row.values[.enrolled] == "no" {
            if state.isEnrolled {
                left.append(entry(row.id, name: row.values[.name], state, [Self.leaves(state)]))
            } else if state.isKnown {
                unchanged.append(row.id)
            }
            return
        }
        let changes = state.changes(by: row)
        let entry = entry(row.id, name: row.values[.name], state, changes, school: row.values[.school])
        if !state.isKnown {
            new.append(entry)
            tellMissing(of: row)
        } else if changes.contains(where: { $0.kind == .enrolled && $0.new == "yes" }) {
            returned.append(entry)
        } else if changes.isEmpty {
            unchanged.append(row.id)
        } else {
            changed.append(entry)
        }
    }

    /// What is left of a row that was left out: it brings nobody in.
    private mutating func restrict(by row: LearnerRow, _ state: RosterState) {
        let changes = state.isKnown ? state.changes(by: row) : []
        guard !changes.isEmpty else { return }
        changed.append(entry(row.id, name: nil, state, changes))
        findings.append(.restrictionsCount(of: row.id, changes, at: .file(file, line: row.line)))
    }

    private func entry(
        _ id: LearnerID, name: String?, _ state: RosterState, _ changes: [LearnerChange], school: String? = nil
    ) -> RosterPlan.Entry {
        let own = state.isKnown ? state.school : school.flatMap { SchoolName($0) }
        return RosterPlan.Entry(
            learner: id, name: name ?? state.values[.name] ?? id.rawValue, school: own, changes: changes)
    }

    private static func leaves(_ state: RosterState) -> LearnerChange {
        LearnerChange(kind: .enrolled, old: state.values[.enrolled], new: "no")
    }

    /// What would happen to each school that has learners.
    private mutating func count() {
        for entry in left + (retires ? missing : []) { schools[entry.school]?.leaving += 1 }
        for entry in changed where entry.changes.contains(where: { SchoolHold.telling.contains($0.kind) }) {
            schools[entry.school]?.changed += 1
        }
        holds = schools.values.sorted { ($0.school?.text ?? "") < ($1.school?.text ?? "") }
    }

    /// What a new learner lacks, of whom nothing was known that could stand.
    private mutating func tellMissing(of row: LearnerRow) {
        let (id, place) = (row.id, FindingSite.file(file, line: row.line))
        func lacks(_ kind: Fact.Kind) -> Bool {
            row.values[kind] == nil && (speaksOfAll || row.unread.contains(kind))
        }
        if lacks(.name) { findings.append(.newLearnerHasNoName(id, at: place)) }
        if lacks(.grade) { findings.append(.newLearnerHasNoGrade(id, at: place)) }
        if lacks(.classes) { findings.append(.newLearnerHasNoClass(id, at: place)) }
        if row.unread.contains(.dial) { findings.append(.newLearnerHasNoDial(id, at: place)) }
    }
}
