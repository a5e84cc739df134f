import ArgumentParser
import Content
import Phrases
import Pipeline
import UseCases

struct SafeguardingCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "safeguarding", abstract: "What learners wrote that a grown-up must see.",
        subcommands: [List.self, Show.self, Take.self, Clear.self, Try.self])

    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "list", abstract: "What waits for somebody: of whom and since when, not what was written.",
            discussion: "Example:  gleaner safeguarding list")

        @OptionGroup var common: CommonOptions
        @Flag(help: "Also those that somebody looks after or has cleared.") var all = false
        @Flag(help: "Print JSON Lines.") var json = false

        func run() throws {
            let outcome = try ListNotes(common.opened()).run(.init(all: all), by: Actor(), now: common.moment())
            try Terminal.tell(outcome, asJSON: json)
        }
    }

    struct Show: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "show", abstract: "What one note says, for whoever looks after it.",
            discussion: "Example:  gleaner safeguarding show 3")

        @OptionGroup var common: CommonOptions
        @Argument(help: "The note's number.") var number: Int64

        func run() throws {
            try Terminal.tell(ShowNote(common.opened()).run(.init(number), by: Actor(), now: common.moment()))
        }
    }

    struct Take: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "take", abstract: "Say that somebody looks after it. What was written stays hidden.",
            discussion: "Example:  gleaner safeguarding take 3 --by 'Ms Rivera'")

        @OptionGroup var settling: Settling

        func run() throws { try settling.settle(as: .taken) }
    }

    struct Clear: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "clear",
            abstract: "Say that it means nothing of the kind: it counts as a wish as it was said.",
            discussion: "Example:  gleaner safeguarding clear 3 --by 'Ms Rivera'")

        @OptionGroup var settling: Settling

        func run() throws { try settling.settle(as: .cleared) }
    }

    struct Settling: ParsableArguments {
        @OptionGroup var common: CommonOptions
        @Argument(help: "The note's number.") var number: Int64
        @Option(help: "Who has read it.") var by: String

        func settle(as state: SafeguardingNote.State) throws {
            let outcome = try SettleNote(common.opened()).run(
                .init(number, as: state, by: by), by: Actor(), now: common.moment())
            try Terminal.tell(outcome)
        }
    }

    struct Try: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "try", abstract: "Try Config/distress-words.txt on texts. Nobody is told, nothing is kept.",
            discussion: """
                TEXTS has a line a text: {"id": "1", "text": "..."}.
                Example:  gleaner safeguarding try --texts texts.jsonl --json
                """)

        @OptionGroup var common: CommonOptions
        @Option(help: "A file of texts, one JSON object a line.") var texts: String
        @Flag(help: "Print JSON Lines.") var json = false

        func run() throws {
            let outcome = try TryDistressWords(common.school()).run(
                .init(file: CurrentFolder.path(texts)), by: Actor(), now: common.moment())
            try Terminal.tell(outcome, asJSON: json)
        }
    }
}
