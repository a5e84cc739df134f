import ArgumentParser
import Phrases
import Pipeline
import UseCases

struct WishesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "wishes", abstract: "Which wishes are open, since when, and what would serve them.",
        discussion: """
            A wish is open until it was met twice or is let go ('gleaner say LEARNER enough TOPIC'). What is missing is told by topic,
            language, level and number; a feed that has it clears the line.
            Example:  gleaner wishes
                      gleaner wishes --class 5A --json
            """)

    @OptionGroup var common: CommonOptions
    @Option(name: .customLong("class"), help: "Only this class's wishes.") var schoolClass: String?
    @Flag(help: "Also the wishes that are met in turn.") var all = false
    @Flag(help: "Print JSON Lines.") var json = false

    func run() throws {
        let outcome = try ListOpenWishes(common.opened()).run(
            .init(schoolClass: schoolClass, all: all), by: Actor(), now: common.moment())
        try Terminal.tell(outcome, asJSON: json)
    }
}
