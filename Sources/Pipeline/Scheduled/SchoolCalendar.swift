import Configuration
import Content
import Files
import Foundation
import Scheduling
import Store

/// A school's schedules, read without anything else: what a tick needs to see that nothing is due.
public struct SchoolCalendar: Sendable {
    /// The folder.
    public let folder: WorkingFolder
    /// What its `gleaner.yaml` says.
    public let configuration: GleanerConfiguration
    /// The schedules.
    public let book: ScheduleBook

    /// The largest calendar file that is read, in bytes.
    private static let largestFile = 20_000_000

    /// Reads the schedules of a folder; throws everything that is wrong with the configuration.
    package init(folder: WorkingFolder) throws(SetupError) {
        do throws(ConfigurationError) {
            configuration = try GleanerConfiguration(of: folder)
        } catch {
            throw SetupError(findings: error.findings)
        }
        self.folder = folder
        book = ScheduleBook(configuration) { Self.file($0, in: folder) }
    }

    /// The calendar of a school that is open already.
    package init(of school: School) {
        (folder, configuration) = (school.folder, school.configuration)
        book = ScheduleBook(configuration) { Self.file($0, in: school.folder) }
    }

    /// The bytes of a calendar file; nil: it is none, or too large.
    private static func file(_ path: String, in folder: WorkingFolder) -> [UInt8]? {
        try? RegularFile.read(folder.resolve(path), limit: largestFile)
    }

    /// What the ledger says; that of an empty one where there is no store yet. Nothing is made or changed.
    func view(now: Timestamp) throws -> LedgerView {
        let ledger = try folder.readStore().map { StoredLedger($0) }
        return try LedgerView(ledger, schedules: book.schedules, now: now)
    }

    /// What is to be done about each edition that is not settled.
    public func decisions(now: Timestamp) throws -> [Decision] {
        Decision.decide(book, try view(now: now), now: now)
    }

    /// The schedules that a name chooses; all without one. Throws a ``RunRefusal`` for a name that there is none of.
    public func schedules(named name: String?) throws(RunRefusal) -> [Schedule] {
        guard let name else { return book.schedules }
        let found = book.schedules.filter { $0.name == name }
        guard found.isEmpty else { return found }
        let nearest = NearestName.of(name, among: book.schedules.map { $0.name }).map { Verbatim($0) }
        throw book.unusable.contains(name)
            ? .unusableSchedule(Verbatim(name), nearest: nearest) : .noSchedule(Verbatim(name), nearest: nearest)
    }
}

extension SchoolCalendar {
    /// What keeps schedules from being used.
    public var errors: [Finding] { book.findings.filter { $0.severity == .error } }

    /// The clock of an edition's schedule; nil where it is no longer there.
    public func clock(of edition: Edition) -> LocalClock? {
        book.schedules.first { $0.name == edition.schedule }?.clock
    }

    /// What it means that nothing is due; `next`: the edition that comes next.
    public func nothingDue(next: Occurrence?) -> NothingDue {
        if let next { return .next(next.edition, makes: ShownMoment(next.makes, clock(of: next.edition))) }
        guard book.unusable.isEmpty else { return .noneUsable }
        return book.schedules.isEmpty
            ? .noSchedule(configuration: Verbatim(folder.name(of: folder.configuration))) : .noneToCome
    }
}

/// Why nothing is due.
public enum NothingDue: Sendable {
    /// No schedule can be used as it is written.
    case noneUsable
    /// The file of the configuration has no schedule.
    case noSchedule(configuration: Verbatim)
    /// No schedule has an edition to come.
    case noneToCome
    /// It is too early; the edition that comes next, and when its lists are made.
    case next(Edition, makes: ShownMoment)
}

extension DueRun.Outcome {
    /// The exit status: 0 done, 1 parts left out where that counts, 2 something could not be done.
    public func status(isStrict: Bool) -> Int32 {
        guard case .done(let results, let findings, let retention) = self else { return 0 }
        if results.contains(where: { $0.problem != nil }) { return 2 }
        let hasLess =
            results.contains { $0.leftOut != nil || $0.record.state == .missed }
            || findings.contains { $0.severity == .error } || retention?.hasProblem == true
        // That nobody could be told of a learner who may need help is never passed over.
        let isUntold = findings.contains { $0.severity == .error && $0.place == SafeguardingDesk.place }
        return isUntold || isStrict && hasLess ? 1 : 0
    }
}
