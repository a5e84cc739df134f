import ArgumentParser
import Phrases
import UseCases

struct ClassesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "classes", abstract: "The classes: who teaches them, how they are led, how many are in them.",
        subcommands: [List.self], defaultSubcommand: List.self)

    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "List the classes.", discussion: "Example:  gleaner classes list --json")

        @OptionGroup var common: CommonOptions
        @Option(help: "Only those with learners of this school.") var school: String?
        @Flag(help: "With those whose learners have all left.") var all = false
        @Flag(help: "Print JSON Lines.") var json = false

        func run() throws {
            let outcome = try ListClasses(common.opened()).run(
                .init(school: school, all: all), by: Actor(), now: common.moment())
            try Terminal.tell(outcome, asJSON: json)
        }
    }
}
