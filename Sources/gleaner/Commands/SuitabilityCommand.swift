import ArgumentParser
import Content
import Phrases
import Pipeline
import UseCases

struct SuitabilityCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "suitability", abstract: "What held words keep from learners until somebody has read it.",
        subcommands: [Held.self, Approve.self, Refuse.self, Try.self])

    struct Held: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "held", abstract: "The articles that wait for a class, each with its word and the grade.",
            discussion: "Example:  gleaner suitability held --class 9B")

        @OptionGroup var common: CommonOptions
        @Option(name: .customLong("class"), help: "The class.") var schoolClass: String
        @Flag(help: "Print JSON Lines.") var json = false

        func run() throws {
            let outcome = try ListHeldArticles(common.opened()).run(
                .init(schoolClass), by: Actor(), now: common.moment())
            try Terminal.tell(outcome, asJSON: json)
        }
    }

    struct Approve: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "approve", abstract: "Let articles through as they read now, or all that a feed brings.",
            discussion: """
                Of a feed no article is held from the class for its words any more; its audience stays.
                Example:  gleaner suitability approve K7Q2M --class 9B --by 'Ms Rivera'
                          gleaner suitability approve --feed 'Science News' --class 9B
                """)

        @OptionGroup var settling: Settling

        func run() throws { try settling.settle(.approve) }
    }

    struct Refuse: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "refuse", abstract: "Say that articles, or all that a feed brings, never come to a class.",
            discussion: "Example:  gleaner suitability refuse K7Q2M --class 9B")

        @OptionGroup var settling: Settling

        func run() throws { try settling.settle(.refuse) }
    }

    struct Settling: ParsableArguments {
        @OptionGroup var common: CommonOptions
        @Argument(help: "Articles, by code or address.") var items: [String] = []
        @Option(help: "A feed, by title or address.") var feed: String?
        @Option(name: .customLong("class"), help: "The class.") var schoolClass: String
        @Option(help: "Who says it, as it is printed. Default: the class's teacher.") var by: String?
        @Flag(help: "Take back what was said.") var undo = false

        func validate() throws {
            if items.isEmpty, feed == nil { throw ValidationError("Give articles or --feed.") }
        }

        func settle(_ answer: SettleHeldArticles.Answer) throws {
            let outcome = try SettleHeldArticles(common.opened()).run(
                .init(answer, articles: items, feed: feed, class: schoolClass, undoes: undo),
                by: Actor(name: by.map { Verbatim($0) }), now: common.moment())
            try Terminal.tell(outcome)
        }
    }

    struct Try: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "try", abstract: "Try the lists of Config/held-words on texts. Nothing is kept.",
            discussion: """
                ITEMS has a line a text: {"id": "1", "language": "en", "title": "...", "text": "..."}.
                Each is told with the grade below which it would wait for a teacher, 13 for everybody, and the words that say so.
                Example:  gleaner suitability try --items items.jsonl --json
                """)

        @OptionGroup var common: CommonOptions
        @Option(help: "A file of texts, one JSON object a line.") var items: String
        @Flag(help: "Print JSON Lines.") var json = false

        func run() throws {
            let outcome = try TrySuitability(common.school()).run(
                .init(file: CurrentFolder.path(items)), by: Actor(), now: common.moment())
            try Terminal.tell(outcome, asJSON: json)
        }
    }
}
