import ArgumentParser
import Content
import Phrases
import UseCases

extension SayConsent.Word: ExpressibleByArgument {}

struct ConsentCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "consent", abstract: "What learners and guardians agreed to: say it, list it, show its history.",
        subcommands: [Say.self, List.self, Show.self], defaultSubcommand: Say.self)

    struct Say: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Take down that somebody agreed (yes), did not (no), or takes it back (ask: nobody has asked).",
            discussion: """
                Purposes: profiled (lists are made from what is known of the learner; else they get the class page), mailed (lists are
                mailed), copied (a copy goes to a teacher or another guardian). Without --for it is of all together. A no to all
                stands above a yes to one. Kept are the day, who said it, and who entered it.
                Example:  gleaner consent ana no --for profiled --guardian ruiz@families.example
                """)

        @OptionGroup var common: CommonOptions
        @Argument(help: "The learner's id or name.") var learner: String
        @Argument(help: "yes, no, or ask.") var word: SayConsent.Word
        @Option(help: "The guardian whose consent it is, by address; '' for one without. Default: the learner's own.")
        var guardian: String?
        @Option(
            name: .customLong("for"), help: "profiled, mailed, copied, or several with commas. Default: all together.")
        var purposes: String?
        @Option(help: "Who says it: learner, guardian or teacher. Default: whose consent it is.") var by: Speaker?

        func validate() throws { _ = try parsed() }

        private func parsed() throws -> [Consent.Purpose] {
            try (purposes ?? "").split(separator: ",", omittingEmptySubsequences: purposes == nil).map { part in
                guard let purpose = Consent.Purpose(rawValue: part.trimmed.lowercased()) else {
                    throw ValidationError("'\(part)' is no purpose. There are profiled, mailed and copied.")
                }
                return purpose
            }
        }

        func run() throws {
            let outcome = try SayConsent(common.opened()).run(
                .init(learner, guardian: guardian, purposes: parsed(), word: word, by: by?.origin), by: Actor(),
                now: common.moment())
            try Terminal.tell(outcome)
        }
    }

    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "List what each learner and guardian agreed to: since when, from whom, entered by whom.",
            discussion: "Example:  gleaner consent list --class 5A --json")

        @OptionGroup var common: CommonOptions
        @Option(name: .customLong("class"), help: "Only this class's learners.") var schoolClass: String?
        @Option(help: "Only learners of this school.") var school: String?
        @Flag(help: "Print JSON Lines, one each person.") var json = false

        func run() throws {
            let outcome = try ListConsent(common.opened()).run(
                .init(schoolClass: schoolClass, school: school), by: Actor(), now: common.moment())
            try Terminal.tell(outcome, asJSON: json)
        }
    }

    struct Show: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Show what was ever said of whether a learner and their guardians agreed.",
            discussion: "Example:  gleaner consent show ana")

        @OptionGroup var common: CommonOptions
        @Argument(help: "The learner's id or name.") var learner: String
        @Flag(help: "Print JSON Lines, one each thing that was said.") var json = false

        func run() throws {
            let outcome = try ShowConsent(common.opened()).run(.init(learner), by: Actor(), now: common.moment())
            try Terminal.tell(outcome, asJSON: json)
        }
    }
}
