import CLibIcal
import Configuration
import Content

/// Reads days from an iCalendar file: its whole-day events, with those that recur. A timed event is a meeting and no holiday.
///
/// What a file may cost is bounded before the library sees it: it gets one event at a time, and of that only the properties
/// that say which days it is on.
public enum CalendarFile {
    /// The largest file, in bytes.
    static let largestFile = 2_000_000
    /// The most events that are read.
    static let mostEvents = 5_000
    /// The most events that recur, and the most times that one of them counts.
    static let mostRules = 200
    static let mostTimes = 600

    /// The days of a file's events; `name` is its name in findings.
    public static func read(_ bytes: [UInt8], name: String) -> (spans: [DateSpan], findings: [Finding]) {
        guard bytes.count <= largestFile else { return ([], [.calendarIsTooLarge(name, most: largestFile)]) }
        let lines = unfolded(bytes)
        guard lines.contains(where: { $0.uppercased() == "BEGIN:VCALENDAR" }) else {
            return ([], [.notACalendar(name)])
        }
        var reading = Reading(name: name)
        let events = self.events(lines)
        for event in events.prefix(mostEvents) { reading.add(event) }
        if events.count > mostEvents {
            reading.findings.append(.tooManyEvents(in: name, events: events.count, most: mostEvents))
        }
        if reading.timed > 0 { reading.findings.append(.eventsWithTimeOfDay(in: name, count: reading.timed)) }
        if reading.spans.isEmpty { reading.findings.append(.noWholeDay(in: name)) }
        return (reading.spans, reading.findings)
    }

    private static let kept = ["DTSTART", "DTEND", "DURATION", "RRULE", "RDATE", "EXDATE", "STATUS", "SUMMARY"]

    /// The lines with their continuations joined (RFC 5545 3.1), without control characters; a very long one is cut.
    private static func unfolded(_ bytes: [UInt8]) -> [String] {
        var lines: [[UInt8]] = []
        for line in bytes.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }) {
            let text = line.filter { $0 >= 0x20 }
            if let first = line.first, first == 0x20 || first == 0x09, let last = lines.indices.last {
                let room = max(0, 4_000 - lines[last].count)
                lines[last] += text.dropFirst(first == 0x20 ? 1 : 0).prefix(room)
            } else {
                lines.append(Array(text.prefix(4_000)))
            }
        }
        return lines.map { String(decoding: $0, as: UTF8.self) }
    }

    /// The lines that matter of each event; what is nested in one (alarms) is left out.
    private static func events(_ lines: [String]) -> [[String]] {
        var events: [[String]] = []
        var event: [String]?
        var nested = 0
        for line in lines {
            let upper = line.prefix(40).uppercased()
            if upper == "BEGIN:VEVENT", event == nil {
                event = []
                nested = 0
            } else if upper == "END:VEVENT", let whole = event {
                events.append(whole)
                event = nil
            } else if event != nil {
                if upper.hasPrefix("BEGIN:") { nested += 1 }
                if upper.hasPrefix("END:") { nested = max(0, nested - 1) }
                if nested == 0, (event?.count ?? 0) < 100, kept.contains(where: { isProperty($0, upper) }) {
                    event?.append(line)
                }
            }
        }
        return events
    }

    private static func isProperty(_ name: String, _ upper: String) -> Bool {
        upper.hasPrefix(name) && [":", ";"].contains(upper.dropFirst(name.count).first.map { String($0) } ?? "")
    }

    /// What has been read so far.
    private struct Reading {
        let name: String
        var spans: [DateSpan] = []
        var findings: [Finding] = []
        var timed = 0
        private var rules = 0

        init(name: String) { self.name = name }

        mutating func add(_ lines: [String]) {
            let text = (["BEGIN:VEVENT"] + lines + ["END:VEVENT", ""]).joined(separator: "\r\n")
            guard let event = icalcomponent_new_from_string(text) else {
                return tell(.eventNotRead(in: name, lines))
            }
            // The component owns its properties; nothing of it is kept after this.
            defer { icalcomponent_free(event) }
            let start = icalcomponent_get_dtstart(event)
            guard start.is_date != 0, let first = CalendarFile.date(start) else {
                if icaltime_is_null_time(start) == 0 {
                    timed += 1
                } else {
                    tell(.eventHasNoDay(in: name, lines))
                }
                return
            }
            guard icalcomponent_get_status(event) != ICAL_STATUS_CANCELLED else { return }
            // The end of whole days is the day after the last one.
            let end = CalendarFile.date(icalcomponent_get_dtend(event)) ?? first.adding(days: 1)
            let length = min(max(1, end.dayNumber - first.dayNumber), 4_000)
            let excluded = dates(event, ICAL_EXDATE_PROPERTY) { CalendarFile.date(icalproperty_get_exdate($0)) }
            let added = dates(event, ICAL_RDATE_PROPERTY) { CalendarFile.date(icalproperty_get_rdate($0).time) }
            for start in ([first] + added + times(event, from: start, lines)) where !excluded.contains(start) {
                DateSpan(first: start, last: start.adding(days: length - 1)).map { spans.append($0) }
            }
        }

        /// The further times of an event that recurs.
        private mutating func times(
            _ event: OpaquePointer, from start: icaltimetype, _ lines: [String]
        ) -> [CalendarDate] {
            guard let property = icalcomponent_get_first_property(event, ICAL_RRULE_PROPERTY) else { return [] }
            let rule = icalproperty_get_rrule(property)
            let frequencies = [
                ICAL_DAILY_RECURRENCE, ICAL_WEEKLY_RECURRENCE, ICAL_MONTHLY_RECURRENCE, ICAL_YEARLY_RECURRENCE,
            ]
            rules += 1
            guard frequencies.contains(rule.freq), rule.rscale == nil, rules <= CalendarFile.mostRules else {
                tell(.ruleNotFollowed(in: name, lines))
                return []
            }
            guard let iterator = icalrecur_iterator_new(rule, start) else { return [] }
            defer { icalrecur_iterator_free(iterator) }
            var found: [CalendarDate] = []
            while found.count < CalendarFile.mostTimes {
                let time = icalrecur_iterator_next(iterator)
                guard let date = CalendarFile.date(time), date.year <= 2_100 else { break }
                found.append(date)
            }
            return found
        }

        private func dates(
            _ event: OpaquePointer, _ kind: icalproperty_kind, _ value: (OpaquePointer) -> CalendarDate?
        ) -> [CalendarDate] {
            var found: [CalendarDate] = []
            var property = icalcomponent_get_first_property(event, kind)
            while let each = property, found.count < CalendarFile.mostTimes {
                value(each).map { found.append($0) }
                property = icalcomponent_get_next_property(event, kind)
            }
            return found
        }

        private mutating func tell(_ finding: Finding) {
            if findings.count < 20 { findings.append(finding) }
        }
    }

    /// The day of a libical time; nil for none, and for one outside the years that dates are printed for.
    private static func date(_ time: icaltimetype) -> CalendarDate? {
        guard icaltime_is_null_time(time) == 0, (1_970...9_998).contains(Int(time.year)) else { return nil }
        let date = CalendarDate(year: Int(time.year), month: Int(time.month), day: Int(time.day))
        return date.month == Int(time.month) && date.day == Int(time.day) ? date : nil
    }
}
