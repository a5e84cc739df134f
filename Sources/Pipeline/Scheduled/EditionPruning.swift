import Configuration
import Content
import Output
import Store

/// Removes editions that are older than the school keeps them: their files in the outbox, then runs, lists and messages. Whoever
/// calls it to remove holds the lock.
///
/// The store forgets an edition only when all its files are gone, so that whatever stops it, what is left is known and the next
/// removal goes on with it. Of a district each school keeps its own for as long as it says: a part of an edition goes before the rest. An
/// edition of which anything is still to come stays, and nothing goes by a clock that may be wrong.
public struct EditionPruning {
    let calendar: SchoolCalendar
    package let store: Store

    /// The pruning of a school's old editions.
    package init(calendar: SchoolCalendar, store: Store) {
        self.calendar = calendar
        self.store = store
    }

    /// What would go; nothing is changed.
    public func preview(now: Timestamp, clockIsRight: Bool = false) throws -> PruningReport {
        let retention = Retention(calendar.configuration, now: now)
        var report = PruningReport(before: retention.partBefore, isBySchool: retention.isBySchool)
        guard let date = report.date else { return report }
        let spellings = retention.isBySchool ? try store.oldEditions.spellingsOfSchools() : []
        for old in try store.oldEditions.editions(before: date) {
            let isWhole = retention.wholeBefore.map { old.edition.date < $0 } ?? false
            let schools = isWhole ? [] : retention.expired(spellings, on: old.edition.date)
            let part = schools.isEmpty ? nil : try store.oldEditions.part(of: old.edition, schools: schools)
            guard isWhole || part != nil else { continue }
            if try store.lists.isUnfinished(old.edition) {
                report.unfinished.append(old)
            } else if let part {
                report.parts.append(.init(part: part, schools: schools))
            } else {
                report.editions.append(old)
            }
        }
        if !clockIsRight, !report.editions.isEmpty || !report.parts.isEmpty {
            report.doubt = try ClockDoubt(store: store, now: now)
        }
        return report
    }

    /// Removes what is old.
    package func prune(now: Timestamp) throws -> PruningReport {
        let retention = Retention(calendar.configuration, now: now)
        guard let date = retention.partBefore, try store.oldEditions.hasEditions(before: date) else {
            return PruningReport(before: retention.partBefore, isBySchool: retention.isBySchool)
        }
        var report = try preview(now: now)
        guard report.doubt == nil else { return report }
        let outbox = OutboxRemoval(root: calendar.folder.outbox)
        let (old, parts) = (report.editions, report.parts)
        (report.editions, report.parts) = ([], [])
        for edition in old {
            let names = try store.outbox.names(of: edition.edition).sorted()
            let left = names.isEmpty ? [:] : outbox.remove(names)
            if let first = left.min(by: { $0.key < $1.key })?.value {
                report.remaining.append(
                    .init(edition: edition.edition, files: left.count, of: edition.files, problem: first))
            } else {
                try store.write { scope in try store.oldEditions.remove(edition.edition, in: scope) }
                report.editions.append(edition)
            }
        }
        for old in parts {
            let (part, names) = (old.part, old.part.names)
            let left = names.isEmpty ? [:] : outbox.remove(names)
            if let first = left.min(by: { $0.key < $1.key })?.value {
                report.remaining.append(
                    .init(edition: part.edition, files: left.count, of: names.count, problem: first))
            } else {
                try store.write { scope in try store.oldEditions.remove(part, schools: old.schools, in: scope) }
                report.parts.append(old)
            }
        }
        return report
    }
}
