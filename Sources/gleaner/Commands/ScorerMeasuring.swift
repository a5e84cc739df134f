import ArgumentParser
import Phrases
import Pipeline
import Reports
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
            let speed = try ScorerSpeed(school: common.school(), name: name).measure(
                learners: learners, items: items, stopwatch: { Double(Moment.milliseconds()) / 1_000 })
            Terminal.out(json ? [try StableJSON.text(speed)] : ScorerText.lines(speed))
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
            let (school, store) = try common.open()
            let rows = try ScorerAblation(school: school, store: store).rows(learners: learners, now: common.moment())
            if json {
                for row in rows { Terminal.out(try StableJSON.text(row)) }
            } else {
                Terminal.out(AblationText.table(rows))
            }
        }
    }
}
