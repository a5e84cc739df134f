import ArgumentParser
import Content
import Phrases
import Pipeline
import UseCases

/// Of whom rules are told, and how.
struct StandingRuleOptions: ParsableArguments {
    @Option(name: .customLong("class"), help: "A class: its own, and those of its learners. Default: all.")
    var schoolClass: String?
    @Flag(help: "Print JSON Lines.")
    var json = false

    /// Prints what stands.
    func tell(_ answer: StandingRuleList.Answer) throws {
        Terminal.talk(answer.findings)
        if json {
            for line in try answer.jsonLines() { Terminal.out(line) }
        } else {
            Terminal.out(answer.lines)
        }
    }
}

struct PinsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "pins", abstract: "The pins that stand: for whom, by whom, since when and until when.",
        discussion: "Example:  gleaner pins --class 5A")

    @OptionGroup var common: CommonOptions
    @OptionGroup var options: StandingRuleOptions

    func run() throws {
        let (school, store) = try common.open()
        try options.tell(
            StandingRuleList(school: school, store: store).pins(class: options.schoolClass, now: common.moment()))
    }
}

struct VetoesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "vetoes", abstract: "The vetoes that stand: for whom, by whom, since when and until when.",
        discussion: "Example:  gleaner vetoes --class 5A")

    @OptionGroup var common: CommonOptions
    @OptionGroup var options: StandingRuleOptions

    func run() throws {
        let (school, store) = try common.open()
        try options.tell(
            StandingRuleList(school: school, store: store).vetoes(class: options.schoolClass, now: common.moment()))
    }
}
