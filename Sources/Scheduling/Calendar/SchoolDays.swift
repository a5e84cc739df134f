import Configuration
import Content

/// The days on which one school of a district is open, as a schedule of the whole district sees them.
public struct SchoolDays: Hashable, Sendable {
    /// The school.
    public let school: SchoolName
    /// Days on which it is closed.
    public let holidays: DateSet
    /// The days of its terms; nil: every day is one.
    public let terms: DateSet?
    /// Whether its calendar could be read. Of a school whose holidays nobody knows it is closed every day.
    public let isKnown: Bool

    /// The days of a school by their parts.
    package init(school: SchoolName, holidays: DateSet, terms: DateSet?, isKnown: Bool = true) {
        self.school = school
        self.holidays = holidays
        self.terms = terms
        self.isKnown = isKnown
    }

    /// Whether its learners get lists on a day.
    public func isOpen(on date: CalendarDate) -> Bool {
        isKnown && !holidays.contains(date) && terms?.contains(date) ?? true
    }
}

extension Schedule {
    /// Whose lists are made for a date: those of the schedule's school, or of all schools that are open.
    public func schools(on date: CalendarDate) -> SchoolChoice {
        if let school = settings.school { return .only(school) }
        let closed = schoolDays.filter { !$0.isOpen(on: date) }.map { $0.school }.sorted()
        return closed.isEmpty ? .all : .allBut(closed)
    }

    /// What a run for one of its editions is for.
    package func terms(of edition: Edition, now: Timestamp, due: Timestamp? = nil) -> RunTerms {
        settings.terms(of: edition, now: now, due: due, schools: schools(on: edition.date))
    }
}
