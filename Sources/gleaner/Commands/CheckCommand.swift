import ArgumentParser
import Phrases
import Pipeline
import ShippedScorers
import UseCases

struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Look the working folder over: configuration, templates, feed list, roster.",
        discussion: """
            Nothing is changed and no feed is read; exit status 2 when the folder cannot be used.
            Example:  gleaner check
            """)

    @OptionGroup var common: CommonOptions
    @Flag(help: "Print JSON Lines, the findings among them.")
    var json = false

    func run() throws {
        let outcome = try CheckFolder(common.folder(), scorerTypes: Shipped.scorers).run(
            .init(), by: Actor(), now: common.moment())
        try Terminal.tell(outcome, asJSON: json)
    }
}
