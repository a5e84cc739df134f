import Configuration
import Content

/// All schedules of a school, with what is wrong with them.
public struct ScheduleBook: Sendable {
    /// Those that can be used, in the order of the configuration.
    public let schedules: [Schedule]
    /// The names of those that cannot be used as they are: nothing is decided about them.
    public let unusable: Set<String>
    /// What a person should know. A schedule with an error is not among the usable ones.
    public let findings: [Finding]

    /// A book of schedules that are ready.
    public init(schedules: [Schedule]) {
        self.schedules = schedules
        unusable = []
        findings = []
    }

    /// Makes schedules of settings. `contents` gives the bytes of a calendar file by its path as the configuration writes it; nil
    /// where it cannot be read.
    public init(_ configuration: GleanerConfiguration, contents: (String) -> [UInt8]?) {
        var findings: [Finding] = []
        var clocks: [String: LocalClock] = [:]
        var read: [String: [DateSpan]?] = [:]
        func days(_ sources: [CalendarSource], _ isWhole: inout Bool) -> [DateSpan] {
            var spans: [DateSpan] = []
            for source in sources {
                switch source.kind {
                case .span(let span): spans.append(span)
                case .file(let path):
                    if read[path] == nil { read[path] = file(path, source.place) }
                    if let found = read[path] ?? nil { spans += found } else { isWhole = false }
                }
            }
            return spans
        }
        func file(_ path: String, _ place: String) -> [DateSpan]? {
            guard let bytes = contents(path) else {
                findings.append(.calendarNotRead(path, namedAt: place))
                return nil
            }
            let (spans, found) = CalendarFile.read(bytes, name: path)
            findings += found
            return found.contains { $0.severity == .error } ? nil : spans
        }
        /// When each school is open, as far as a schedule of the whole district does not say itself.
        func schoolDays(_ settings: ScheduleSettings) -> [SchoolDays] {
            configuration.schools.compactMap { entry in
                let namedHolidays = settings.holidays.isEmpty ? entry.holidays : []
                let namedTerms = settings.terms.isEmpty ? entry.terms : []
                guard !namedHolidays.isEmpty || !namedTerms.isEmpty else { return nil }
                var isWhole = true
                let holidays = DateSet(days(namedHolidays, &isWhole))
                let terms = namedTerms.isEmpty ? nil : DateSet(days(namedTerms, &isWhole))
                return SchoolDays(school: entry.name, holidays: holidays, terms: terms, isKnown: isWhole)
            }
        }
        var schedules: [Schedule] = []
        for settings in configuration.schedules {
            let zone = configuration.zone(of: settings)
            let clock = clocks[zone] ?? LocalClock(zone: zone)
            clocks[zone] = clock
            guard let clock else {
                findings.append(.zoneNotKnown(zone, ofScheduleAt: settings.place))
                continue
            }
            var isWhole = true
            // What a schedule names itself holds, and else what its school names.
            let own = configuration.entry(of: settings.school)
            let namedHolidays = settings.holidays.isEmpty ? own?.holidays ?? [] : settings.holidays
            let namedTerms = settings.terms.isEmpty ? own?.terms ?? [] : settings.terms
            let holidays = days(namedHolidays, &isWhole)
            let terms = days(namedTerms, &isWhole)
            // Without its holidays a schedule would send on them: better not at all, and said.
            guard isWhole else { continue }
            let schoolDays = settings.school == nil ? schoolDays(settings) : []
            schedules.append(
                Schedule(
                    settings: settings, clock: clock, holidays: DateSet(holidays),
                    terms: namedTerms.isEmpty ? nil : DateSet(terms),
                    schoolDays: schoolDays,
                    hasAllSchools: !schoolDays.isEmpty && schoolDays.count == configuration.schools.count))
        }
        self.schedules = schedules
        unusable = Set(configuration.schedules.map { $0.name }).subtracting(schedules.map { $0.name })
        self.findings = findings
    }
}
