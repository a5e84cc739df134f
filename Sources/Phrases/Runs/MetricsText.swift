import Content
import Pipeline

// Counts and moments of a school's schedules, nothing of a learner.
extension RunPhrases {
    /// A status for the node exporter of Prometheus.
    public func metrics(_ status: SchoolStatus, now: Timestamp) -> String {
        var text = ""
        func metric(_ name: String, _ help: String, _ values: [(labels: [(String, String)], value: Int64)]) {
            guard !values.isEmpty else { return }
            text += "# HELP gleaner_\(name) \(help)\n# TYPE gleaner_\(name) gauge\n"
            for (labels, value) in values {
                let shown = ([("school", status.school.text)] + labels).map { "\($0)=\"\(Self.escaped($1))\"" }
                text += "gleaner_\(name){\(shown.joined(separator: ","))} \(value)\n"
            }
        }
        func each(_ value: (SchoolStatus.Line) -> Int64?) -> [(labels: [(String, String)], value: Int64)] {
            status.schedules.compactMap { line in value(line).map { ([("schedule", line.schedule.text)], $0) } }
        }
        metric("last_tick_timestamp_seconds", "When Gleaner last looked at the calendar.", [([], now.seconds)])
        metric("well", "1: nobody needs to look; 0: see 'gleaner status'.", [([], status.isWell ? 1 : 0)])
        metric("last_success_timestamp_seconds", "When an edition last went out.", each { $0.lastDone?.seconds })
        metric("next_due_timestamp_seconds", "When the next edition is made.", each { $0.makes?.seconds })
        metric("failures_in_a_row", "Failures since the last success.", each { Int64($0.failures) })
        metric("paused", "1: the schedule is paused.", each { $0.isPaused ? 1 : 0 })
        func ofSchools(_ value: (RunSummary.OfSchool) -> Int) -> [(labels: [(String, String)], value: Int64)] {
            status.schools.compactMap { line in
                line.numbers.map { ([("of", line.name.text)], Int64(value($0))) }
            }
        }
        metric("learners_served", "Learners of a school with a list of its last edition.", ofSchools { $0.served })
        metric("learners_short", "Of these, those for whom articles run out.", ofSchools { $0.short })
        metric("learners_unserved", "Learners who want a list and got none.", ofSchools { $0.without - $0.unwanted })
        metric(
            "lists_awaiting_approval", "Lists that a teacher has not approved yet.",
            status.waiting.map { ([("edition", "\($0.edition)")], Int64($0.unapproved)) })
        return text
    }

    private static func escaped(_ text: String) -> String {
        text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n")
    }
}
