import Configuration
import Content

/// How long a school, or each school of a district, keeps lists and messages: the first dates that are kept.
struct Retention {
    private let configuration: GleanerConfiguration
    private let now: Timestamp

    init(_ configuration: GleanerConfiguration, now: Timestamp) {
        self.configuration = configuration
        self.now = now
    }

    /// The first date that is kept for learners of a school; nil: all are. Learners of no school that is named are kept as the district
    /// says.
    func firstKept(of school: SchoolName?) -> CalendarDate? {
        firstKept(days: configuration.entry(of: school).map { $0.keepDays } ?? configuration.operation.keepDays)
    }

    /// Editions before it go as a whole: nobody keeps them. Nil: somebody keeps all.
    var wholeBefore: CalendarDate? { dates.contains(nil) ? nil : dates.compactMap { $0 }.min() }

    /// Of editions before it something may go; nil: everybody keeps all.
    var partBefore: CalendarDate? { dates.compactMap { $0 }.max() }

    /// Whether schools keep editions for other times than each other.
    var isBySchool: Bool { Set(dates).count > 1 }

    /// Those of some ways to write a school whose learners' part of an edition is old.
    func expired(_ spellings: [String], on date: CalendarDate) -> [String] {
        spellings.filter { spelling in firstKept(of: SchoolName(spelling)).map { date < $0 } ?? false }
    }

    private var dates: [CalendarDate?] {
        [firstKept(days: configuration.operation.keepDays)] + configuration.schools.map { firstKept(days: $0.keepDays) }
    }

    private func firstKept(days: Int?) -> CalendarDate? { days.map { now.utcDate.adding(days: -$0) } }
}
