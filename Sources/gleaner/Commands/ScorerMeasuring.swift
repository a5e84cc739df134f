import ArgumentParser
import Phrases
import Pipeline
import UseCases

extension ScorersCommand {
    struct Bench: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Measure how fast a scorer is, on made-up articles and learners.",
            discussion: "Example:  gleaner scorers bench InterestMatch")

        @OptionGroup var common: CommonOptions
        @Argument(help: "The scorer's name.")
        var name: String
        @Option(help: "How many learners, 1 to 100000.")
        var learners = 1_000
        @Option(help: "How many articles, 1 to 100000.")
        var items = 5_000
        @Flag(help: "Print JSON Lines.")
        var json = false

        func validate() throws {
            guard (1...100_000).contains(learners), (1...100_000).contains(items) else {
                throw ValidationError("--learners and --items are numbers from 1 to 100000.")
            }
        }

        func run() throws {
            let measure = MeasureScorerSpeed(try common.school()) { Double(Moment.milliseconds()) / 1_000 }
            let outcome = try measure.run(
                .init(scorer: name, learners: learners, items: items), by: Actor(), now: common.moment())
            try Terminal.tell(outcome, asJSON: json)
        }
    }

    struct Ablate: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Show what leaving each scorer out would do to the lists, and how well they would fit.",
            discussion: """
                Nothing is changed. A scorer in shadow is given the weight 1 instead of being left out.
                Example:  gleaner scorers ablate
                          gleaner scorers ablate --learners 1000 --json
                """)

        @OptionGroup var common: CommonOptions
        @Option(help: "For how many learners, spread over the roster, lists are made; at least 1.")
        var learners = 200
        @Flag(help: "Print JSON Lines.")
        var json = false

        func validate() throws {
            guard learners >= 1 else { throw ValidationError("--learners is a number of at least 1.") }
        }

        func run() throws {
            let outcome = try AblateScorers(common.opened()).run(
                .init(learners: learners), by: Actor(), now: common.moment())
            try Terminal.tell(outcome, asJSON: json)
        }
    }
}
