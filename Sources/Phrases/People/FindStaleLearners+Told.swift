import Content
import JSON
import Pipeline
import UseCases

extension FindStaleLearners.Outcome: Told, ToldAsJSON {
    /// A line a learner.
    public var lines: [String] {
        if learners.isEmpty { return ["Nothing is older than half a year."] }
        return learners.map { stale in
            let parts = stale.parts.map { part in
                part.since.map { "\(part.kind.rawValue) of \($0)" } ?? "\(part.kind.rawValue) never said"
            }
            let learner = stale.learner
            return
                "\(TextTable.oneLine(learner.name)) (\(Listing.of(learner.classes))): \(parts.joined(separator: "; "))"
        }
    }

    private struct Line: Encodable {
        struct Part: Encodable {
            let since: CalendarDate?
            let what: String
        }
        let classes: [String]
        let learner: LearnerID
        let name: String
        let parts: [Part]
    }

    /// A line a learner.
    public func jsonLines() throws -> [String] {
        try learners.map { stale in
            try JSONText.of(
                Line(
                    classes: stale.learner.classes, learner: stale.learner.id, name: stale.learner.name,
                    parts: stale.parts.map { Line.Part(since: $0.since, what: $0.kind.rawValue) }))
        }
    }
}
