import ArgumentParser
import Content
import Phrases
import Pipeline
import Reports
import Store
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
        let (school, store) = try common.open()
        let answer = try Explaining(school: school, store: store).explain(
            learner: learner, item: item, edition: edition)
        Terminal.talk(answer.findings)
        if json {
            Terminal.out(try StableJSON.text(ExplanationLine(answer)))
        } else if let explanation = answer.item {
            Terminal.out(ExplanationText.lines(explanation, learner: answer.learner.name, edition: answer.list.edition))
        } else {
            Terminal.out(
                ListText.lines(
                    answer.list, items: answer.items, learner: answer.learner.name, removed: answer.record.removed,
                    candidates: answer.record.candidates, runnersUp: answer.record.runnersUp.map { $0.code }))
        }
    }
}
