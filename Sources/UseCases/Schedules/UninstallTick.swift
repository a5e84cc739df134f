import Configuration
import Content
import Foundation
import Glibc
import Pipeline
import Scheduling

/// Removes just what was written for a working folder to make the machine tick, of every kind, and nothing else.
public struct UninstallTick: UseCase {
    private let folder: WorkingFolder

    /// For a working folder.
    package init(_ folder: WorkingFolder) { self.folder = folder }

    /// From where.
    public struct Request: Sendable {
        /// Put before all paths: for trials and packages; empty on a real machine.
        public var root: String

        /// From this machine, or from below a root.
        package init(root: String = "") { self.root = root }
    }

    /// What was done.
    public struct Outcome: Sendable {
        /// Step by step; none where nothing was installed.
        public internal(set) var steps: [Step] = []
        /// The working folder.
        public var folder: Verbatim
    }

    /// What became of one thing.
    public enum Step: Hashable, Sendable {
        /// A file is somebody else's and stays.
        case foreignFile(Verbatim)
        /// A file is removed.
        case removed(Verbatim)
        /// A timer of systemd's is removed, of which systemd is still to be told.
        case removedTimer(Verbatim, unit: Verbatim, isUser: Bool)
        /// The line in the user's own table of cron is removed.
        case removedFromTable
    }

    /// Removes it.
    public func run(_ request: Request, by actor: Actor, now: Timestamp) throws -> Outcome {
        let places = UnitPlaces(folder: folder, user: false, root: request.root)
        var outcome = Outcome(folder: Verbatim(places.terms.folder))
        for isUser in [false, true] {
            var terms = places.terms
            terms.isUser = isUser
            let all = SystemdUnits.files(terms) + (isUser ? [] : [CronTable.file(terms)])
            let manifest = isUser ? [] : [KubernetesJob.file(terms, version: Pipeline.version)]
            for file in all + manifest {
                let path = places.root + file.path
                guard FileManager.default.fileExists(atPath: path) else { continue }
                guard places.isOurs(path) else {
                    outcome.steps.append(.foreignFile(Verbatim(path)))
                    continue
                }
                guard unlink(path) == 0 else {
                    throw ScheduleRefusal.unremovable(Verbatim(path), Verbatim(String(cString: strerror(errno))))
                }
                outcome.steps.append(
                    path.hasSuffix(".timer")
                        ? .removedTimer(Verbatim(path), unit: Verbatim(terms.name), isUser: isUser)
                        : .removed(Verbatim(path)))
            }
        }
        if request.root.isEmpty, CronProgram.isThere {
            let isChanged = try CronProgram.change { CronTable.removing(places.terms.folder, from: $0) }
            if isChanged { outcome.steps.append(.removedFromTable) }
        }
        return outcome
    }
}
