#if DEBUG
    import Configuration
    import Content
    @testable import Scheduling

    extension FuzzLoop {
        /// Calendar files.
        static let calendars = FuzzLoop(
            "calendars", texts: [holidays, recurring],
            words: [
                "BEGIN:VEVENT\n", "END:VEVENT\n", "BEGIN:VALARM\n", "DTSTART;VALUE=DATE:20261012\n",
                "DTEND;VALUE=DATE:20260101\n", "RRULE:FREQ=DAILY\n",
                "RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30\n", "RRULE:FREQ=WEEKLY;INTERVAL=99999999;COUNT=5\n",
                "RRULE:FREQ=MONTHLY;BYDAY=-1FR;BYSETPOS=-1\n",
                "RRULE:FREQ=YEARLY;BYYEARDAY=366;BYWEEKNO=53;UNTIL=21000101\n", "EXDATE;VALUE=DATE:20261102\n",
                "RDATE;VALUE=PERIOD:20261101/P1D\n",
                "DURATION:P99999999D\n", "DURATION:-P1W\n", "STATUS:CANCELLED\n", "SUMMARY:", "TZID=", ";VALUE=", ":",
                ",", "\\n", "\r\n ", "RSCALE=HEBREW;",
                "00000000", "99999999", "20260230", "BYDAY=1MO,2TU,-5SU", "FREQ=SECONDLY",
            ]
        ) { bytes in
            let name = "holidays.ics"
            let (spans, said) = CalendarFile.read(bytes, name: name)
            var found = Holds.findings(said) + Holds.places(said, of: name, in: bytes)
            if CalendarFile.read(bytes, name: name).spans != spans { found.append("read twice, two calendars") }
            if spans.count > CalendarFile.mostEvents * 2 + CalendarFile.mostRules * CalendarFile.mostTimes * 2 {
                found.append("\(spans.count) spans")
            }
            for span in spans where span.first > span.last || span.first.year < 1_970 || span.last.year > 9_999 + 12 {
                found.append("a span \(span)")
            }
            // As a set of days they are the same days, in order and apart.
            let set = DateSet(spans)
            for (one, next) in zip(set.spans, set.spans.dropFirst()) where next.first <= one.last.adding(days: 1) {
                found.append("spans that touch")
            }
            for span in spans.prefix(20) where !set.contains(span.first) || !set.contains(span.last) {
                found.append("a day is lost: \(span)")
            }
            return found
        }

        private static let holidays = """
            BEGIN:VCALENDAR\r
            VERSION:2.0\r
            PRODID:-//Made up//EN\r
            BEGIN:VEVENT\r
            UID:1@made.up\r
            DTSTART;VALUE=DATE:20261223\r
            DTEND;VALUE=DATE:20270107\r
            SUMMARY:Winter holidays\\, made up and long enough that the line is\r
              folded\r
            BEGIN:VALARM\r
            TRIGGER:-PT15M\r
            END:VALARM\r
            END:VEVENT\r
            BEGIN:VEVENT\r
            DTSTART:20261001T080000Z\r
            SUMMARY:A meeting\r
            END:VEVENT\r
            END:VCALENDAR\r

            """
        private static let recurring = """
            BEGIN:VCALENDAR
            BEGIN:VEVENT
            DTSTART;VALUE=DATE:20261012
            DURATION:P2D
            RRULE:FREQ=MONTHLY;BYDAY=1MO;COUNT=12
            EXDATE;VALUE=DATE:20261102
            RDATE;VALUE=DATE:20261110,20261111
            STATUS:CONFIRMED
            END:VEVENT
            END:VCALENDAR
            """

        /// What schedules are set to: days, times, spans, cron lines.
        static let times = FuzzLoop(
            "times",
            texts: [
                "30 6 * * mon", "0 0 1,15 jan-jun/2 1-5", "*/5 * * * *", "59 23 31 12 7", "first monday", "last day",
                "day 15", "every day", "weekends",
                "14:00 3 days before", "06:30 the day before", "2026-12-23..2027-01-06", "2026-10-12 to 2026-10-13",
                "90 minutes", "6 hours", "2 days",
                "2026-03-02T06:00:00+02:00", "weekly@2026-09-07", "1969-12-31",
            ],
            words: [
                "*", "/", "-", ",", "..", " to ", ":", "@", "T", "Z", "+23:59", "mon", "feb", "last", "fifth", "day",
                "days", "before", "0", "9999",
            ]
        ) { bytes in
            let text = bytes.text
            var found: [String] = []
            do throws(CronError) {
                let line = try CronLine(text)
                if try CronLine(line.description) != line { found.append("written again, another cron line") }
                _ = DayPattern(cron: line).everComes
            } catch { found += Holds.text(error.expected, "an error") }
            do throws(DayPatternError) {
                let words = text.split(separator: ",").map { String($0) }
                let pattern = try DayPattern(words: words)
                if try DayPattern(words: pattern.description.split(separator: ", ").map { String($0) }).rules
                    != pattern.rules
                {
                    found.append("written again, another pattern: \(pattern)")
                }
                _ = pattern.everComes
            } catch { found += Holds.text(error.expected + error.hint, "an error") }
            func again<Value: Equatable & CustomStringConvertible>(_ read: (String) -> Value?) {
                guard let value = read(text) else { return }
                if read(value.description) != value { found.append("written again, another value: \(value)") }
            }
            again { ClockTime($0) }
            again { ReviewTime($0) }
            again { DateSpan($0) }
            again { CalendarDate(iso: $0) }
            again { Timestamp(iso: $0) }
            again { Edition($0) }
            if let minutes = WrittenMinutes.read(text), WrittenMinutes.read(WrittenMinutes.text(minutes)) != minutes {
                found.append("written again, other minutes")
            }
            return found
        }
    }
#endif
