import ArgumentParser
import Content
import Phrases
import Pipeline
import UseCases

struct SuitabilityCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "suitability", abstract: "What held words keep from learners until somebody has read it.",
        subcommands: [Try.self])

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
