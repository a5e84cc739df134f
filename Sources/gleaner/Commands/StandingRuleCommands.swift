import ArgumentParser
import Phrases
import UseCases

/// Of whom rules are told, and how.
struct StandingRuleOptions: ParsableArguments {
    @Option(name: .customLong("class"), help: "A class: its own, and those of its learners. Default: all.")
    var schoolClass: String?
    @Flag(help: "Print JSON Lines.")
    var json = false

    /// Prints what stands.
    func tell(_ kind: ListStandingRules.Kind, _ common: CommonOptions) throws {
        let outcome = try ListStandingRules(common.opened()).run(
            .init(kind, schoolClass: schoolClass), by: Actor(), now: common.moment())
        try Terminal.tell(outcome, asJSON: json)
    }
}

struct PinsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "pins", abstract: "The pins that stand: for whom, by whom, since when and until when.",
        discussion: "Example:  gleaner pins --class 5A")

    @OptionGroup var common: CommonOptions
    @OptionGroup var options: StandingRuleOptions

    func run() throws { try options.tell(.pins, common) }
}

struct VetoesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "vetoes", abstract: "The vetoes that stand: for whom, by whom, since when and until when.",
        discussion: "Example:  gleaner vetoes --class 5A")

    @OptionGroup var common: CommonOptions
    @OptionGroup var options: StandingRuleOptions

    func run() throws { try options.tell(.vetoes, common) }
}
