import ArgumentParser
import Configuration
import Content
import Phrases
import Pipeline
import Scheduling
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

    func validate(edition: Edition?) throws {
        if !due, dryRun || wait || quiet { throw ValidationError("--dry-run, --wait and --quiet go with --due.") }
        if due, edition != nil {
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
        let calendar = try SchoolCalendar(folder: common.folder())
        let now = common.moment()
        Terminal.talk(calendar.errors)
        if due.dryRun { return try preview(calendar, now: now) }
        RunAlarm.set(calendar.configuration.operation)
        let line = ProgressLine()
        let outcome = try DueRun(calendar: calendar, scorerTypes: Shipped.scorers).run(
            now: now, waits: due.wait, stopwatch: line.elapsed, progress: line.show)
        Terminal.talk(Metrics(calendar: calendar).write(now: now))
        switch outcome {
        case .nothingDue(let next):
            if !due.quiet { Terminal.talk(calendar.nothingDue(next: next)) }
        case .busy(let holder):
            if !due.quiet { Terminal.talk("Another run is at work (\(holder)); nothing was done.") }
        case .done(let results, let findings):
            Terminal.talk(findings)
            for result in results {
                Terminal.out([
                    options.json ? try StableJSON.text(ScheduleText.ResultLine(result)) : ScheduleText.line(result)
                ])
            }
        }
        let status = outcome.status(isStrict: options.strict)
        if status != 0 || !calendar.errors.isEmpty { throw ExitCode(status == 1 && calendar.errors.isEmpty ? 1 : 2) }
    }

    private func preview(_ calendar: SchoolCalendar, now: Timestamp) throws {
        for decision in try calendar.decisions(now: now) {
            Terminal.out([
                options.json
                    ? try StableJSON.text(ScheduleText.DecisionLine(decision))
                    : ScheduleText.line(decision, clock: calendar.clock(of: decision.edition))
            ])
        }
        if calendar.book.schedules.isEmpty { Terminal.talk(calendar.nothingDue(next: nil)) }
    }
}
