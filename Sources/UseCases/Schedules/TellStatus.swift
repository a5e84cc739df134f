import Configuration
import Content
import Pipeline
import ScorerKit
import Store

/// Tells how a school's schedules are: last run, next run, what waits, what failed. Nothing is changed.
public struct TellStatus: UseCase {
    private let calendar: SchoolCalendar
    private let scorerTypes: [any Scorer.Type]

    /// Of a school; with `scorerTypes` it is seen whether the folder can be opened for a run.
    package init(_ calendar: SchoolCalendar, scorerTypes: [any Scorer.Type]) {
        self.calendar = calendar
        self.scorerTypes = scorerTypes
    }

    /// Of all there is, or of one school of a district.
    public struct Request: Sendable {
        /// The school; nil: of all.
        let school: String?

        /// How it is now.
        package init(school: String? = nil) { self.school = school }
    }

    /// How it is.
    public struct Outcome: Sendable {
        /// How the schedules are and whoever is not served.
        public var school: SchoolStatus
        /// Why nothing is due; nil: there are schedules.
        public var nothing: NothingDue?
    }

    /// Tells it.
    public func run(_ request: Request, by actor: Actor, now: Timestamp) throws -> Outcome {
        let only = try request.school.map { try calendar.configuration.school(named: $0) }
        var status = try SchoolStatus(calendar, now: now)
        if let only { status = status.seen(by: only) }
        do {
            let school = try School(folder: calendar.folder, scorerTypes: scorerTypes)
            if let store = try calendar.folder.readStore() {
                if only == nil {
                    let topics = try UnwidenedTopics(store: store, isNamed: school.isNamedToOthers)
                    if topics.hasBarred { status.problems.append(.barredTopics(topics)) }
                    if !topics.liked.isEmpty { status.notes.append(.likedTopics(topics)) }
                }
                status.supply = try SupplyDesk(school: school, store: store).lastSeen(now: now, of: only)
                if !status.supply.isEmpty { status.problems.append(.supply(status.supply)) }
            }
        } catch let error as SetupError {
            status.problems += error.findings.filter { $0.severity == .error }.map { .noRun($0) }
        }
        return Outcome(school: status, nothing: status.schedules.isEmpty ? calendar.nothingDue(next: nil) : nil)
    }
}
