import Content
import Scheduling
import Store

/// One pretended school year: ticks every ten minutes, outages, kills, wrong clocks, slow runs, people's doings.
package struct SchoolYear {
    /// What came of it.
    package struct Report {
        /// What broke a promise; empty when all is well.
        package var wrongs: [String] = []
        /// The ledger at the end.
        package var records: [EditionRecord] = []
        /// How many ticks looked at the calendar.
        package var ticks = 0
        /// How many were killed at work.
        package var kills = 0

        /// How many editions ended in a state.
        package func count(_ state: EditionRecord.State) -> Int { records.count { $0.state == state } }
    }

    let plan: YearPlan

    /// A year by its seed.
    package init(seed: UInt64) { plan = YearPlan(seed: seed) }

    /// Lives through the year. `skippingIdle` leaves out the ticks at which nothing can have changed.
    package func run(_ ledger: any EditionLedger, skippingIdle: Bool = true) throws -> Report {
        let work = PretendedWork(plan)
        let book = ScheduleBook(schedules: plan.schedules)
        let tick = Tick(book: book, ledger: ledger, worker: work, alertAfter: 3)
        var report = Report()
        var acts = plan.acts[...]
        var moment = plan.year.start
        var busyUntil = moment
        var skipped: Set<Edition> = []
        while moment < plan.year.end {
            while let next = acts.first, next.at <= moment {
                acts = acts.dropFirst()
                try act(next.act, work, ledger, now: plan.shown(next.at), &skipped)
            }
            let isOff = plan.outages.contains { $0.contains(moment) }
            var next = moment + 600
            if !isOff, moment >= busyUntil {
                let now = plan.shown(moment)
                report.ticks += 1
                work.begin(at: moment)
                do {
                    for result in try tick.run(now: now) where result.record.stages.contains(.rank) {
                        work.withhold(before: result.record.edition)
                    }
                } catch is Killed {
                    report.kills += 1
                }
                busyUntil = moment + work.elapsed
                if skippingIdle { next = try idleEnd(moment, now: now, book, ledger) }
            }
            moment = max(next, moment + 600)
        }
        report.records = try ledger.editions(from: CalendarDate(year: 2026, month: 1, day: 1))
        report.wrongs =
            work.wrongs + YearJudge(plan: plan, work: work, records: report.records).wrongs(skipped: skipped)
        return report
    }

    /// The first tick at which anything can be other than now.
    private func idleEnd(
        _ moment: Int64, now: Timestamp, _ book: ScheduleBook, _ ledger: any EditionLedger
    ) throws -> Int64 {
        let view = try LedgerView(ledger, schedules: book.schedules, now: now)
        var end = plan.nextChange(after: moment)
        for decision in Decision.decide(book, view, now: now) {
            guard case .wait(let until) = decision.action else { return moment + 600 }
            end = min(end, moment + until.seconds - now.seconds)
        }
        return moment + max(1, (end - moment + 599) / 600) * 600
    }

    private func act(
        _ act: YearPlan.Act, _ work: PretendedWork, _ ledger: any EditionLedger, now: Timestamp,
        _ skipped: inout Set<Edition>
    ) throws {
        switch act {
        case .approve: for edition in work.approve() { try ledger.noteApproval(of: edition) }
        case .skip(let edition):
            let known = try ledger.editions(from: edition.date).first { $0.edition == edition }
            guard known == nil,
                let occurrence = plan.schedules.first(where: { $0.name == edition.schedule })?
                    .occurrence(on: edition.date)
            else { return }
            skipped.insert(edition)
            try ledger.put(
                EditionRecord(
                    edition: edition, state: .skipped, makes: occurrence.makes, sends: occurrence.sends,
                    ends: occurrence.ends, reason: "snow", at: now))
        case .pause(let name), .resume(let name):
            guard var record = try ledger.schedules().first(where: { $0.name == name }) else { return }
            if case .pause = act { record.pausedSince = now } else { record.pausedSince = nil }
            try ledger.put(record)
        }
    }
}
