import ArgumentParser
import Phrases
import Pipeline
import UseCases

struct StopCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "stop", abstract: "Stop the mails that a one-click address stands for.",
        discussion: """
            For the web server behind 'one-click' of the configuration: it passes on the token, the t=… of the address that
            was asked for. The learner still gets lists on paper.
            Who has stopped stays stopped, whatever the roster says again; --undo takes it back.
            Example:  gleaner stop K7QMX2VRB9TDHWNJ4C8FZPYS3G
            """)

    @OptionGroup var common: CommonOptions
    @Argument(help: "The token.")
    var token: String
    @Flag(help: "Take the stop back: they have asked for it again.")
    var undo = false

    func run() throws {
        let outcome = try StopLists(common.opened()).run(
            .init(token: token, undo: undo), by: Actor(), now: common.moment())
        try Terminal.tell(outcome)
    }
}
