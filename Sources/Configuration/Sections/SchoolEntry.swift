import Content
import Foundation

/// One entry of `schools`: what one school of a district has of its own. What it leaves out is what the sections `school`, `mail` and
/// `operation` say, and is filled in here already.
public struct SchoolEntry: Sendable, Equatable {
    /// Its name, as the roster has it.
    public var name: SchoolName
    /// Keys `name` (as it is printed, where that is other than the roster's), `time-zone`, `language`, `languages`, `region` and
    /// `safeguarding`.
    public var school: SchoolSettings
    /// Keys `from`, `wishes-to`, `one-click`, `list-domain` and `to`; all else is the district's.
    public var mail: MailSettings
    /// Key `feeds`: what is read for its learners alone, beside the district's `feeds`. Default none.
    public var feeds: [FeedSource] = []
    /// Key `staff`: who is written to about how its learners are served, beside the operator. Default nobody.
    public var staff: [MailAddress] = []
    /// Key `terms`: of its schedules that name none of their own.
    public var terms: [CalendarSource] = []
    /// Key `holidays`: of its schedules that name none of their own.
    public var holidays: [CalendarSource] = []
    /// Key `keep-days`: lists and messages of its learners are kept so many days, 30…36500; nil (`none`): for ever.
    public var keepDays: Int?

    /// An entry that says nothing of its own.
    package init(name: SchoolName, of district: GleanerConfiguration = GleanerConfiguration()) {
        self.name = name
        school = district.school
        school.name = name.text
        mail = district.mail
        keepDays = district.operation.keepDays
    }

    /// All entries, in the order of the file. `district`: what is filled in for what an entry leaves out.
    static func all(in map: inout MapReader, of district: GleanerConfiguration) -> [SchoolEntry] {
        map.section("schools") { names in
            var seen: Set<SchoolName> = []
            return names.namedValues().compactMap { text, value in
                guard let name = SchoolName(text) else {
                    value.report { .schoolHasNoName(at: $0) }
                    return nil
                }
                guard seen.insert(name).inserted else {
                    value.report { .schoolNamedTwice(name, at: $0) }
                    return nil
                }
                return value.section { SchoolEntry(name: name, of: district, reading: &$0) }
            }
        }
    }

    private init(name: SchoolName, of district: GleanerConfiguration, reading map: inout MapReader) {
        self.init(name: name, of: district)
        school = SchoolSettings(named: name, of: district.school, reading: &map)
        mail.readOfSchool(&map)
        feeds = FeedSource.list("feeds", in: &map, default: [])
        for index in feeds.indices { feeds[index].school = name }
        staff = map.texts("staff", default: [], check: Check.mailAddress).compactMap { try? MailAddress(address: $0) }
        terms = ScheduleSettings.sources("terms", in: &map)
        holidays = ScheduleSettings.sources("holidays", in: &map)
        keepDays = map.integerOrNone("keep-days", OperationSettings.keptDays, default: district.operation.keepDays)
    }

    /// What the canonical text of a configuration says of it: all that holds, wherever it was said.
    var tree: OptionValue {
        .map([
            "school": school.tree, "mail": mail.tree, "feeds": .list(feeds.map { $0.tree }),
            "staff": .list(staff.map { .string($0.address) }), "terms": ScheduleSettings.tree(of: terms),
            "holidays": ScheduleSettings.tree(of: holidays), "keep-days": .optional(keepDays),
        ])
    }
}

extension SchoolSettings {
    /// What one school of a district says of itself.
    fileprivate init(named name: SchoolName, of district: SchoolSettings, reading map: inout MapReader) {
        self = district
        self.name = map.text("name", default: name.text)
        timeZone = map.text("time-zone", default: district.timeZone, check: Check.timeZone)
        language = map.text("language", default: district.language, check: Check.language).lowercased()
        // A school of another language reads that one first, and what the district reads behind it.
        let known = [language] + district.languages.filter { $0 != language }
        languages = map.texts("languages", default: known, check: Check.language).map { $0.lowercased() }
        region = map.optionalText("region", check: Check.region)?.uppercased() ?? district.region
        safeguarding = map.optionalText("safeguarding", check: Check.mailAddress) ?? district.safeguarding
        if !languages.contains(language) { languages.insert(language, at: 0) }
    }
}

extension MailSettings {
    /// What one school of a district says otherwise. Where neither names a domain, lists are named by the sender's.
    fileprivate mutating func readOfSchool(_ map: inout MapReader) {
        from = map.optionalText("from", check: Check.mailbox).flatMap { MailAddress($0) } ?? from
        wishesTo = map.mailAddress("wishes-to") ?? wishesTo
        policy = map.choice("to", default: policy)
        listDomain = map.optionalText("list-domain", check: Check.domain) ?? listDomain
        oneClick = map.optionalText("one-click", check: Check.httpsAddress) ?? oneClick
    }
}
