import ArgumentParser
import Configuration
import Content
import Phrases
import Pipeline
import ShippedScorers
import UseCases

/// Options of `run --due`.
struct DueOptions: ParsableArguments {
    @Flag(help: "Do what the schedules say is due, and nothing else.")
    var due = false

    @Flag(help: "With --due: only say what would happen, and why.")
    var dryRun = false

    @Flag(help: "With --due: wait for a run that is at work, instead of ending at once.")
    var wait = false

    @Flag(help: "With --due: say nothing when nothing was done, for cron.")
    var quiet = false

    func validate(_ options: StageOptions) throws {
        if dryRun, options.logFormat != nil { throw ValidationError("--log goes without --dry-run.") }
        if !due, dryRun || wait || quiet { throw ValidationError("--dry-run, --wait and --quiet go with --due.") }
        if due, options.edition != nil {
            throw ValidationError("With --due the schedules name the edition: leave out --edition.")
        }
    }
}

/// Does what is due and prints what came of it.
struct ScheduledRun {
    let common: CommonOptions
    let options: StageOptions
    let due: DueOptions

    func run() throws {
        let now = common.moment()
        let log = RunLog(options.logFormat, now: now)
        try log.during { try run(now: now, log) }
    }

    private func run(now: Timestamp, _ log: RunLog) throws {
        let calendar = try common.calendar(isTold: log.isForPeople)
        if due.dryRun {
            return try Terminal.tell(PreviewDue(calendar).run(.init(), by: Actor(), now: now), asJSON: options.json)
        }
        RunAlarm.set(calendar.configuration.operation)
        let outcome = try RunDue(
            calendar, scorerTypes: Shipped.scorers, words: RunPhrases(), watch: log.watch()
        ).run(.init(waits: due.wait, isStrict: options.strict, isQuiet: due.quiet), by: Actor(), now: now)
        if log.isForPeople { return try Terminal.tell(outcome, asJSON: options.json) }
        if options.json { try outcome.jsonLines().forEach { Terminal.out($0) } }
        if outcome.status != 0 { throw ExitCode(outcome.status) }
    }
}
