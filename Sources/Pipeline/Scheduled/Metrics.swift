import Configuration
import Content
import Files
import Scheduling

/// How the schedules are, as a text file for the node exporter of Prometheus. It holds counts and moments, nothing of a learner.
public struct Metrics {
    let calendar: SchoolCalendar
    let words: any RunWords

    /// The metrics of a school; `words` puts them down.
    package init(calendar: SchoolCalendar, words: any RunWords) {
        self.calendar = calendar
        self.words = words
    }

    /// Writes the file where the configuration names a folder for it. Gives what a person should know.
    public func write(now: Timestamp) -> [Finding] {
        guard let folder = calendar.configuration.operation.metrics else { return [] }
        let path = calendar.folder.resolve(folder) + "/" + fileName
        do {
            let text = words.metrics(try SchoolStatus(calendar, now: now, holder: nil), now: now)
            // Whole or not at all: the exporter, which runs as another user, may read at any moment.
            try RewrittenFile(path).write(Array(text.utf8), mode: 0o644)
            return []
        } catch let error as FileProblem {
            return [.metricsUnwritten(path, error.problem)]
        } catch {
            return [.metricsUnwritten(path, words.text(error))]
        }
    }

    private var fileName: String { "gleaner-\(UnitNames.slug(of: calendar.folder.root)).prom" }
}
