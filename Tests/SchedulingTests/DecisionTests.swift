import Configuration
import Content
import Scheduling
import Store
import Testing
import TestSupport

/// What is to be done about editions, case by case.
@Suite struct DecisionTests {
    private static let first = Calendars.moment("2026-09-01T00:00:00Z")
    private static let daily = "days: [every day], time: 06:30, max-late: 6 hours"

    private final class Worker: EditionWorker {
        var done: [String] = []
        var fails: Set<String> = []
        var alerts: [Bool] = []
        var abandoned: [String] = []

        func perform(_ stage: Stage, of order: EditionOrder) -> StageOutcome {
            if fails.contains(stage.rawValue) { return .failed("the disk is full") }
            done.append("\(order.occurrence.edition.date) \(stage.rawValue)")
            return .done()
        }
        func abandon(_ edition: Edition) { abandoned.append("\(edition.date)") }
        func tell(_ alert: OperatorAlert) { alerts.append(alert.isWell) }
    }

    /// A school's year in memory: ticks at moments, and what was done.
    private struct School {
        let book: ScheduleBook
        let ledger = MemoryLedger()
        let worker = Worker()

        init(_ lines: String) throws {
            book = ScheduleBook(schedules: [try Calendars.schedule(lines)])
            _ = try tick("2026-09-01T00:00:00Z")
        }

        @discardableResult
        func tick(_ now: String) throws -> [Tick.Result] {
            try Tick(book: book, ledger: ledger, worker: worker, alertAfter: 3).run(now: Calendars.moment(now))
        }

        func state(_ date: String) -> EditionRecord? { ledger.all.first { $0.edition.date.iso == date } }
    }

    @Test func anEditionIsMadeAtItsTimeAndOnce() throws {
        let school = try School(Self.daily)
        try school.tick("2026-09-01T06:29:59Z")
        #expect(school.worker.done.isEmpty)
        try school.tick("2026-09-01T06:30:00Z")
        try school.tick("2026-09-01T06:40:00Z")
        #expect(school.worker.done == ["2026-09-01 ingest", "2026-09-01 rank", "2026-09-01 deliver"])
        #expect(school.state("2026-09-01")?.state == .done)
    }

    @Test func aMachineThatWasOffMakesAtMostOneLateEdition() throws {
        let school = try School(Self.daily)
        try school.tick("2026-09-04T09:00:00Z")
        #expect(school.worker.done.map { $0.prefix(10) }.allSatisfy { $0 == "2026-09-04" })
        for date in ["2026-09-01", "2026-09-02", "2026-09-03"] {
            #expect(school.state(date)?.state == .missed)
            #expect(school.state(date)?.reason.contains("the machine was off") == true)
        }
        #expect(school.state("2026-09-04")?.reason.contains("2 h 30 min late") == true)
    }

    @Test func whatIsTooLateIsMissed() throws {
        let school = try School(Self.daily)
        try school.tick("2026-09-01T12:30:00Z")
        #expect(school.worker.done.isEmpty)
        #expect(school.state("2026-09-01")?.reason.contains("more than 6 hours after its time") == true)
    }

    @Test func aClockThatStepsBackDoublesNothing() throws {
        let school = try School(Self.daily)
        try school.tick("2026-09-02T06:35:00Z")
        let done = school.worker.done
        for now in ["2026-09-02T06:30:00Z", "2026-09-02T05:00:00Z", "2026-09-02T06:31:00Z"] { try school.tick(now) }
        #expect(school.worker.done == done)
    }

    @Test func aClockThatWasFarAheadLosesNothing() throws {
        let school = try School(Self.daily)
        try school.tick("2026-11-20T03:00:00Z")
        #expect(school.state("2026-09-10")?.state == .missed)
        try school.tick("2026-09-10T06:30:00Z")
        #expect(school.state("2026-09-10")?.state == .done)
        #expect(school.worker.done == ["2026-09-10 ingest", "2026-09-10 rank", "2026-09-10 deliver"])
    }

    @Test func aFailedStageIsGoneOnWithAndNotTheOnesBefore() throws {
        let school = try School(Self.daily)
        school.worker.fails = ["deliver"]
        try school.tick("2026-09-01T06:30:00Z")
        #expect(school.state("2026-09-01")?.stages == [.ingest, .rank])
        #expect(school.state("2026-09-01")?.reason == "the disk is full")
        school.worker.fails = []
        try school.tick("2026-09-01T06:40:00Z")
        #expect(school.worker.done == ["2026-09-01 ingest", "2026-09-01 rank", "2026-09-01 deliver"])
    }

    @Test func whatFailsUntilItsWindowEndsIsMissedAndGivenUp() throws {
        let school = try School(Self.daily)
        school.worker.fails = ["deliver"]
        try school.tick("2026-09-01T06:30:00Z")
        try school.tick("2026-09-01T12:30:00Z")
        #expect(school.state("2026-09-01")?.state == .missed)
        #expect(school.state("2026-09-01")?.reason.contains("it had failed once: the disk is full") == true)
        #expect(school.worker.abandoned == ["2026-09-01"])
    }

