import ArgumentParser
import Phrases
import Pipeline
import UseCases

struct PagesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "pages",
        abstract: "What Gleaner finds in pages of articles; needs no working folder and no network.",
        subcommands: [TextOfPages.self, Teasers.self])

    struct TextOfPages: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "text",
            abstract: "Print the main text of pages, by which level, minutes and topics are measured.",
            discussion: "Example:  gleaner pages text --json article.html")

        @Argument(help: "Files of HTML, plain or gzipped.")
        var files: [String]
        @Flag(help: "Print JSON Lines.")
        var json = false

        func run() throws {
            let now = Moment.now()
            try Terminal.tell(each: files, asJSON: json) {
                ReadPageText().run(.init(path: $0), by: Actor(), now: now)
            }
        }
    }

    struct Teasers: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "teaser",
            abstract: "Say which texts of feeds are teasers of a longer article.",
            discussion: """
                Each line of the file is {"id": …, "html": what the feed gave, "page": the file of the article's page beside it, or none}.
                Example:  gleaner pages teaser --json items.jsonl
                """)

        @Argument(help: "A file of JSON Lines.")
        var items: String
        @Flag(help: "Print JSON Lines.")
        var json = false

        func run() throws {
            let now = Moment.now()
            try Terminal.tell(each: [items], asJSON: json) {
                try TellTeasers().run(.init(path: $0), by: Actor(), now: now)
            }
        }
    }
}
