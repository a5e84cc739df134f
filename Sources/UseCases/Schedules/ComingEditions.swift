import Configuration
import Content
import Pipeline
import Scheduling
import Store

extension SchoolCalendar {
    /// An edition to come.
    public struct Coming: Encodable, Sendable {
        /// The edition.
        public var edition: Edition
        /// When its lists are made, when they go out, and from when on it is too late.
        public var makes: Timestamp
        /// When they go out.
        public var sends: Timestamp
        /// From when on it is too late.
        public var ends: Timestamp
        /// That a person skipped it, and why; nil: nobody did.
        public var skipped: String?
        /// It in words.
        public var text: String

        enum CodingKeys: String, CodingKey {
            case edition, makes, sends, ends, skipped
        }
    }

    /// The editions to come of each schedule, or of one, the earliest first.
    public func coming(
        _ count: Int, named name: String?, after now: Timestamp, shownIn zone: String?
    ) throws -> [Coming] {
        let shown = try zone.map { zone in
            guard let clock = LocalClock(zone: zone) else {
                throw RequestError("'\(zone)' is no time zone. Write one such as America/New_York.")
            }
            return clock
        }
        let skipped =
            try folder.readStore()?.schedules.editions(from: now.utcDate.adding(days: -1)) ?? []
        let reasons = Dictionary(
            skipped.filter { $0.state == .skipped }.map { ($0.edition, $0.reason) }, uniquingKeysWith: { $1 })
        return try schedules(named: name).flatMap { schedule in
            schedule.next(count, after: now).map { occurrence in
                let reason = reasons[occurrence.edition]
                return Coming(
                    edition: occurrence.edition, makes: occurrence.makes, sends: occurrence.sends,
                    ends: occurrence.ends,
                    skipped: reason,
                    text: ScheduleText.line(occurrence, clock: shown ?? schedule.clock)
                        + (reason.map { "  skipped: \($0)" } ?? ""))
            }
        }.sorted { ($0.sends, $0.edition) < ($1.sends, $1.edition) }
    }
}
