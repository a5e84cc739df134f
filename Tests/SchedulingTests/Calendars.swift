import Configuration
import Content
import Scheduling

/// Short ways to make what tests of the calendar need.
enum Calendars {
    static func date(_ iso: String) -> CalendarDate {
        CalendarDate(iso: iso) ?? CalendarDate(year: 1970, month: 1, day: 1)
    }
    static func moment(_ iso: String) -> Timestamp { Timestamp(iso: iso) ?? Timestamp(seconds: 0) }

    /// The schedules that a configuration's text describes.
    static func book(_ yaml: String, files: [String: String] = [:]) throws -> ScheduleBook {
        ScheduleBook(try GleanerConfiguration(yaml: yaml)) { files[$0].map { Array($0.utf8) } }
    }

    /// One schedule.
    static func schedule(_ lines: String) throws -> Schedule {
        let book = try book("school: {time-zone: UTC}\nschedules:\n  lists: {\(lines)}\n")
        guard let first = book.schedules.first else { throw NoSchedule(findings: book.findings) }
        return first
    }

    struct NoSchedule: Error {
        var findings: [Finding]
    }
}
