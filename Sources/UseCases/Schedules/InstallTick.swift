import Configuration
import Content
import Files
import Foundation
import Pipeline
import Scheduling

/// Lets this machine tick every ten minutes, or only shows what would be written for that.
public struct InstallTick: UseCase {
    private let folder: WorkingFolder

    /// For a working folder.
    package init(_ folder: WorkingFolder) { self.folder = folder }

    /// How.
    public struct Request: Sendable {
        /// What ticks.
        public var kind: TickKind
        /// Whether it is among one user's own services, not the machine's.
        public var isUser: Bool
        /// Whether it is only shown.
        public var isShown: Bool
        /// Put before all paths: for trials and packages; empty on a real machine.
        public var root: String

        /// A tick of a kind.
        package init(_ kind: TickKind, isUser: Bool = false, isShown: Bool = false, root: String = "") {
            self.kind = kind
            self.isUser = isUser
            self.isShown = isShown
            self.root = root
        }
    }

    /// What was done.
    public enum Outcome: Sendable {
        /// Nothing: these are the files that would be written.
        case shownFiles([UnitFile])
        /// Nothing: these are the lines that would stand in the user's own table of cron.
        case shownTable([Verbatim])
        /// A line stands in the user's own table of cron.
        case addedToTable
        /// Files are written; what a person runs next.
        case wrote([Verbatim], next: [Verbatim])
    }

    /// Does it.
    public func run(_ request: Request, by actor: Actor, now: Timestamp) throws -> Outcome {
        let operation = try SchoolCalendar(folder: folder).configuration.operation
        let places = UnitPlaces(folder: folder, user: request.isUser, root: request.root, operation: operation)
        try places.refuse(request.kind)
        if request.kind == .cron, request.isUser {
            if request.isShown { return .shownTable(CronTable.lines(places.terms).map { Verbatim($0) }) }
            try CronProgram.change { CronTable.adding(places.terms, to: $0) }
            return .addedToTable
        }
        let files = places.files(request.kind)
        if request.isShown { return .shownFiles(files) }
        let written = try files.map { try write($0, places) }
        let next =
            switch request.kind {
            case .systemd: SystemdUnits.next(places.terms)
            case .kubernetes: KubernetesJob.next(places.terms)
            case .cron: [String]()
            }
        return .wrote(written, next: next.map { Verbatim($0) })
    }

    /// Writes a file; gives its path.
    private func write(_ file: UnitFile, _ places: UnitPlaces) throws(ScheduleRefusal) -> Verbatim {
        let path = places.root + file.path
        if FileManager.default.fileExists(atPath: path), !places.isOurs(path) { throw .foreignFile(Verbatim(path)) }
        do {
            try FileManager.default.createDirectory(
                atPath: (path as NSString).deletingLastPathComponent, withIntermediateDirectories: true,
                attributes: [.posixPermissions: 0o755])
            // cron reads no table that others may write to, and systemd says so of units.
            try RewrittenFile(path).write(Array(file.text.utf8), mode: 0o644)
        } catch {
            throw .unwritable(Verbatim(path))
        }
        return Verbatim(path)
    }
}
