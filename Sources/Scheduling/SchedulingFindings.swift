import Content

/// What is found while schedules are made of settings.
extension Finding {
    /// Told where a schedule names a calendar that is not there; the schedule is not used. `place`: where it names it.
    static func calendarNotRead(_ path: String, namedAt place: String) -> Finding {
        Finding(
            .error, at: place, "the calendar \(path) cannot be read.",
            remedy: "Put it there, or correct the path; it counts from the working folder.")
    }

    /// Told where this machine does not know a schedule's zone; the schedule is not used. `place`: where the schedule begins.
    static func zoneNotKnown(_ zone: String, ofScheduleAt place: String) -> Finding {
        Finding(.error, at: place, "the zone \(zone) is not known here.")
    }
}

/// What is found in an iCalendar file.
extension Finding {
    /// Told of a file of which nothing is read because of its size.
    static func calendarIsTooLarge(_ file: String, most: Int) -> Finding {
        Finding(.error, at: .file(file), "it has more than \(most) bytes.", remedy: "Give a smaller calendar.")
    }

    /// Told of a file of another kind.
    static func notACalendar(_ file: String) -> Finding {
        Finding(
            .error, at: .file(file), "it is not an iCalendar file.",
            remedy: "Export it as iCalendar (.ics) from the calendar program.")
    }

    /// Told once a file, where its last events are not read.
    static func tooManyEvents(in file: String, events: Int, most: Int) -> Finding {
        Finding(.warning, at: .file(file), "it has \(events) events; only the first \(most) were read.")
    }

    /// Told once a file that has meetings in it.
    static func eventsWithTimeOfDay(in file: String, count: Int) -> Finding {
        Finding(
            .note, at: .file(file), "\(count) of its events have a time of day and were left out: whole days count.")
    }

    /// Told of a file that gives no day.
    static func noWholeDay(in file: String) -> Finding {
        Finding(.warning, at: .file(file), "it has no whole-day event.")
    }

    /// Told of an event of which the library makes nothing; `lines`: what stands in it.
    static func eventNotRead(in file: String, _ lines: [String]) -> Finding {
        event("an event could not be read", in: file, lines)
    }

    /// Told of an event without a beginning, or at a date such as 30 February.
    static func eventHasNoDay(in file: String, _ lines: [String]) -> Finding {
        event("an event has no day that exists", in: file, lines)
    }

    /// Told of an event that recurs by the hour, by another calendar, or beyond the most rules of a file.
    static func ruleNotFollowed(in file: String, _ lines: [String]) -> Finding {
        event("the rule of an event that recurs cannot be followed; its first time counts", in: file, lines)
    }

    private static func event(_ problem: String, in file: String, _ lines: [String]) -> Finding {
        let summary = lines.first { $0.uppercased().hasPrefix("SUMMARY") }?.split(separator: ":", maxSplits: 1).last
        let which = summary.map { " ('\($0.prefix(60))')" } ?? ""
        return Finding(.warning, at: .file(file), "\(problem)\(which).")
    }
}
