import ArgumentParser
import Phrases
import Pipeline
import UseCases

struct SupplyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "supply",
        abstract: "How many fitting articles there are for each learner, and for how many lists they last.",
        discussion: """
            By language: what a learner may get and was not given, within their reach and minutes, and what comes a week. A list a week is
            reckoned. A feed that has what is missing clears the line. With --by feed: what each feed gave, and to whom.
            Example:  gleaner supply
                      gleaner supply --class 5A --json
                      gleaner supply --by feed
            """)

    @OptionGroup var common: CommonOptions
    @Option(name: .customLong("class"), help: "Only this class's learners.") var schoolClass: String?
    @Flag(help: "Also the learners who have enough.") var all = false
    @Option(help: "feed: what each feed gave, and to whom.") var by: Side?
    @Flag(help: "Print JSON Lines: everybody.") var json = false

    enum Side: String, ExpressibleByArgument {
        case feed
    }

    func run() throws {
        let open = try common.opened()
        if by == .feed {
            let outcome = try TellFeedSupply(open).run(
                .init(schoolClass: schoolClass), by: Actor(), now: common.moment())
            return try Terminal.tell(outcome, asJSON: json)
        }
        let outcome = try TellSupply(open).run(
            .init(schoolClass: schoolClass, all: all), by: Actor(), now: common.moment())
        try Terminal.tell(outcome, asJSON: json)
    }
}
