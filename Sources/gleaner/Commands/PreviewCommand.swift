import ArgumentParser
import Configuration
import Content
import Phrases
import Pipeline
import UseCases

struct PreviewCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "preview", abstract: "See a list as it will go out: mail, dark, print and text. Nothing is sent.",
        discussion: """
            'gleaner rank' makes lists without sending them. The files are in Data/preview/.
            Example:  gleaner preview ana --open
                      gleaner preview ana --to guardian
            """)

    @OptionGroup var common: CommonOptions
    @Argument(help: "The learner's id or name.")
    var learner: String
    @Option(help: "The edition. Default: the learner's newest.")
    var edition: Edition?
    @Option(help: "Whom it speaks to: learner, guardian or teacher. Default: whom it would be sent to.")
    var to: Speaker?
    @Flag(help: "Open it in the browser.")
    var open = false

    func run() throws {
        let (school, store) = try common.open()
        let answer = try Previewing(school: school, store: store).preview(
            learner: learner, edition: edition, to: to?.origin)
        let goes =
            answer.recipients.isEmpty
            ? "nobody by mail; it is printed, or goes to the teacher" : answer.recipients.joined(separator: ", ")
        Terminal.out([
            "\(answer.learner), \(answer.edition): \(answer.subject)", "State    \(answer.state.words)",
            "Goes to  \(goes)",
        ])
        Terminal.out(answer.files.map { "         " + school.folder.name(of: $0) })
        if open, let problem = answer.open(with: BrowserOpener()) { Terminal.talk(problem) }
    }
}

extension ReadingList.State {
    /// The state in words.
    fileprivate var words: String {
        switch self {
        case .ready: "may go out"
        case .awaitingApproval: "waits for approval"
        case .held: "is held back"
        case .withheld: "was withheld"
        }
    }
}
