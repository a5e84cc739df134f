import ArgumentParser
import Phrases
import Pipeline
import ShippedScorers
import UseCases

struct ScorersCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "scorers", abstract: "The plugins that score articles.",
        subcommands: [
            List.self, New.self, Check.self, Bench.self, Ablate.self, Install.self, Record.self, Replay.self,
        ])

    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "List the scorers with version, weight, whose say and options.",
            discussion: "Example:  gleaner scorers list")

        @OptionGroup var common: CommonOptions
        @Flag(help: "Print JSON Lines.")
        var json = false

        func run() throws {
            let outcome = try ListScorers(common.school()).run(.init(), by: Actor(), now: common.moment())
            try Terminal.tell(outcome, asJSON: json)
        }
    }
}
