import Configuration
import Content
import Synchronization

/// One schedule, ready to be asked: its days, times and zone, with holidays and terms read.
public struct Schedule: Sendable {
    /// What the configuration says.
    public let settings: ScheduleSettings
    /// The wall clock.
    public let clock: LocalClock
    /// Days without an edition.
    public let holidays: DateSet
    /// The days of terms; nil: every day is one.
    public let terms: DateSet?

    /// Of a schedule of a whole district: when each of its schools is open, of those that say so.
    public let schoolDays: [SchoolDays]
    /// Whether these are all schools of the district: where all are closed there is no edition.
    let hasAllSchools: Bool

    private let known = KnownOccurrences()

    /// A schedule by its parts.
    package init(
        settings: ScheduleSettings, clock: LocalClock, holidays: DateSet = DateSet([]), terms: DateSet? = nil,
        schoolDays: [SchoolDays] = [], hasAllSchools: Bool = false
    ) {
        self.settings = settings
        self.clock = clock
        self.holidays = holidays
        self.terms = terms
        self.schoolDays = schoolDays
        self.hasAllSchools = hasAllSchools
    }

    /// The schedule's name.
    public var name: String { settings.name }

    /// The edition of a date with its moments; nil where the date has none.
    public func occurrence(on date: CalendarDate) -> Occurrence? {
        known.value(date) { computed(date) }
    }

    private func computed(_ date: CalendarDate) -> Occurrence? {
        guard settings.days.matches(date), !holidays.contains(date), terms?.contains(date) ?? true,
            !hasAllSchools || schoolDays.contains(where: { $0.isOpen(on: date) }),
            let sends = clock.moment(date, settings.time)
        else { return nil }
        var makes = sends
        if let review = settings.review {
            let day = date.adding(days: -review.daysBefore)
            // A review day that the zone never had falls on the day of sending.
            makes = min(clock.moment(day, review.time) ?? sends, sends)
        }
        return Occurrence(
            edition: Edition(schedule: name, date: date), makes: makes, sends: sends,
            ends: sends.adding(seconds: Int64(settings.maxLateMinutes) * 60))
    }

    /// The first edition after a date, within some four years.
    public func occurrence(after date: CalendarDate) -> Occurrence? {
        for day in date.dayNumber + 1..<date.dayNumber + 1_500 {
            if let found = occurrence(on: CalendarDate(dayNumber: day)) { return found }
        }
        return nil
    }

    /// The first of the next dozen editions made after a moment that something holds for.
    func first(after now: Timestamp, where holds: (Occurrence) -> Bool) -> Occurrence? {
        var date = clock.localDate(at: now).adding(days: -1)
        var left = 12
        while left > 0, let occurrence = occurrence(after: date) {
            if occurrence.makes > now {
                if holds(occurrence) { return occurrence }
                left -= 1
            }
            date = occurrence.edition.date
        }
        return nil
    }

    /// The next editions that are made after a moment.
    public func next(_ count: Int, after now: Timestamp) -> [Occurrence] {
        var found: [Occurrence] = []
        var date = clock.localDate(at: now).adding(days: -1)
        while found.count < count, let occurrence = occurrence(after: date) {
            if occurrence.makes > now { found.append(occurrence) }
            date = occurrence.edition.date
        }
        return found
    }
}

/// The edition of a date and its moments.
public struct Occurrence: Hashable, Sendable {
    /// The edition.
    public var edition: Edition
    /// When its lists are made: for review, or to go out at once.
    public var makes: Timestamp
    /// When they go out.
    public var sends: Timestamp
    /// From when on it is too late.
    public var ends: Timestamp

    /// An occurrence by its parts.
    package init(edition: Edition, makes: Timestamp, sends: Timestamp, ends: Timestamp) {
        self.edition = edition
        self.makes = makes
        self.sends = sends
        self.ends = ends
    }
}

/// The editions of dates that were asked for before: a tick asks for the same few dates several times.
private final class KnownOccurrences: Sendable {
    private let values = Mutex<[Int: Occurrence?]>([:])

    func value(_ date: CalendarDate, _ compute: () -> Occurrence?) -> Occurrence? {
        if let known = values.withLock({ $0[date.dayNumber] }) { return known }
        let value = compute()
        values.withLock { $0[date.dayNumber] = .some(value) }
        return value
    }
}
