import Configuration
import Content
import Output
import Store

/// Removes editions that are older than the school keeps them: their files in the outbox, then runs, lists and messages. Whoever
/// calls it to remove holds the lock.
///
/// The store forgets an edition only when all its files are gone, so that whatever stops it, what is left is known and the next
/// removal goes on with it. An edition of which anything is still to come stays, and nothing goes by a clock that may be wrong.
public struct EditionPruning {
    let calendar: SchoolCalendar
    package let store: Store

    /// The pruning of a school's old editions.
    package init(calendar: SchoolCalendar, store: Store) {
        self.calendar = calendar
        self.store = store
    }

    /// The first date that is kept; nil: all are.
    public func firstKept(now: Timestamp) -> CalendarDate? {
        calendar.configuration.operation.keepDays.map { now.utcDate.adding(days: -$0) }
    }

    /// What would go; nothing is changed.
    public func preview(now: Timestamp, clockIsRight: Bool = false) throws -> PruningReport {
        var report = PruningReport(before: firstKept(now: now))
        guard let date = report.date else { return report }
        for old in try store.oldEditions.editions(before: date) {
            if try store.lists.isUnfinished(old.edition) {
                report.unfinished.append(old)
            } else {
                report.editions.append(old)
            }
        }
        if !clockIsRight, !report.editions.isEmpty { report.doubt = try ClockDoubt(store: store, now: now) }
        return report
    }

    /// Removes what is old.
    package func prune(now: Timestamp) throws -> PruningReport {
        guard let date = firstKept(now: now), try store.oldEditions.hasEditions(before: date) else {
            return PruningReport(before: firstKept(now: now))
        }
        var report = try preview(now: now)
        guard report.doubt == nil else { return report }
        let outbox = OutboxRemoval(root: calendar.folder.outbox)
        let old = report.editions
        report.editions = []
        for edition in old {
            let names = try store.outbox.names(of: edition.edition).sorted()
            let left = names.isEmpty ? [:] : outbox.remove(names)
            if let first = left.min(by: { $0.key < $1.key })?.value {
                report.remaining.append(.init(edition: edition, files: left.count, problem: first))
            } else {
                try store.write { scope in try store.oldEditions.remove(edition.edition, in: scope) }
                report.editions.append(edition)
            }
        }
        return report
    }
}
