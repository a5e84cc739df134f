import ArgumentParser
import Content
import Phrases
import UseCases

struct ExplainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain", abstract: "Why a list is as it is, and why an article is in it or not.",
        discussion: """
            It ranks again what the run had seen, and shows each scorer's number, weight and evidence.
            Example:  gleaner explain ana
                      gleaner explain ana K7Q2M
            """)

    @OptionGroup var common: CommonOptions
    @Argument(help: "The learner's id or name.")
    var learner: String
    @Argument(help: "The article's code or address.")
    var item: String?
    @Option(help: "The edition. Default: the learner's newest.")
    var edition: Edition?
    @Flag(help: "Print one JSON object.")
    var json = false

    func run() throws {
        let outcome = try ExplainList(common.opened()).run(
            .init(of: learner, item: item, edition: edition), by: Actor(), now: common.moment())
        try Terminal.tell(outcome, asJSON: json)
    }
}
