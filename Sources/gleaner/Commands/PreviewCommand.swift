import ArgumentParser
import Content
import Phrases
import UseCases

struct PreviewCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "preview", abstract: "See a list as it will go out: mail, dark, print and text. Nothing is sent.",
        discussion: """
            'gleaner rank' makes lists without sending them. The files are in Data/preview/.
            Example:  gleaner preview ana --open
                      gleaner preview ana --to guardian
                      gleaner preview ana --guardian ruiz@families.example
                      gleaner preview --class 5A
            """)

    @OptionGroup var common: CommonOptions
    @Argument(help: "The learner's id or name.")
    var learner: String?
    @Option(name: .customLong("class"), help: "The page of this class, the same for all.") var schoolClass: String?
    @Option(help: "The edition. Default: the learner's newest.")
    var edition: Edition?
    @Option(help: "Whom it speaks to: learner, guardian or teacher. Default: whom it would be sent to.")
    var to: Speaker?
    @Option(help: "The guardian whose mail it is, by address: it is in their language.")
    var guardian: String?
    @Flag(help: "Open it in the browser.")
    var open = false

    func validate() throws {
        if (learner == nil) == (schoolClass == nil) { throw ValidationError("Say whose: a learner, or --class NAME.") }
        if schoolClass != nil, guardian != nil || to != nil {
            throw ValidationError("A class's page speaks to nobody in particular: leave --to and --guardian out.")
        }
        if guardian != nil, to.map({ $0 != .guardian }) ?? false {
            throw ValidationError("--guardian is a mail to a guardian: leave --to out.")
        }
    }

    func run() throws {
        let now = common.moment()
        let request =
            schoolClass.map { PreviewList.Request(ofClass: $0, edition: edition) }
            ?? .init(of: learner ?? "", edition: edition, to: to?.origin, guardian: guardian)
        let outcome = try PreviewList(common.opened()).run(request, by: Actor(), now: now)
        try Terminal.tell(outcome)
        guard open else { return }
        let opened = try OpenPreview().run(.init(page: outcome.index.text), by: Actor(), now: now)
        if let talk = opened.talk { Terminal.talk(talk) }
    }
}
