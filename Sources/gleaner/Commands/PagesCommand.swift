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
            var couldNot = false
            for file in files {
                let line = PageLines().text(of: file)
                if line.error != nil { couldNot = true }
                Terminal.out(json ? try StableJSON.text(line) : line.asText)
            }
            if couldNot { throw ExitCode(1) }
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
            for verdict in try PageLines().teasers(of: items) {
                Terminal.out(json ? try StableJSON.text(verdict) : verdict.asText)
            }
        }
    }
}
