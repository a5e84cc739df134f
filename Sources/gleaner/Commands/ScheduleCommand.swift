import ArgumentParser
import Configuration
import Content
import Phrases
import Pipeline
import ShippedScorers
import UseCases

struct ScheduleCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "schedule", abstract: "When lists are made and sent by themselves.",
        discussion: """
            Schedules stand in Config/gleaner.yaml; the machine only ticks ('gleaner run --due').
            Example:  gleaner schedule check
                      gleaner schedule install --systemd
            """,
        subcommands: [
            NextDates.self, Check.self, Skip.self, Pause.self, Resume.self, History.self, Prune.self, Install.self,
            Uninstall.self,
        ])

    struct NextDates: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "next", abstract: "The editions to come.",
            discussion: "Example:  gleaner schedule next --count 10 --zone America/New_York")

        @OptionGroup var common: CommonOptions
        @Option(help: "How many of each schedule, 1 to 1000.") var count = 5
        @Option(help: "Show times in this zone, not the schedule's own.") var zone: String?
        @Option(help: "One schedule only.") var schedule: String?
        @Flag(help: "Print JSON Lines.") var json = false

        func validate() throws {
            guard (1...1_000).contains(count) else { throw ValidationError("--count is from 1 to 1000.") }
        }

        func run() throws {
            let outcome = try ListComingEditions(common.calendar(isTold: true)).run(
                .init(count: count, schedule: schedule, zone: zone), by: Actor(), now: common.moment())
            try Terminal.tell(outcome, asJSON: json)
        }
    }

    struct Check: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "check",
            abstract: "Look all schedules over: mistakes with their lines, next dates, mail quota.",
            discussion:
                "Nothing is changed; exit status 2 when a schedule cannot be used.\nExample:  gleaner schedule check")

        @OptionGroup var common: CommonOptions

        func run() throws {
            try Terminal.tell(
                CheckSchedules(common.calendar(), scorerTypes: Shipped.scorers).run(
                    .init(), by: Actor(), now: common.moment()))
        }
    }

    struct Skip: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "skip", abstract: "A date has no edition: a snow day.",
            discussion: "Example:  gleaner schedule skip 2026-12-07 --reason \"snow\"")

        @OptionGroup var common: CommonOptions
        @Argument(help: "The edition's date, YYYY-MM-DD.") var date: CalendarDate
        @Option(help: "One schedule only. Default: all that have an edition on the date.") var schedule: String?
        @Option(help: "Why; it stands in the history.") var reason = "it was taken out by hand"
        @Flag(help: "The date has an edition after all.") var undo = false

        func run() throws {
            try Terminal.tell(
                SkipEdition(CalendarAndStore(common.calendar())).run(
                    .init(date, schedule: schedule, reason: reason, undo: undo), by: Actor(), now: common.moment()))
        }
    }

    struct Pause: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "pause", abstract: "Make and send nothing until it is resumed.",
            discussion: "Example:  gleaner schedule pause weekly --until 2027-01-06")

        @OptionGroup var common: CommonOptions
        @Argument(help: "A schedule. Default: all.") var schedule: String?
        @Option(help: "The last date of the pause, YYYY-MM-DD.") var until: CalendarDate?

        func run() throws {
            try Terminal.tell(
                PauseSchedules(CalendarAndStore(common.calendar())).run(
                    .init(schedule: schedule, until: until), by: Actor(), now: common.moment()))
        }
    }

    struct Resume: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "resume", abstract: "End a pause.", discussion: "Example:  gleaner schedule resume")

        @OptionGroup var common: CommonOptions
        @Argument(help: "A schedule. Default: all.") var schedule: String?

        func run() throws {
            try Terminal.tell(
                ResumeSchedules(CalendarAndStore(common.calendar())).run(
                    .init(schedule: schedule), by: Actor(), now: common.moment()))
        }
    }

    struct History: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "history", abstract: "What became of each edition, the newest first, with its runs.",
            discussion: "Example:  gleaner schedule history --count 20")

        @OptionGroup var common: CommonOptions
        @Option(help: "How many editions, 1 to 10000.") var count = 10
        @Option(help: "One schedule only.") var schedule: String?
        @Flag(help: "Print JSON Lines.") var json = false

        func validate() throws {
            guard (1...10_000).contains(count) else { throw ValidationError("--count is from 1 to 10000.") }
        }

        func run() throws {
            let outcome = try ShowHistory(common.calendar()).run(
                .init(count: count, schedule: schedule), by: Actor(), now: common.moment())
            try Terminal.tell(outcome, asJSON: json)
        }
    }

    struct Prune: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "prune", abstract: "Remove editions that are older than 'operation.keep-days'.",
            discussion: """
                Runs do this by themselves. What was given stays known, so that nothing is given twice. Editions whose lists
                wait for approval or are not out yet stay. Exit status 1 or 2 where some or all of it could not be removed.
                Example:  gleaner schedule prune --dry-run
                """)

        @OptionGroup var common: CommonOptions
        @Flag(help: "Only show what would go.") var dryRun = false
        @Flag(help: "The clock is right, although the last run was half a year ago or more.") var clockIsRight = false

        func run() throws {
            try Terminal.tell(
                PruneEditions(CalendarAndStore(common.calendar())).run(
                    .init(isDryRun: dryRun, clockIsRight: clockIsRight), by: Actor(), now: common.moment()))
        }
    }
}

extension CommonOptions {
    /// The calendar of the working folder; `isTold`: what keeps its schedules from being used is said at once, whatever comes of it.
    func calendar(isTold: Bool = false) throws -> SchoolCalendar {
        let calendar = try SchoolCalendar(folder: folder())
        if isTold { Terminal.talk(calendar.errors) }
        return calendar
    }
}

extension CalendarDate: ExpressibleByArgument {
    /// Reads `YYYY-MM-DD`.
    public init?(argument: String) { self.init(iso: argument) }
}
