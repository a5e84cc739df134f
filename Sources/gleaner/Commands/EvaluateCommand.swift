import ArgumentParser
import Phrases
import Pipeline
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
        let evaluate: EvaluateRanking
        let request: EvaluateRanking.Request
        if let items, let slates {
            evaluate = try EvaluateRanking(types: Shipped.scorers)
            request = .init(
                .files(items: CurrentFolder.path(items), slates: CurrentFolder.path(slates)), comparedWith: compare)
        } else {
            let (school, store) = try common.open()
            evaluate = try EvaluateRanking(school, types: Shipped.scorers)
            request = .init(.lists(store), comparedWith: compare)
        }
        let outcome = try evaluate.run(request, by: Actor(), now: common.moment())
        guard json else { return try Terminal.tell(outcome) }
        Terminal.talk(outcome.findings)
        try outcome.jsonLines(each: each).forEach { Terminal.out($0) }
    }
}
