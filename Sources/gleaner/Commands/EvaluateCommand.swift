import ArgumentParser
import Phrases
import Pipeline
import Reports
import ShippedScorers
import UseCases

struct EvaluateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "evaluate", abstract: "Measure how well articles fit learners, on reading histories.",
        discussion: """
            ITEMS has a line of JSON for each article: {"id", "title", "text"}, and "tags", "language", "published" where \
            they are known. SLATES has one for each trial: {"learner", "history", "interests", "candidates", "relevant"}, \
            lists of ids but for the interests. It prints AUC, MRR, nDCG and recall (MIND's definitions) of each scorer \
            that speaks for the learner, of its parts alone, and of all together ("blend").
            Example:  gleaner evaluate --items items.jsonl --slates slates.jsonl --json
                      gleaner evaluate --items items.jsonl --slates slates.jsonl --compare InterestMatch.words
                      gleaner evaluate --store
            """)

    @OptionGroup var common: CommonOptions
    @Option(help: "The articles, as JSON Lines.")
    var items: String?
    @Option(help: "The trials, as JSON Lines.")
    var slates: String?
    @Flag(help: "Measure on the school's own lists: the newest one that a learner said 'more' about is left out.")
    var store = false
    @Option(help: "Print how each other ranker differs from this one, with the 95 % interval of the mean.")
    var compare: String?
    @Flag(
        help: "With --json: print a line for each slate and ranker too, to compare with other programs slate by slate.")
    var each = false
    @Flag(help: "Print JSON Lines.")
    var json = false

    func validate() throws {
        let files = [items, slates].compactMap { $0 }.count
        guard store ? files == 0 : files == 2 else {
            throw ValidationError("Give --items and --slates, or --store alone.")
        }
        guard json || !each else { throw ValidationError("--each goes with --json.") }
    }

    func run() throws {
        let answer: Evaluating.Answer
        if let items, let slates {
            answer = try Evaluating(types: Shipped.scorers).evaluate(
                items: CurrentFolder.path(items), slates: CurrentFolder.path(slates), compare: compare)
        } else {
            let (school, store) = try common.open()
            answer = try Evaluating(school: school, types: Shipped.scorers).evaluate(
                store: store, now: common.moment(), compare: compare)
        }
        Terminal.talk(answer.findings)
        if json {
            for line in each ? answer.slates : [] { Terminal.out(try StableJSON.text(line)) }
            for line in compare == nil ? answer.rankers : [] { Terminal.out(try StableJSON.text(line)) }
            for line in answer.comparisons { Terminal.out(try StableJSON.text(line)) }
        } else {
            Terminal.out(EvaluationText.table(answer.rankers))
            if compare != nil { Terminal.out([""] + EvaluationText.table(answer.comparisons)) }
        }
    }
}
