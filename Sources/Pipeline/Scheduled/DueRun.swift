import Configuration
import Content
import Foundation
import ScorerKit
import Scheduling
import Store

/// `gleaner run --due`: does what the calendar says is due, and nothing twice. Safe at any time, from anything, as often as one
/// likes: where nothing is due it reads the configuration and the ledger and ends.
public struct DueRun {
    let calendar: SchoolCalendar
    let scorerTypes: [any Scorer.Type]
    let words: any RunWords

    /// A run of what is due in a school; `words`: what it writes down for people.
    package init(calendar: SchoolCalendar, scorerTypes: [any Scorer.Type], words: any RunWords) {
        self.calendar = calendar
        self.scorerTypes = scorerTypes
        self.words = words
    }

    /// What came of it.
    public enum Outcome: Sendable {
        /// Nothing was due; the next edition that comes, if any does.
        case nothingDue(next: Occurrence?)
        /// Another run is at work: who.
        case busy(Verbatim)
        /// What became of each edition, what a person should know, and what was removed because it is old.
        case done([Tick.Result], [Finding], PruningReport?)
    }

    /// Looks and works at a moment. `waits`: where another run is at work, it waits for its end instead of ending at once.
    public func run(
        now: Timestamp, waits: Bool = false, watch: RunWatch = RunWatch()
    ) throws -> Outcome {
        let untold = try tellGrownUps(now: now)
        RunEvent.of(untold, at: now).forEach(watch.log)
        guard Tick.hasWork(calendar.book, try calendar.view(now: now), now: now) else {
            return untold.isEmpty ? .nothingDue(next: next(after: now)) : .done([], untold, nil)
        }
        guard let lock = try RunLock.take(in: calendar.folder.data, now: now, waits: waits) else {
            let holder = Verbatim(RunLock.holder(in: calendar.folder.data))
            watch.log(RunEvent(at: now, .busy(holder: holder)))
            return .busy(holder)
        }
        let store = try calendar.folder.openStore()
        // Decided anew: who held the lock may have done it all.
        let worker = ScheduledWork(
            calendar: calendar, scorerTypes: scorerTypes, store: store, words: words, watch: watch)
        let tick = Tick(
            book: calendar.book, ledger: StoredLedger(store), worker: worker,
            alertAfter: calendar.configuration.operation.alertAfter)
        let results = try tick.run(now: now)
        var pruning: PruningReport?
        if !results.isEmpty {
            do {
                try worker.tellHealth(of: results, now: now)
            } catch {
                worker.tell(.healthUntold(words.text(error)), at: now)
            }
            pruning = try EditionPruning(calendar: calendar, store: store).prune(now: now)
        }
        for result in results {
            let because = result.problem ?? result.record.reason
            watch.log(
                RunEvent(
                    at: now, edition: result.record.edition,
                    .settled(result.record.state, because: Verbatim(because), isFailure: result.problem != nil)))
        }
        if let pruning, pruning.hasProblem || !pruning.editions.isEmpty || !pruning.parts.isEmpty {
            let isDoubted = pruning.doubt != nil
            watch.log(
                RunEvent(
                    at: now,
                    .removed(
                        editions: isDoubted ? 0 : pruning.editions.count + pruning.parts.count,
                        remaining: pruning.remaining.count,
                        isDoubted: isDoubted)))
        }
        _ = consume lock
        return results.isEmpty
            ? .nothingDue(next: next(after: now))
            : .done(results, untold + worker.findings, pruning)
    }

    /// What somebody must read today and could not be told of before, is told at the next tick, whether anything is due or not.
    private func tellGrownUps(now: Timestamp) throws -> [Finding] {
        do {
            guard let store = try calendar.folder.readStore(), try store.safeguarding.hasUntold() else { return [] }
            let school = try School(folder: calendar.folder, scorerTypes: scorerTypes)
            return try SafeguardingDesk(school: school, store: try school.store()).notify(now: now)
        } catch {
            // It must not keep lists back; the status says that somebody is still to be told.
            return [.noteUntold(words.text(error))]
        }
    }

    private func next(after now: Timestamp) -> Occurrence? {
        calendar.book.schedules.compactMap { $0.next(1, after: now).first }.min { $0.makes < $1.makes }
    }
}
