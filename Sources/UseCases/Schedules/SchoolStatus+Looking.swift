import Content
import Pipeline
import ScorerKit
import Store

extension SchoolStatus {
    /// Reads how it is. Nothing is changed.
    /// `scorerTypes`: where they are given, whether the folder can be opened for a run is looked at too.
    public init(_ calendar: SchoolCalendar, now: Timestamp, scorerTypes: [any Scorer.Type]? = nil) throws {
        try self.init(calendar, now: now, holder: nil)
        guard let scorerTypes else { return }
        do {
            let school = try School(folder: calendar.folder, scorerTypes: scorerTypes)
            if let store = try calendar.folder.readStore() {
                let topics = try UnwidenedTopics(store: store, isNamed: school.isNamedToOthers)
                problems += topics.problems
                notes += topics.notes
                supply = try SupplyDesk(school: school, store: store).lastSeen(now: now)
                problems += SupplyText.problems(supply)
            }
        } catch let error as SetupError {
            problems += error.findings.filter { $0.severity == .error }.map {
                "no run can begin: \($0.place): \($0.problem.trimmed)"
            }
            .map { $0.hasSuffix(".") ? String($0.dropLast()) : $0 }
        }
    }
}
