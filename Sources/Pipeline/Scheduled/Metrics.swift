import Configuration
import Content
import Files
import Scheduling

/// How the schedules are, as a text file for the node exporter of Prometheus. It holds counts and moments, nothing of a learner.
public struct Metrics {
    let calendar: SchoolCalendar

    /// The metrics of a school.
    package init(calendar: SchoolCalendar) { self.calendar = calendar }

    /// Writes the file where the configuration names a folder for it. Gives what a person should know.
    public func write(now: Timestamp) -> [Finding] {
        guard let folder = calendar.configuration.operation.metrics else { return [] }
        let path = calendar.folder.resolve(folder) + "/" + fileName
        do {
            let text = try Metrics.text(SchoolStatus(calendar, now: now, holder: nil), now: now)
            // Whole or not at all: the exporter, which runs as another user, may read at any moment.
            try RewrittenFile(path).write(Array(text.utf8), mode: 0o644)
            return []
        } catch let error as FileProblem {
            return [
                Finding(
                    .warning, at: path, "the metrics could not be written: \(error.problem).",
                    remedy: "Check that the folder of 'operation.metrics' is there and may be written to.")
            ]
        } catch {
            return [
                Finding(
                    .warning, at: path, "the metrics could not be written: \(error).",
                    remedy: "Check that the folder of 'operation.metrics' is there and may be written to.")
            ]
        }
    }

    private var fileName: String { "gleaner-\(UnitNames.slug(of: calendar.folder.root)).prom" }

    /// The text of a status.
    static func text(_ status: SchoolStatus, now: Timestamp) -> String {
        var text = ""
        func metric(_ name: String, _ help: String, _ values: [(labels: [(String, String)], value: Int64)]) {
            guard !values.isEmpty else { return }
            text += "# HELP gleaner_\(name) \(help)\n# TYPE gleaner_\(name) gauge\n"
            for (labels, value) in values {
                let shown = ([("school", status.school)] + labels).map { "\($0)=\"\(escaped($1))\"" }
                text += "gleaner_\(name){\(shown.joined(separator: ","))} \(value)\n"
            }
        }
        func each(_ value: (SchoolStatus.Line) -> Int64?) -> [(labels: [(String, String)], value: Int64)] {
            status.schedules.compactMap { line in value(line).map { ([("schedule", line.schedule)], $0) } }
        }
        metric("last_tick_timestamp_seconds", "When Gleaner last looked at the calendar.", [([], now.seconds)])
        metric("well", "1: nobody needs to look; 0: see 'gleaner status'.", [([], status.isWell ? 1 : 0)])
        metric("last_success_timestamp_seconds", "When an edition last went out.", each { $0.lastDone?.seconds })
        metric("next_due_timestamp_seconds", "When the next edition is made.", each { $0.makes?.seconds })
        metric("failures_in_a_row", "Failures since the last success.", each { Int64($0.failures) })
        metric("paused", "1: the schedule is paused.", each { $0.isPaused ? 1 : 0 })
        metric(
            "lists_awaiting_approval", "Lists that a teacher has not approved yet.",
            status.waiting.map { ([("edition", "\($0.edition)")], Int64($0.unapproved)) })
        return text
    }

    private static func escaped(_ text: String) -> String {
        text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n")
    }
}
