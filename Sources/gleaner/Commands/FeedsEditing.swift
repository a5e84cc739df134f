import ArgumentParser
import Configuration
import Content
import Phrases
import Pipeline
import UseCases

/// What a school says of a feed, as options.
struct FeedTermOptions: ParsableArguments {
    @Option(
        help:
            "The lowest grade it is meant for (0 = kindergarten … 13), or the grades, as 1-3, if you have reviewed it.")
    var audience: GradeRange?
    @Option(help: "What it is about, separated by commas.")
    var topics: String?
    @Option(help: "The language, where the feed does not say: en, es, …")
    var language: String?
    @Option(help: "The title. Default: the feed's own.")
    var title: String?
    @Option(help: "The licence of its texts, where the feed does not say: CC BY 4.0, …")
    var license: String?
    @Option(
        help: "Where the text comes from that its articles are measured by: feed, or page (read once, never shown).")
    var text: TextOrigin?
    @Flag(inversion: .prefixedNo, help: "Its articles have no age: none is too old.")
    var evergreen: Bool?

    func validate() throws {
        if let language, !(2...3).contains(language.count) {
            throw ValidationError("--language is two or three letters: en, es, …")
        }
    }

    var terms: FeedTerms {
        var terms = FeedTerms()
        terms.audience = audience
        terms.topics = topics.map { FeedTermOptions.topics($0) }
        terms.language = language?.lowercased()
        terms.title = title
        terms.license = license
        terms.text = text
        terms.isEvergreen = evergreen
        return terms
    }

    static func topics(_ typed: String) -> [String] {
        typed.split(separator: ",").map { $0.trimmed }.filter { !$0.isEmpty }
    }
}

extension TextOrigin: ExpressibleByArgument {}

extension GradeRange: ExpressibleByArgument {
    /// Reads `5` or `1-3`.
    public init?(argument: String) { self.init(argument) }
}

