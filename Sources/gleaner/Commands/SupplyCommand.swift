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
        let (school, store) = try common.open()
        if by == .feed {
            let lines = try FeedSupply(school: school, store: store).lines(of: schoolClass)
            Terminal.out(json ? try lines.map { try StableJSON.text($0) } : FeedSupplyText.lines(lines))
            return
        }
        let report = try SupplyDesk(school: school, store: store).supply(of: schoolClass, now: common.moment())
        Terminal.talk(report.findings)
        if json {
            for line in report.lines { Terminal.out(try StableJSON.text(line)) }
        } else {
            Terminal.out(SupplyText.lines(report, all: all))
        }
    }
}
