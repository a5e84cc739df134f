import ArgumentParser
import Configuration
import Foundation
import Phrases
import Pipeline
import UseCases

struct TopicsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "topics", abstract: "What a topic means: its family of words in each language.",
        subcommands: [Show.self, Add.self, Remove.self, Try.self])

    /// The working folder that one stands in, if it is one.
    private static func folder(_ common: CommonOptions) throws -> WorkingFolder? {
        if common.config != nil { return try common.folder() }
        return try? WorkingFolder.find(from: FileManager.default.currentDirectoryPath, explicit: nil)
    }

    struct Show: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "show", abstract: "Show a phrase's family: names, narrow and wide members, what it is not.",
            discussion: """
                Narrow is for what somebody likes, wide for what somebody never wants. In a working folder it also tells
                which articles the topic would give and keep back.
                Example:  gleaner topics show spiders
                          gleaner topics show fútbol --language es
                """)

        @OptionGroup var common: CommonOptions
        @Argument(help: "A word or phrase, as somebody says it.") var phrase: String
        @Option(help: "The language that it is said in.") var language = "en"
        @Flag(help: "Print JSON.") var json = false

        func run() throws {
            let outcome = try ShowTopic(in: TopicsCommand.folder(common)).run(
                .init(phrase, language: language), by: Actor(), now: common.moment())
            try Terminal.tell(outcome, asJSON: json)
        }
    }

    struct Add: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "add", abstract: "Add words to a topic, in the school's own Config/topics.yaml.",
            discussion: """
                It holds at once, for all who said the topic. Words of a topic that no lexicon knows make one.
                Example:  gleaner topics add spiders cobweb --as wide
                          gleaner topics add parkour freerunning "free running"
                """)

        @OptionGroup var common: CommonOptions
        @Argument(help: "The topic, as somebody says it.") var phrase: String
        @Argument(help: "Words that belong to it.") var words: [String]
        @Option(
            name: .customLong("as"),
            help: "names, narrow, wide (only for who never wants it), unsure, company (tells the sense) or not.")
        var list = "narrow"
        @Option(help: "The language of the words. Default: the school's.") var language: String?

        func run() throws {
            let outcome = try AddTopicWords(common.opened()).run(
                .init(words, to: phrase, as: list, language: language), by: Actor(), now: common.moment())
            try Terminal.tell(outcome)
        }
    }

    struct Remove: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "remove", abstract: "Take words away from a topic, whoever says that they belong to it.",
            discussion: """
                It holds at once, for all who said the topic: also what must never come gets narrower.
                Example:  gleaner topics remove spiders harvestman
                """)

        @OptionGroup var common: CommonOptions
        @Argument(help: "The topic, as somebody says it.") var phrase: String
        @Argument(help: "Words that do not belong to it.") var words: [String]
        @Option(help: "The language of the words. Default: the school's.") var language: String?

        func run() throws {
            let outcome = try RemoveTopicWords(common.opened()).run(
                .init(words, from: phrase, language: language), by: Actor(), now: common.moment())
            try Terminal.tell(outcome)
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
        @Option(help: "What widens a topic: all, lexicon or dictionaries.") var sources = TopicSources.all
        @Flag(help: "Print JSON Lines.") var json = false

        func run() throws {
            let outcome = try TryTopics(in: TopicsCommand.folder(common)).run(
                .init(items: CurrentFolder.path(items), topics: CurrentFolder.path(topics), sources: sources),
                by: Actor(), now: common.moment())
            try Terminal.tell(outcome, asJSON: json)
        }
    }
}

extension TopicSources: ExpressibleByArgument {}