extension FeedsCommand {
    struct Add: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Add a feed to the school's list, after reading it once. A page will do: its feed is found.",
            discussion: """
                At a terminal you are asked for the audience and the topics, unless you give them.
                Example:  gleaner feeds add https://example.org/ --audience 5 --topics "space, volcanoes"
                          gleaner feeds add https://hill.example/news --school "Hill Road School"
                """)

        @OptionGroup var common: CommonOptions
        @Argument(help: "The feed's address, a page that names it, or a file.")
        var address: String
        @OptionGroup var options: FeedTermOptions
        @Option(help: "Of a district, the one school whose own list it goes to. Default: the list of all.")
        var school: String?

        func run() throws {
            let only = school
            let school = try common.school()
            let now = common.moment()
            let found = try FindFeed(school).run(
                .init(address: CurrentFolder.source(address).source), by: Actor(), now: now)
            var terms = options.terms
            if Terminal.hasPerson, terms.audience == nil || terms.topics == nil {
                Terminal.talk(found.introduction(title: terms.title))
            }
            terms.audience = try terms.audience ?? FeedsCommand.asked(.audience)
            terms.topics =
                terms.topics
                ?? Terminal.answer(FeedQuestion.topics.words).map { FeedTermOptions.topics($0) }
            try Terminal.tell(AddFeed(school).run(.init(found.feed, terms, school: only), by: Actor(), now: now))
        }
    }

    /// The audience that a person names, if one can be asked.
    private static func asked(_ question: FeedQuestion) throws -> GradeRange? {
        guard let answer = Terminal.answer(question.words) else { return nil }
        guard let grades = GradeRange(answer) else {
            throw ValidationError("'\(answer)' is not \(GradeRange.expected); nothing was changed.")
        }
        return grades
    }

    struct Import: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract:
                "Take over the feeds of another reader's list (OPML), with its folders; each is read once, and those that are dead are told.",
            discussion: """
                At a terminal you are asked for an audience for each folder, unless you give one.
                Example:  gleaner feeds import subscriptions.opml --audience 5 --audience "Long reads=8"
                """)

        @OptionGroup var common: CommonOptions
        @Argument(help: "The list.")
        var file: String
        @Option(
            help:
                "The lowest grade that all are meant for, or the grades, as 1-3; or FOLDER=GRADES for those of one folder. May be given several times."
        )
        var audience: [String] = []

        func run() throws {
            let given = try audiences()
            let school = try common.school()
            let now = common.moment()
            let list = try LookThroughFeedList(school).run(
                .init(path: CurrentFolder.path(file)), by: Actor(), now: now)
            try Terminal.tell(list)
            var audiences = given
            for folder in list.folders where audiences[folder] == nil && given[nil] == nil {
                audiences[folder] = try FeedsCommand.asked(.audienceOfFolder(folder))
            }
            let outcome = try TakeFeedsOver(school).run(
                .init(list, audiences: audiences, otherwise: given[nil]), by: Actor(), now: now)
            try Terminal.tell(outcome)
        }

        private func audiences() throws -> [Verbatim?: GradeRange] {
            var found: [Verbatim?: GradeRange] = [:]
            for text in audience {
                let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
                guard let grades = parts.last.flatMap({ GradeRange($0.trimmed) }) else {
                    throw ValidationError(
                        "--audience is \(GradeRange.expected), or FOLDER=GRADES; '\(text)' is neither.")
                }
                found[parts.count == 2 ? Verbatim(parts[0].trimmed) : nil] = grades
            }
            return found
        }
    }

    struct Review: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "List the feeds that nobody has reviewed, each with ten titles.",
            discussion: "Example:  gleaner feeds review && gleaner feeds set “The title” --audience 4")

        @OptionGroup var common: CommonOptions
        @Flag(help: "Print JSON Lines.")
        var json = false

        func run() throws {
            let outcome = try ListUnreviewedFeeds(common.opened()).run(.init(), by: Actor(), now: common.moment())
            try Terminal.tell(outcome, asJSON: json)
        }
    }

    struct Set: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Change what the school's list says of a feed.",
            discussion: "Example:  gleaner feeds set “Under the Surface” --audience 4 --text page")

        @OptionGroup var common: CommonOptions
        @Argument(help: "The feed: its address, its title, or a part of it that no other has.")
        var feed: String
        @OptionGroup var options: FeedTermOptions
        @Flag(help: "Nobody counts as having reviewed it any more.")
        var notReviewed = false

        func validate() throws {
            if notReviewed, options.audience != nil {
                throw ValidationError("--audience and --not-reviewed contradict each other.")
            }
            if !notReviewed, options.terms == FeedTerms() {
                throw ValidationError(
                    "Say what is to change: --audience, --not-reviewed, --topics, --language, --title, --license or --text."
                )
            }
        }

        func run() throws {
            var terms = options.terms
            terms.takesAudienceBack = notReviewed
            try Terminal.tell(
                ChangeFeed(common.school()).run(.init(feed: feed, terms), by: Actor(), now: common.moment()))
        }
    }

    struct Pause: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Ask no more for a feed until it is resumed; what it has brought goes on being sent.",
            discussion: "Example:  gleaner feeds pause “Under the Surface”")

        @OptionGroup var common: CommonOptions
        @Argument(help: "The feed: its address, its title, or a part of it that no other has.")
        var feed: String

        func run() throws {
            try Terminal.tell(
                PauseFeed(common.school()).run(
                    .init(feed: feed, isPaused: true), by: Actor(), now: common.moment()))
        }
    }

    struct Resume: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Ask again for a feed that was paused.",
            discussion: "Example:  gleaner feeds resume “Under the Surface”")

        @OptionGroup var common: CommonOptions
        @Argument(help: "The feed: its address, its title, or a part of it that no other has.")
        var feed: String

        func run() throws {
            try Terminal.tell(
                PauseFeed(common.school()).run(
                    .init(feed: feed, isPaused: false), by: Actor(), now: common.moment()))
        }
    }

    struct Move: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Put a feed's new address in the place of the old one, after reading it once.",
            discussion: "Example:  gleaner feeds move “Under the Surface” https://example.org/new.xml")

        @OptionGroup var common: CommonOptions
        @Argument(help: "The feed: its address, its title, or a part of it that no other has.")
        var feed: String
        @Argument(help: "The new address. Default: the one that its server has told.")
        var address: String?

        func run() throws {
            let new = address.map { CurrentFolder.source($0).source }
            try Terminal.tell(
                MoveFeed(common.opened()).run(.init(feed: feed, address: new), by: Actor(), now: common.moment()))
        }
    }

    struct Remove: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Take a feed off the school's list.",
            discussion: "Example:  gleaner feeds remove “Under the Surface”")

        @OptionGroup var common: CommonOptions
        @Argument(help: "The feed: its address, its title, or a part of it that no other has.")
        var feed: String

        func run() throws {
            try Terminal.tell(RemoveFeed(common.school()).run(.init(feed: feed), by: Actor(), now: common.moment()))
        }
    }
}
