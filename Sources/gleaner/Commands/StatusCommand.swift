import ArgumentParser
import Configuration
import Phrases
import Pipeline
import ShippedScorers
import UseCases

struct StatusCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "status", abstract: "Last run, next run, what waits, what failed.",
        discussion: """
            Exit status, for monitoring: 0 all is well, 1 somebody should look, 2 could not tell.
            What is named there is not told again once it was seen.
            Example:  gleaner status --json
                      gleaner status --school "Hill Road School"
                      gleaner status --acknowledge "topic parkour"
                      gleaner status --acknowledge topics
            """)

    @OptionGroup var common: CommonOptions
    @Flag(help: "Print one line of JSON.") var json = false
    @Option(help: "Of a district, the one school that is told of, by its name.") var school: String?
    @Option(help: "What somebody has seen: 'topics', or 'topic PHRASE'; may be given several times.")
    var acknowledge: [String] = []

    func run() throws {
        if !acknowledge.isEmpty {
            let outcome = try Acknowledge(common.opened()).run(
                .init(acknowledge), by: Actor(), now: common.moment())
            try Terminal.tell(outcome)
            return
        }
        let outcome = try TellStatus(common.calendar(), scorerTypes: Shipped.scorers).run(
            .init(school: school), by: Actor(), now: common.moment())
        try Terminal.tell(outcome, asJSON: json)
    }
}

struct WatchCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "watch", abstract: "Tick in a loop: for a container without cron.",
        discussion: """
            Ends cleanly on SIGTERM. Where cron or systemd is at hand, 'gleaner schedule install' is better.
            Example:  gleaner watch --every 600
            """)

    @OptionGroup var common: CommonOptions
    @Option(help: "Seconds from one tick to the next, 1 to 86400.") var every = 600

    func validate() throws {
        guard (1...86_400).contains(every) else { throw ValidationError("--every is from 1 to 86400 seconds.") }
        guard common.now == nil else { throw ValidationError("'watch' goes by the clock: leave out --now.") }
    }

    func run() throws {
        let watch = Watch(program: ThisProgram.path, folder: try common.folder(), clock: { Moment.milliseconds() }) {
            Terminal.talk($0.line)
        }
        try Terminal.tell(watch.run(.init(every: every), by: Actor(), now: common.moment()))
    }
}
