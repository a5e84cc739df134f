import Content
import Roster
import Testing

/// What waits for a person's yes, a school at a time.
struct SchoolHoldTests {
    private static let (hill, lake) = ("Hill Road School", "Lakeside Academy")

    private static func row(_ number: Int, _ school: String, grade: Int = 5, name: String? = nil) -> LearnerRow {
        LearnerRow(
            id: LearnerID(rawValue: "\(number)"), line: number + 1,
            values: [
                .name: name ?? "Sample \(number)", .classes: "5A", .grade: "\(grade)", .school: school,
                .guardianEmail: "p\(number)@families.example", .enrolled: "yes",
            ])
    }

    private static func people(_ rows: [LearnerRow], isWhole: Bool = true) -> PeopleSnapshot {
        PeopleSnapshot(form: .oneRoster, name: "district", learners: rows, isWhole: isWhole)
    }

    /// Ten learners of one school, twelve of the other.
    private static let sound = (1...10).map { row($0, hill) } + (11...22).map { row($0, lake) }

    private static func plan(
        _ rows: [LearnerRow], after before: [LearnerRow] = sound, isWhole: Bool = true, confirmed: Bool = false
    ) -> RosterPlan {
        let first = RosterPlan(people(before), current: [:], now: RosterFixture.now)
        return RosterPlan(
            people(rows, isWhole: isWhole), current: RosterFixture.apply(first), now: RosterFixture.later,
            confirmed: confirmed)
    }

    @Test func aSchoolOfWhichTooManyLeaveWaitsAndTheOthersGoOn() {
        let rows = Array(Self.sound.dropFirst(2).dropLast()) + [Self.row(30, Self.hill), Self.row(31, Self.lake)]
        let plan = Self.plan(rows)
        #expect(plan.held == [SchoolHold(school: SchoolName(Self.hill), active: 10, leaving: 2, changed: 0)])
        // Of the other one of twelve leaves, and one comes.
        #expect(plan.missing.map(\.learner.rawValue) == ["22"] && plan.retires)
        #expect(plan.new.map(\.learner.rawValue) == ["31"])
        let confirmed = Self.plan(rows, confirmed: true)
        #expect(confirmed.held.isEmpty && confirmed.missing.count == 3 && confirmed.new.count == 2)
    }

    @Test func aTenthMayLeaveAndMoreMayNot() {
        #expect(Self.plan(Array(Self.sound.dropFirst())).held.isEmpty)
        #expect(Self.plan(Array(Self.sound.dropFirst(2))).held.map(\.leaving) == [2])
    }

    @Test func threeQuartersMayChangeAndMoreMayNot() {
        func changed(_ count: Int) -> [LearnerRow] {
            Self.sound.enumerated().map {
                $0.offset < count ? Self.row($0.offset + 1, Self.hill, grade: 6) : $0.element
            }
        }
        #expect(Self.plan(changed(7)).held.isEmpty)
        #expect(Self.plan(changed(8)).held.map(\.changed) == [8])
        #expect(Self.plan(changed(8)).isEmpty)
    }

    @Test func idsThatWereReissuedDoubleNobody() {
        let rows = Self.sound.map { row in
            LearnerRow(id: LearnerID(rawValue: "new-\(row.id)"), line: row.line, values: row.values)
        }
        let plan = Self.plan(rows)
        #expect(plan.held.map(\.leaving) == [10, 12] && plan.isEmpty)
    }

    @Test func anotherCaseIsNoOtherSchool() {
        let rows = Self.sound.map { row in
            LearnerRow(
                id: row.id, line: row.line,
                values: row.values.merging([.school: (row.values[.school] ?? "").uppercased() + " "]) { $1 })
        }
        #expect(Self.plan(rows).isEmpty && Self.plan(rows).held.isEmpty)
    }

    @Test func nobodyComesIntoASchoolThatWaits() {
        var rows = Array(Self.sound.dropFirst(2))
        rows[rows.count - 1] = Self.row(22, Self.hill)
        let plan = Self.plan(rows)
        #expect(plan.held.map(\.school) == [SchoolName(Self.hill)] && plan.isEmpty)
    }

    @Test func whoCameByAnotherRosterDoesNotLeave() {
        let own = RosterPlan(
            PeopleSnapshot(form: .table, name: "learners.csv", learners: [Self.row(40, Self.hill)]), current: [:],
            now: RosterFixture.now)
        let before = RosterFixture.apply(own)
        let plan = RosterPlan(Self.people(Self.sound), current: before, now: RosterFixture.later)
        #expect(plan.missing.isEmpty && plan.new.count == 22)
    }

    @Test func whoIsNotMentionedByChangesStaysAndWhoIsDeletedLeaves() {
        var row = Self.row(3, Self.hill)
        row = LearnerRow(id: row.id, line: 2, values: [.enrolled: "no", .name: "Sample 3"])
        let plan = Self.plan([row], isWhole: false)
        #expect(plan.left.map(\.learner.rawValue) == ["3"] && plan.held.isEmpty)
        #expect(plan.facts.map(\.kind) == [.enrolled] && plan.facts.map(\.value) == ["no"])
    }

    @Test func rowsThatWereLeftOutMakeNobodyLeave() {
        var people = Self.people(Array(Self.sound.dropFirst()))
        people.rowsLeftOut = 1
        people.untouched = [LearnerID(rawValue: "2")]
        let first = RosterPlan(Self.people(Self.sound), current: [:], now: RosterFixture.now)
        let plan = RosterPlan(people, current: RosterFixture.apply(first), now: RosterFixture.later)
        #expect(plan.isEmpty && !plan.retires)
        #expect(plan.findings.map(\.problem).contains { $0.contains("nobody can tell who is missing") })
    }

    @Test func ofATableOfAFewRowsAllMayChange() {
        let header = "\(RosterFixture.header)\n"
        func text(_ grade: Int, _ rows: Int) -> String {
            header + (1...rows).map { "R-\($0),Sample \($0),7A,\(grade)\n" }.joined()
        }
        for (rows, waits) in [(4, false), (5, true)] {
            guard let before = try? RosterFixture.file(text(7, rows)),
                let after = try? RosterFixture.file(text(8, rows))
            else { return #expect(Bool(false)) }
            let facts = RosterFixture.apply(RosterFixture.plan(before, current: [:], now: RosterFixture.now))
            let plan = RosterFixture.plan(after, current: facts, now: RosterFixture.later)
            #expect(plan.held.isEmpty != waits)
        }
    }
}
