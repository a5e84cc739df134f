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
        let (school, store) = try common.open()
        let report = try WishDesk(school: school, store: store).wishes(of: schoolClass, now: common.moment())
        Terminal.talk(report.findings)
        if json {
            for line in report.lines where all || !line.isServed { Terminal.out(try StableJSON.text(line)) }
        } else {
            Terminal.out(WishText.lines(report.lines, all: all))
        }
    }
}
