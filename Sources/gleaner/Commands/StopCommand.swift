import ArgumentParser
import Pipeline

struct StopCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "stop", abstract: "Stop the mails that a one-click address stands for.",
        discussion: """
            For the web server behind 'one-click' of the configuration: it passes on the token, the t=… of the address that
            was asked for. The learner still gets lists on paper.
            Example:  gleaner stop K7QMX2VRB9TDHWNJ4C8FZPYS3G
            """)

    @OptionGroup var common: CommonOptions
    @Argument(help: "The token.")
    var token: String

    func run() throws {
        let (school, store) = try common.open()
        let answer = try Unsubscribing(school: school, store: store).stop(token: token, now: common.moment())
        let whose = answer.isGuardian ? "a guardian of \(answer.learner)" : "\(answer.learner)"
        Terminal.out(["Lists by mail to \(whose) are stopped."])
    }
}
