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
                      gleaner explain --class 5A K7Q2M
            """)

    @OptionGroup var common: CommonOptions
    @Argument(help: "The learner's id or name; with --class the article's code or address.")
    var learner: String?
    @Argument(help: "The article's code or address.")
    var item: String?
    @Option(name: .customLong("class"), help: "The page of this class, the same for all.") var schoolClass: String?
    @Option(help: "The edition. Default: the learner's newest.")
    var edition: Edition?
    @Flag(help: "Print one JSON object.")
    var json = false

    func validate() throws {
        if learner == nil, schoolClass == nil { throw ValidationError("Say whose: a learner, or --class NAME.") }
        if item != nil, schoolClass != nil { throw ValidationError("Give a learner or --class NAME, not both.") }
    }

    func run() throws {
        let request =
            schoolClass.map { ExplainList.Request(ofClass: $0, item: learner, edition: edition) }
            ?? .init(of: learner ?? "", item: item, edition: edition)
        let outcome = try ExplainList(common.opened()).run(request, by: Actor(), now: common.moment())
        try Terminal.tell(outcome, asJSON: json)
    }
}