    @Test func theOperatorIsToldOnceAndOnceWhenItIsWellAgain() throws {
        let school = try School(Self.daily)
        school.worker.fails = ["rank"]
        for minute in 30...50 { try school.tick("2026-09-01T06:\(minute):00Z") }
        #expect(school.worker.alerts == [false])
        school.worker.fails = []
        for minute in 51...55 { try school.tick("2026-09-01T06:\(minute):00Z") }
        #expect(school.worker.alerts == [false, true])
        school.worker.fails = ["rank"]
        try school.tick("2026-09-02T06:30:00Z")
        #expect(school.worker.alerts.count == 2)
    }

    @Test func theOperatorIsToldOfAScheduleThatCannotBeUsed() throws {
        let school = try School(Self.daily)
        let yaml = "schedules:\n  lists: {days: [every day], time: 06:30, holidays: [gone.ics]}\n"
        let broken = try Calendars.book(yaml)
        let tick = Tick(book: broken, ledger: school.ledger, worker: school.worker, alertAfter: 3)
        for minute in 10...20 { _ = try tick.run(now: Calendars.moment("2026-09-01T05:\(minute):00Z")) }
        #expect(school.worker.alerts == [false])
        #expect(!Tick.hasWork(broken, try LedgerView(school.ledger, schedules: [], now: Self.first), now: Self.first))
        try school.tick("2026-09-01T06:30:00Z")
        #expect(school.worker.alerts == [false, true])
    }

    @Test func listsAreMadeForReviewFirstAndGoOutAtTheirTime() throws {
        let school = try School("days: [monday], time: 06:30, review: 14:00 3 days before, max-late: 6 hours")
        try school.tick("2026-09-04T14:00:00Z")
        #expect(school.worker.done == ["2026-09-07 ingest", "2026-09-07 rank"])
        try school.tick("2026-09-07T06:20:00Z")
        #expect(school.worker.done.count == 2)
        try school.tick("2026-09-07T06:30:00Z")
        #expect(school.worker.done.last == "2026-09-07 deliver")
        let edition = Edition(schedule: "lists", date: Calendars.date("2026-09-07"))
        school.ledger.noteApproval(of: edition)
        try school.tick("2026-09-08T10:00:00Z")
        try school.tick("2026-09-08T10:10:00Z")
        #expect(school.worker.done.filter { $0 == "2026-09-07 deliver" }.count == 2)
        school.ledger.noteApproval(of: edition)
        try school.tick("2026-09-11T14:00:00Z")
        #expect(school.worker.done.filter { $0 == "2026-09-07 deliver" }.count == 2)
    }

    @Test func aNewScheduleMakesNothingOfBefore() throws {
        let school = try School(Self.daily)
        let late = ScheduleBook(schedules: [try Calendars.schedule("days: [every day], time: 01:00")])
        let tick = Tick(book: late, ledger: school.ledger, worker: school.worker, alertAfter: 3)
        #expect(try tick.run(now: Calendars.moment("2026-09-01T05:00:00Z")).isEmpty)
        #expect(try tick.run(now: Calendars.moment("2026-09-02T01:00:00Z")).count == 1)
    }

    @Test func whatFailedAndWasDoneSinceIsNotTheReasonOfWhatComesNext() throws {
        let school = try School("days: [wednesday], time: 06:30, review: 14:00 the day before")
        school.worker.fails = ["rank"]
        try school.tick("2026-09-01T14:00:00Z")
        school.worker.fails = []
        try school.tick("2026-09-01T14:10:00Z")
        try school.tick("2026-09-02T06:30:00Z")
        #expect(school.state("2026-09-02")?.state == .done)
        #expect(school.state("2026-09-02")?.reason == "the time to send has come")
    }

    @Test func aScheduleThatWasTakenOutLeavesNothingOpen() throws {
        let school = try School(Self.daily)
        school.worker.fails = ["rank"]
        try school.tick("2026-09-01T06:30:00Z")
        let tick = Tick(book: ScheduleBook(schedules: []), ledger: school.ledger, worker: school.worker, alertAfter: 3)
        _ = try tick.run(now: Calendars.moment("2026-09-01T06:40:00Z"))
        #expect(school.state("2026-09-01")?.state == .missed)
        #expect(school.state("2026-09-01")?.reason.contains("taken out") == true)
    }

    @Test func theTwoLedgersGiveTheSame() throws {
        let (memory, store) = (MemoryLedger(), StoredLedger(try Store.inMemory()))
        let worker = Worker()
        let book = ScheduleBook(schedules: [try Calendars.schedule(Self.daily)])
        for now in ["2026-09-01T00:00:00Z", "2026-09-01T06:30:00Z", "2026-09-05T07:00:00Z", "2026-09-03T00:00:00Z"] {
            for ledger in [memory, store] as [any EditionLedger] {
                _ = try Tick(book: book, ledger: ledger, worker: worker, alertAfter: 3).run(now: Calendars.moment(now))
            }
        }
        let from = Calendars.date("2026-08-01")
        #expect(try store.editions(from: from) == memory.editions(from: from))
        #expect(try store.schedules() == memory.schedules())
        #expect(
            try store.lastDates(upTo: Calendars.date("2026-09-04"))
                == memory.lastDates(upTo: Calendars.date("2026-09-04")))
    }
}
