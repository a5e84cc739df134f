import ArgumentParser
import Configuration
import Content
import Phrases
import Pipeline
import UseCases

struct ReviewCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "review",
        abstract: "What the lists hold and what waits, to be repaired and approved before it goes out.",
        discussion: """
            Without --class or --learner it tells of all classes. Lists wait at dial 1 and in classes with 'review'. Articles wait when
            a word of the school's list holds them, or when nobody has reviewed their feed. What you veto, pin or swap changes the
            lists that have not gone out at once: the best of the rest takes the place. 'gleaner deliver' puts approved lists out.
            Example:  gleaner review
                      gleaner review --class 5A --approve
                      gleaner review --class 5A --approve --item K7Q2M
                      gleaner review --class 5A --hold ana
                      gleaner review --learner ana --swap K7Q2M
                      gleaner review --class 5A --csv review.csv
                      gleaner review --import review.csv
                      gleaner review --class 5A --veto K7Q2M --pin R3T8W --approve
            """)

    @OptionGroup var common: CommonOptions
    @Option(name: .customLong("class"), help: "The class. Default: all.")
    var schoolClass: String?
    @Option(help: "One learner alone, by id or name.")
    var learner: String?
    @Option(help: "The edition: a date, or SCHEDULE@DATE. Default: the latest with lists that have not gone out.")
    var edition: Edition?
    @Flag(help: "Approve the lists that wait; with --item just these articles.")
    var approve = false
    @Option(help: "An article's code or address; may be given several times.")
    var item: [String] = []
    @Option(help: "An article that must not come, now or later; may be given several times.")
    var veto: [String] = []
    @Option(help: "An article that must be in the lists; may be given several times.")
    var pin: [String] = []
    @Option(
        help: "An article that something else takes the place of in this edition alone; may be given several times.")
    var swap: [String] = []
    @Option(help: "A learner, by id or name, whose list must not go out; may be given several times.")
    var hold: [String] = []
    @Option(help: "A learner whose list the class no longer holds back; may be given several times.")
    var lift: [String] = []
    @Option(help: "Who says it. Default: the class's teacher.")
    var by: String?
    @Option(
        help: "Write a table for a spreadsheet to this file: a line an article and learner, with a column for a verb.")
    var csv: String?
    @Option(
        name: .customLong("import"), help: "Do what such a table says: veto, veto-class, pin, swap, hold or approve.")
    var table: String?
    @Flag(help: "Print JSON Lines: all that waits and all that the lists hold, without an end after forty.")
    var json = false

    func validate() throws {
        if !item.isEmpty, !approve { throw ValidationError("--item goes with --approve.") }
        let changes = approve || !(veto + pin + swap + hold + lift).isEmpty
        if csv != nil, changes || table != nil { throw ValidationError("--csv only writes: give it without a verb.") }
        if table != nil, changes || schoolClass != nil || learner != nil {
            throw ValidationError("--import says all itself: of verbs and of whom.")
        }
        if changes, schoolClass == nil, learner == nil {
            throw ValidationError("Say for whom: give --class or --learner.")
        }
    }

    func run() throws {
        let open = try common.opened()
        // Lists that are made anew are made by a run, which must end by itself.
        RunAlarm.set(open.school.configuration.operation)
        let (actor, now) = (Actor(name: by.map { Verbatim($0) }), common.moment())
        if let csv {
            let outcome = try WriteReviewTable(open).run(
                .init(
                    class: schoolClass, learner: learner, edition: edition, to: CurrentFolder.path(csv), named: csv),
                by: actor, now: now)
            return try Terminal.tell(outcome)
        }
        let outcome =
            if let table {
                try ImportReviewTable(open).run(
                    .init(path: CurrentFolder.path(table), named: table, edition: edition), by: actor, now: now)
            } else {
                try ReviewLists(open).run(request, by: actor, now: now)
            }
        try Terminal.tell(outcome, asJSON: json)
    }

    private var request: ReviewLists.Request {
        var request = ReviewLists.Request()
        (request.schoolClass, request.learner, request.edition) = (schoolClass, learner, edition)
        (request.approves, request.items) = (approve, item)
        (request.veto, request.pin, request.swap) = (veto, pin, swap)
        (request.hold, request.lift) = (hold, lift)
        return request
    }
}
