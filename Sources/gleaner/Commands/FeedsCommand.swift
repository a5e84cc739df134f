import ArgumentParser
import Configuration
import Content
import Phrases
import Pipeline
import UseCases

struct FeedsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "feeds",
        abstract: "The school's feeds: list, add, import, review, change; parse any feed's document.",
        subcommands: [
            List.self, Add.self, Import.self, Review.self, Set.self, Pause.self, Resume.self, Move.self, Remove.self,
            Check.self,
            Parse.self,
        ])

    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract:
                "List the feeds with their audience, what they have brought, who wanted more of it, and how they do.",
            discussion: "Example:  gleaner feeds list")

        @OptionGroup var common: CommonOptions
        @Flag(help: "Print JSON Lines.")
        var json = false

        func run() throws {
            let outcome = try ListFeeds(common.opened()).run(.init(), by: Actor(), now: common.moment())
            try Terminal.tell(outcome, asJSON: json)
        }
    }

    struct Check: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Read every feed of the list once, without storing anything, and say what is wrong.",
            discussion: "Example:  gleaner feeds check")

        @OptionGroup var common: CommonOptions
        @Argument(help: "One address or file instead of the list.")
        var address: String?
        @Flag(help: "Exit with 1 when a feed could not be read.")
        var strict = false
        @Flag(help: "Print JSON Lines, the findings among them.")
        var json = false

        func run() throws {
            let outcome = try CheckFeeds(common.school()).run(
                .init(address: address.map { CurrentFolder.source($0).source }), by: Actor(), now: common.moment())
            try Terminal.tell(each: outcome.parts(strict: strict), asJSON: json) { $0 }
        }
    }

    struct Parse: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Parse feed documents and print what is in them; needs no working folder.",
            discussion: "Example:  gleaner feeds parse --json Feeds/science.xml")

        @Argument(help: "The files.")
        var files: [String]
        @Option(name: .customLong("base-url"), help: "The address that relative links are resolved against.")
        var baseURL: String?
        @Flag(help: "Print JSON Lines (the only form there is).")
        var json = false

        func run() throws {
            let now = Moment.now()
            try Terminal.tell(each: files) { file in
                let outcome = ParseFeedDocument().run(.init(path: file, base: baseURL), by: Actor(), now: now)
                outcome.write { Terminal.out(bytes: $0) }
                return outcome.status
            }
        }
    }
}
