import ArgumentParser
import Configuration
import Content
import Phrases
import Pipeline
import UseCases

struct ItemsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "items", abstract: "Articles of the school's own: books, worksheets, pages.",
        subcommands: [Add.self, List.self, Remove.self])

    struct Add: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Add a file, a page of the web, or with --title alone a book. It is ranked like all else.",
            discussion: """
                You have looked at it, so that it is open to every grade unless you give --audience. Adding it again says anew what
                holds for it.
                Example:  gleaner items add worksheets/bees.html --level 4
                          gleaner items add https://museum.example/bees --audience 5 --evergreen
                          gleaner items add --title "The Bee Book" --level 5 --minutes 30 --language en --evergreen
                """)

        @OptionGroup var common: CommonOptions
        @Argument(help: "A file of HTML, Markdown or plain text, or the address of a page.")
        var source: String?
        @Option(help: "The title. Default: that of the page or file.")
        var title: String?
        @Option(help: "The level as a school grade, 0 to 16. Default: measured.")
        var level: Double?
        @Option(help: "The lowest grade it is meant for, 0 (kindergarten) to 13. Default: 0.")
        var audience: GradeRange = 0
        @Option(help: "The language: en, es, … Default: told by the text.")
        var language: String?
        @Option(help: "Minutes of reading. Default: told by the text.")
        var minutes: Int?
        @Flag(help: "It has no age: it is never too old.")
        var evergreen = false

        func run() throws {
            var request = AddOwnArticle.Request()
            (request.source, request.title, request.level) = (source, title, level)
            request.path = source.map { CurrentFolder.path($0) }
            (request.audience, request.language) = (audience, language)
            (request.minutes, request.isEvergreen) = (minutes, evergreen)
            try Terminal.tell(AddOwnArticle(common.opened()).run(request, by: Actor(), now: common.moment()))
        }
    }

    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "The school's own articles.", discussion: "Example:  gleaner items list")

        @OptionGroup var common: CommonOptions
        @Flag(help: "Print JSON Lines.")
        var json = false

        func run() throws {
            let outcome = try ListOwnArticles(common.opened()).run(.init(), by: Actor(), now: common.moment())
            try Terminal.tell(outcome, asJSON: json)
        }
    }

    struct Remove: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Take one of the school's own articles away. Lists that are made stay as they are.",
            discussion: "Example:  gleaner items remove K7Q2M")

        @OptionGroup var common: CommonOptions
        @Argument(help: "Its code or address.")
        var item: String

        func run() throws {
            try Terminal.tell(
                RemoveOwnArticle(common.opened()).run(.init(article: item), by: Actor(), now: common.moment()))
        }
    }
}
