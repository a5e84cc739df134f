import Content

/// All that `Config/gleaner.yaml` says, with the default for every key that it leaves out.
public struct GleanerConfiguration: Sendable, Equatable {
    /// The school: its name, zone and languages. Of a district: what holds for a school that says nothing else, and for learners of
    /// none of ``schools``.
    public var school = SchoolSettings()
    /// What is read: `Feeds/feeds.opml` by default.
    public var feeds = [FeedSource(source: "Feeds/feeds.opml")]
    /// How feeds are fetched.
    public var fetching = FetchingSettings()
    /// How a reading list is composed.
    public var lists = ListSettings()
    /// What is held back for a teacher's review.
    public var suitability = SuitabilitySettings()
    /// The scorers that the school set, by name. Whether such a scorer exists is for the host of the scorers to say.
    public var scorers: [String: ScorerSettings] = [:]
    /// How lists are mailed.
    public var mail = MailSettings()
    /// How lists are printed.
    public var print = PrintSettings()
    /// What is made of the lists beside the mails.
    public var forms = ListForm.defaults
    /// When lists are made and sent by themselves; none: only by hand.
    public var schedules: [ScheduleSettings] = []
    /// The schools of a district, in the order of the file; none: it is one school.
    public var schools: [SchoolEntry] = []
    /// What keeps the machine running unattended.
    public var operation = OperationSettings()
    /// The desk, in a browser. It decides nothing about lists, so that no run records it.
    public var desk = DeskSettings()

    /// The defaults.
    package init() {}

    /// One text for one configuration, whatever the order, comments and spelling of its file, and with the defaults
    /// spelled out: one line a section. A run records its digest.
    public var canonicalText: String {
        var sections: [(String, OptionValue)] = [
            ("school", school.tree), ("feeds", .list(feeds.map(\.tree))), ("fetching", fetching.tree),
            ("lists", lists.tree), ("suitability", suitability.tree), ("scorers", .map(scorers.mapValues(\.tree))),
            ("mail", mail.tree), ("print", print.tree),
            ("forms", .list(forms.map { .string($0.rawValue) })),
            (
                "schedules",
                .map(Dictionary(schedules.map { ($0.name, $0.tree) }, uniquingKeysWith: { first, _ in first }))
            ),
            ("operation", operation.tree),
        ]
        // A school without a district has no such line: the digests of its runs stay what they were.
        if !schools.isEmpty {
            let trees = Dictionary(schools.map { ($0.name.text, $0.tree) }, uniquingKeysWith: { first, _ in first })
            sections.append(("schools", .map(trees)))
        }
        return sections.map { "\($0.0): \($0.1.canonicalText)\n" }.joined()
    }
}

extension OptionValue {
    /// A text that may be absent.
    static func optional(_ text: String?) -> OptionValue { text.map { .string($0) } ?? .null }

    /// A whole number that may be absent.
    static func optional(_ number: Int?) -> OptionValue { number.map { .int($0) } ?? .null }
}
