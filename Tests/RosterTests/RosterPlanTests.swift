import Content
import Roster
import Testing

/// What an import appends, and what a full roster retires.
struct RosterPlanTests {
    private static func facts(_ text: String) throws -> [LearnerID: [Fact]] {
        RosterFixture.apply(RosterFixture.plan(try RosterFixture.file(text), current: [:], now: RosterFixture.now))
    }

    private static func roster(_ numbers: some Sequence<Int>) -> String {
        RosterFixture.header + "\n" + numbers.map { "R-\($0),Sample \($0),7A,7\n" }.joined()
    }

    private static func id(_ text: String) -> LearnerID { LearnerID(rawValue: text) }

    @Test func onlyWhatChangedIsAppended() throws {
        let before = try Self.facts("learner_id,name,class,grade,interests,dial\nR-1,Ana Prueba,7A,7,chess,2\n")
        let text = "learner_id,name,class,grade,interests,level\nR-1,Ana Prueba,8A,8,,7.5\nR-2,Ben Sample,8A,8,,\n"
        let plan = RosterFixture.plan(try RosterFixture.file(text), current: before, now: RosterFixture.later)
        let ana = plan.facts.filter { $0.learner == Self.id("R-1") }
        // The dial's column is absent: nothing changes. The interests' cell is empty: they are taken back.
        #expect(ana.map(\.kind) == [.classes, .grade, .interests, .level])
        #expect(ana.map(\.value) == ["8A", "8", "", "7.5"])
        #expect(plan.facts.allSatisfy { $0.at == RosterFixture.later && $0.origin == .roster && $0.item == nil })
        #expect(plan.new.map(\.name) == ["Ben Sample"])
        let interests = plan.changed.first?.changes.first { $0.kind == .interests }
        #expect(interests?.old == "chess" && interests?.new == "")
        // A new learner's empty cells say nothing.
        #expect(plan.facts.filter { $0.learner == Self.id("R-2") }.map(\.kind) == [.name, .classes, .grade, .enrolled])
    }

    @Test func sameRosterDoesNotOverruleWhatWasSaidSince() throws {
        let text = "learner_id,name,class,grade,consent,dial\nR-1,Ana Prueba,7A,7,yes,2\n"
        var facts = try Self.facts(text)
        let id = Self.id("R-1")
        facts[id]?.append(Fact(learner: id, kind: .consent, value: "no", origin: .guardian, at: RosterFixture.later))
        facts[id]?.append(Fact(learner: id, kind: .more, value: "chess", origin: .learner, at: RosterFixture.later))
        let plan = RosterFixture.plan(try RosterFixture.file(text), current: facts, now: RosterFixture.later)
        #expect(plan.isEmpty)
        #expect(plan.unchanged == [id])
    }

    @Test func missingStayUnlessTheRosterIsFull() throws {
        let before = try Self.facts(Self.roster(1...20))
        let file = try RosterFixture.file(Self.roster(1...18))
        let partial = RosterFixture.plan(file, current: before, now: RosterFixture.later)
        #expect(partial.isEmpty)
        #expect(partial.missing.map(\.learner.rawValue) == ["R-19", "R-20"])
        let full = RosterFixture.plan(file, current: before, now: RosterFixture.later, full: true)
        #expect(full.facts.map(\.kind) == [.enrolled, .enrolled])
        #expect(full.facts.map(\.value) == ["no", "no"])
        #expect(full.retires && full.missing.map(\.name) == ["Sample 19", "Sample 20"])
        // Once retired, they are not missing any more.
        let after = RosterFixture.apply(full, to: before)
        let again = RosterFixture.plan(file, current: after, now: RosterFixture.later, full: true)
        #expect(again.isEmpty && again.missing.isEmpty)
    }

    @Test func aGreatLossMustBeConfirmed() throws {
        let before = try Self.facts(Self.roster(1...20))
        let file = try RosterFixture.file(Self.roster(1...17))
        let held = RosterFixture.plan(file, current: before, now: RosterFixture.later, full: true)
        #expect(held.isEmpty)
        #expect(held.held == [SchoolHold(school: nil, active: 20, leaving: 3, changed: 0)])
        let plan = RosterFixture.plan(file, current: before, now: RosterFixture.later, full: true, confirmed: true)
        #expect(plan.facts.count == 3)
    }

    @Test func refusedRowsAreNotMissing() throws {
        let before = try Self.facts(Self.roster(1...20))
        let bad = try RosterFixture.file(Self.roster(1...19) + "R-20,Sample 20,7A,seven\n")
        let plan = RosterFixture.plan(bad, current: before, now: RosterFixture.later, full: true)
        #expect(plan.missing.isEmpty && plan.isEmpty)
        let short = try RosterFixture.file(Self.roster(1...19) + "R-20,Sample 20\n")
        #expect(RosterFixture.plan(short, current: before, now: RosterFixture.later, full: true).missing.isEmpty)
    }

    @Test func aFullRosterWithUnreadableRowsRetiresNobody() throws {
        let before = try Self.facts(Self.roster(1...20))
        let file = try RosterFixture.file(Self.roster(1...19) + "\"R-20,Sample 20,7A,7\n")
        let plan = RosterFixture.plan(file, current: before, now: RosterFixture.later, full: true, confirmed: true)
        #expect(plan.isEmpty && !plan.retires && plan.missing.count == 1)
        #expect(plan.findings.map(\.place) == ["learners.csv"])
    }

    @Test func whoComesBackIsEnrolledAgain() throws {
        let before = try Self.facts(Self.roster(1...20))
        let without = try RosterFixture.file(Self.roster(1...19))
        let gone = RosterFixture.plan(without, current: before, now: RosterFixture.later, full: true)
        let after = RosterFixture.apply(gone, to: before)
        let back = RosterFixture.plan(
            try RosterFixture.file(Self.roster(1...20)), current: after, now: RosterFixture.later, full: true)
        #expect(back.returned.map(\.learner.rawValue) == ["R-20"])
        #expect(back.facts.map(\.kind) == [.enrolled])
        #expect(back.returned.first?.changes.map(\.old) == ["no"])
    }
}
