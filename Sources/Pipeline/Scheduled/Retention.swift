import Configuration
import Content
import Foundation
import Store

/// Removes editions that are older than the school keeps them: runs, lists, messages and their files in the outbox. Whoever calls
/// it to remove holds the lock.
public struct Retention {
    let calendar: SchoolCalendar
    let store: Store

    /// The retention of a school.
    public init(calendar: SchoolCalendar, store: Store) {
        self.calendar = calendar
        self.store = store
    }

    /// What was, or would be, removed.
    public struct Report: Sendable {
        /// The editions with what is kept of them.
        public var editions: [RetentionRepository.OldEdition] = []
        /// What a person should know.
        public var findings: [Finding] = []
    }

    /// The first date that is kept; nil: all are.
    public func firstKept(now: Timestamp) -> CalendarDate? {
        calendar.configuration.operation.keepDays.map { now.utcDate.adding(days: -$0) }
    }

    /// What would go; nothing is changed.
    public func preview(now: Timestamp) throws -> Report {
        guard let date = firstKept(now: now) else { return Report() }
        return Report(editions: try store.retention.editions(before: date))
    }

    /// Removes what is old, when somebody asks for it and no run is at work.
    public func pruneAlone(now: Timestamp) throws -> Report {
        guard let lock = try RunLock.take(in: calendar.folder.data, now: now) else {
            throw RequestError("another run is at work: \(RunLock.holder(in: calendar.folder.data)). Try again later.")
        }
        let report = try prune(now: now)
        _ = consume lock
        return report
    }

    /// Removes what is old.
    func prune(now: Timestamp) throws -> Report {
        guard let date = firstKept(now: now), try store.retention.hasEditions(before: date) else { return Report() }
        var report = try preview(now: now)
        for old in report.editions {
            for name in try store.retention.remove(old.edition) {
                try? FileManager.default.removeItem(atPath: calendar.folder.outbox + "/" + name)
            }
            removeEmptyFolders(of: old.edition)
        }
        if !report.editions.isEmpty {
            report.findings.append(
                Finding(
                    .note, at: "retention",
                    "\(report.editions.count) editions before \(date) were removed, as 'operation.keep-days' says."))
        }
        return report
    }

    /// A folder with anything else in it stays: somebody put it there.
    private func removeEmptyFolders(of edition: Edition) {
        let root = calendar.folder.outbox + "/\(edition)"
        let inside = (try? FileManager.default.subpathsOfDirectory(atPath: root)) ?? []
        for folder in inside.map({ root + "/" + $0 }).sorted(by: >) + [root] { _ = rmdir(folder) }
    }
}

extension Retention {
    /// What was, or would be, removed, a line each.
    public func lines(_ report: Report, isPreview: Bool, now: Timestamp) -> [String] {
        guard let date = firstKept(now: now) else { return ["Nothing is removed: 'operation.keep-days' is none."] }
        guard !report.editions.isEmpty else { return ["Nothing is older than \(date)."] }
        let rows = report.editions.map { old in
            "  \(old.edition): \(old.runs) runs, \(old.lists) lists, \(old.files) files, \(old.bytes / 1_000) kB"
        }
        return ["\(isPreview ? "Would remove" : "Removed") \(rows.count) editions before \(date):"] + rows
    }
}
