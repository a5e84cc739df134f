import ArgumentParser
import Content
import Phrases
import UseCases

struct LearnersCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "learners", abstract: "The roster: import it, list it, show what is known of a learner.",
        subcommands: [Import.self, List.self, Show.self, Stale.self, Correct.self])

    struct Correct: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Put right what is known of a learner, as a teacher says it.",
            discussion: """
                KIND is dial (0 to 4), minutes, level (a school grade such as 6.5), language, interests, strengths or needs. Of the last three
                '+TOPIC' adds one and '-TOPIC' takes one out; '' says that there is none. It holds until the roster says something new of the same.
                'gleaner say LEARNER --undo' takes the last word back.
                Example:  gleaner learners correct ana level 6.5
                          gleaner learners correct ana interests +volcanoes
                          gleaner learners correct ana minutes 20
                """)

        @OptionGroup var common: CommonOptions
        @Argument(help: "The learner's id or name.") var learner: String
        @Argument(help: "dial, minutes, level, language, interests, strengths or needs.") var kind: Fact.Kind
        @Argument(parsing: .allUnrecognized, help: "The value, +TOPIC or -TOPIC.") var value: [String] = []

        func validate() throws {
            guard CorrectLearner.kinds.contains(kind), kind != .levelDate else {
                throw ValidationError("KIND is dial, minutes, level, language, interests, strengths or needs.")
            }
            // A value that was forgotten is none that erases.
            if value.isEmpty { throw ValidationError("Say what it is; '' says that there is none.") }
        }

        func run() throws {
            let text = value.joined(separator: " ")
            let change: CorrectLearner.Change =
                text.hasPrefix("+")
                ? .add(String(text.dropFirst()))
                : text.hasPrefix("-") ? .remove(String(text.dropFirst())) : .value(text)
            try Terminal.tell(
                CorrectLearner(common.opened()).run(
                    .init(learner, kind, change), by: Actor(), now: common.moment()))
        }
    }

    struct Import: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Take learners and classes from tables, exports and OneRoster; what changed is appended.",
            discussion: """
                What cannot be read is told by line and column and costs its cell: an unreadable consent counts as no.
                Example:  gleaner learners import --dry-run
                          gleaner learners import school.csv --full
                          gleaner learners import district.zip
                          gleaner learners import EXPORT.csv --guess
                          gleaner learners import EXPORT.csv --map Config/roster-map.yaml
                """)

        @OptionGroup var common: CommonOptions
        @Argument(help: "The learners: a table, or a folder or zip of OneRoster. Default: Config/learners.csv.")
        var file: String?
        @Option(help: "The map by which another program's export is read.")
        var map: String?
        @Flag(
            help:
                "Write a map for the export, guessed from its headings, and show three learners as they would be read.")
        var guess = false
        @Option(help: "The classes. Default: Config/classes.csv, where it exists.")
        var classes: String?
        @Flag(help: "Only show what would change.")
        var dryRun = false
        @Flag(help: "The file is the whole roster: learners who are missing from it leave.")
        var full = false
        @Flag(help: "Confirm that more than 10 % of a school leave, or more than 75 % change.")
        var yes = false
        @Flag(help: "Exit with 1 when something could not be read.")
        var strict = false
        @Flag(help: "Tell each finding, and not many that are alike as one.")
        var details = false

        func validate() throws {
            if guess, file == nil {
                throw ValidationError("--guess needs the export: learners import EXPORT.csv --guess")
            }
        }

        func run() throws {
            if guess, let file {
                let outcome = try GuessRosterMap(common.school()).run(
                    .init(
                        export: CurrentFolder.path(file), map: map.map { CurrentFolder.path($0) }, dryRun: dryRun),
                    by: Actor(), now: common.moment())
                return try Terminal.tell(outcome)
            }
            let outcome = try ImportRoster(common.opened(forTrial: dryRun)).run(
                .init(
                    learners: file.map { CurrentFolder.path($0) }, map: map.map { CurrentFolder.path($0) },
                    classes: classes.map { .file(CurrentFolder.path($0)) } ?? .own, full: full, confirmed: yes,
                    dryRun: dryRun, strict: strict, details: details), by: Actor(), now: common.moment())
            try Terminal.tell(outcome)
        }
    }

    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "List the learners.", discussion: "Example:  gleaner learners list --json")

        @OptionGroup var common: CommonOptions
        @Option(help: "Only learners of this school.") var school: String?
        @Option(name: .customLong("class"), help: "Only this class's learners.") var schoolClass: String?
        @Flag(help: "With those who have left.") var all = false
        @Flag(help: "Print JSON Lines.")
        var json = false

        func run() throws {
            let outcome = try ListLearners(common.opened()).run(
                .init(school: school, schoolClass: schoolClass, all: all), by: Actor(), now: common.moment())
            try Terminal.tell(outcome, asJSON: json)
        }
    }

    struct Stale: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Whose level, strengths and needs are old or were never said.",
            discussion: """
                Old is what was told more than half a year ago: a level of that age is less and less sure.
                Example:  gleaner learners stale --class 5A
                """)

        @OptionGroup var common: CommonOptions
        @Option(name: .customLong("class"), help: "Only this class's learners.") var schoolClass: String?
        @Flag(help: "Print JSON Lines.") var json = false

        func run() throws {
            let outcome = try FindStaleLearners(common.opened()).run(
                .init(schoolClass: schoolClass), by: Actor(), now: common.moment())
            try Terminal.tell(outcome, asJSON: json)
        }
    }

    struct Show: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Show what is known of a learner: what, from whom, when, how strong.",
            discussion: "Example:  gleaner learners show ana")

        @OptionGroup var common: CommonOptions
        @Argument(help: "The learner's id or name.")
        var learner: String
        @Flag(help: "Print one JSON object.")
        var json = false

        func run() throws {
            let outcome = try ShowLearner(common.opened()).run(.init(learner), by: Actor(), now: common.moment())
            try Terminal.tell(outcome, asJSON: json)
        }
    }
}

extension Fact.Kind: ExpressibleByArgument {}
