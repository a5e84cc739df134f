import Content
import Foundation

/// Section `school`: who the lists come from, and in which zone and language.
public struct SchoolSettings: Sendable, Equatable {
    /// Key `name`: the school's name as it is printed. Default `School`.
    public var name = "School"
    /// Key `time-zone`: the zone in which the school's days begin, as an identifier such as `Europe/Madrid`. Default `UTC`.
    public var timeZone = "UTC"
    /// Key `language`: the language of lists and of feeds that declare none, as a BCP 47 primary tag. Default `en`.
    public var language = "en"
    /// Key `region`: the country whose dates and names of grades are used, as two letters of ISO 3166. Nil: those of the language alone.
    public var region: String?
    /// Key `safeguarding`: the mail address of the grown-up who is told when a child's wish tells of distress. Nil: the teacher of
    /// the child's class.
    public var safeguarding: String?
    /// Key `languages`: all languages that learners get articles in where the roster does not say. Default: ``language`` alone.
    public var languages = ["en"]
    /// Key `lawful-basis`: on what the school rests that lists are made from what is known of learners. Nil: it names none, and whoever
    /// said no is not profiled.
    public var lawfulBasis: LawfulBasis?

    /// The defaults.
    package init() {}

    /// The zone itself; nil only for an identifier that was not read from a file.
    public var zone: TimeZone? { TimeZone(identifier: timeZone) }

    init(reading map: inout MapReader) {
        let defaults = SchoolSettings()
        name = map.text("name", default: defaults.name)
        timeZone = map.text("time-zone", default: defaults.timeZone, check: Check.timeZone)
        let language = map.text("language", default: defaults.language, check: Check.language)
        self.language = language.lowercased()
        languages = map.texts("languages", default: [language], check: Check.language).map { $0.lowercased() }
        region = map.optionalText("region", check: Check.region)?.uppercased()
        safeguarding = map.optionalText("safeguarding", check: Check.mailAddress)
        lawfulBasis = map.optionalChoice("lawful-basis")
        if !languages.contains(self.language) { languages.insert(self.language, at: 0) }
    }

    var tree: OptionValue {
        .map([
            "name": .string(name), "time-zone": .string(timeZone), "language": .string(language),
            "languages": .list(languages.map { .string($0) }), "safeguarding": .optional(safeguarding),
            "region": .optional(region), "lawful-basis": .optional(lawfulBasis?.rawValue),
        ])
    }
}
