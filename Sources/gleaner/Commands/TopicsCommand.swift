import ArgumentParser
import Configuration
import Foundation
import Pipeline

struct TopicsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "topics", abstract: "What a topic means: its family of words in each language.",
        subcommands: [Show.self, Try.self])

    /// The lexicons of the working folder that one stands in, or else those that ship.
    private static func lexicons(_ common: CommonOptions) throws -> TopicLexicons {
        let folder =
            try common.config == nil
            ? WorkingFolder.find(from: FileManager.default.currentDirectoryPath, explicit: nil) : common.folder()
        return try TopicLexicons.of(folder)
    }

    struct Show: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "show", abstract: "Show a phrase's family: names, narrow and wide members, what it is not.",
            discussion: """
                Narrow is for what somebody likes, wide for what somebody never wants.
                Example:  gleaner topics show spiders
                          gleaner topics show fútbol --language es
                """)

        @OptionGroup var common: CommonOptions
        @Argument(help: "A word or phrase, as somebody says it.") var phrase: String
        @Option(help: "The language that it is said in.") var language = "en"
        @Flag(help: "Print JSON.") var json = false

        func run() throws {
            let family = try TopicShow(TopicsCommand.lexicons(common)).family(of: phrase, language: language)
            Terminal.out(try json ? [StableJSON.text(family)] : TopicShow.lines(family))
        }
    }

    struct Try: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "try", abstract: "Try topics on articles: what is claimed, what is kept back, by which words.",
            discussion: """
                ITEMS has a line an article: {"id", "language", "title", "text", "tags"}; TOPICS a line a topic:
                {"id", "text", "language", "kind"}, kind 'optout' for what must never come.
                Example:  gleaner topics try --items items.jsonl --topics topics.jsonl --json
                """)

        @OptionGroup var common: CommonOptions
        @Option(help: "A file of articles, one JSON object a line.") var items: String
        @Option(help: "A file of topics, one JSON object a line.") var topics: String
        @Flag(help: "Print JSON Lines.") var json = false

        func run() throws {
            let trial = TopicTrial(try TopicsCommand.lexicons(common))
            try trial.lines(items: CurrentFolder.path(items), topics: CurrentFolder.path(topics)) { line in
                Terminal.out(try json ? StableJSON.text(line) : line.text)
            }
        }
    }
}
