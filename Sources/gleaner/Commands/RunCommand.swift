import ArgumentParser
import Configuration
import Content
import Phrases
import Pipeline
import Store
import UseCases

/// Options of the commands that run stages.
struct StageOptions: ParsableArguments {
    @Option(help: "The edition: a date, or SCHEDULE@DATE. Default: manual@ today in the school's zone.")
    var edition: Edition?

    @Flag(help: "Print the result as JSON Lines.")
    var json = false

    @Flag(help: "Exit with 1 when a part was left out.")
    var strict = false

    @Option(
        name: .customLong("log"),
        help: "Say nothing to people, and write a log for the machine's journal to standard error: journal or json.")
    var logFormat: RunLogFormat?
}

struct RunCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run", abstract: "Ingest, rank and deliver: make and put out the lists of an edition.",
        discussion: """
            Running it twice on one date makes one edition: the second run sends nothing new.
            With --due the schedules of the configuration decide what is done: call it as often as you like, from anything.
            Example:  gleaner run
                      gleaner run --edition 2026-09-14 --strict
                      gleaner run --due --dry-run --now 2026-09-14T04:30:00Z
            """)

    @OptionGroup var common: CommonOptions
    @OptionGroup var stage: StageOptions
    @OptionGroup var due: DueOptions

    func validate() throws { try due.validate(stage) }

    func run() throws {
        guard due.due else {
            return try StageRun(common: common, options: stage).end([.ingest, .rank, .deliver])
        }
        try ScheduledRun(common: common, options: stage, due: due).run()
    }
}

struct IngestCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ingest", abstract: "Read the school's feeds into the store.",
        discussion: """
            With SOURCEs (feed lists, files, folders, addresses) these are read instead of the school's list.
            Example:  gleaner ingest
                      gleaner ingest https://example.org/feed.xml
                      gleaner ingest --offline
            """)

    @OptionGroup var common: CommonOptions
    @OptionGroup var stage: StageOptions
    @Argument(help: "What to read instead of the 'feeds' of the configuration.")
    var sources: [String] = []
    @Flag(help: "Ask no server: read again what was fetched last and is kept.")
    var offline = false

    func run() throws {
        try StageRun(common: common, options: stage, isOffline: offline).end(
            [.ingest], sources: sources.isEmpty ? nil : sources.map { CurrentFolder.source($0) })
    }
}

struct RankCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rank", abstract: "Make the lists of an edition from what is in the store.",
        discussion: "Example:  gleaner rank --edition 2026-09-14")

    @OptionGroup var common: CommonOptions
    @OptionGroup var stage: StageOptions

    func run() throws { try StageRun(common: common, options: stage).end([.rank]) }
}

struct DeliverCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "deliver", abstract: "Render the lists of an edition and put them into the outbox.",
        discussion: """
            Without --edition: every edition with lists that may go out and have not, such as lists approved since.
            Example:  gleaner deliver
                      gleaner deliver --edition 2026-09-14
            """)

    @OptionGroup var common: CommonOptions
    @OptionGroup var stage: StageOptions

    func run() throws {
        let run = StageRun(common: common, options: stage)
        if let edition = stage.edition { return try run.end([.deliver], editions: [edition]) }
        let waiting = try run.log.during {
            try FindWaitingEditions(common.opened()).run(.init(), by: Actor(), now: common.moment())
        }
        if run.log.isForPeople { try Terminal.tell(waiting) }
        try run.end([.deliver], editions: waiting.editions)
    }
}

/// Runs stages and prints what came of it.
struct StageRun {
    let common: CommonOptions
    let options: StageOptions
    /// Whether no server is asked.
    let isOffline: Bool
    /// What is written for the machine's journal.
    let log: RunLog

    /// Runs as the options say.
    init(common: CommonOptions, options: StageOptions, isOffline: Bool = false) {
        self.common = common
        self.options = options
        self.isOffline = isOffline
        log = RunLog(options.logFormat, now: common.moment())
    }

    /// Runs stages of some editions, or of that which the options name, and ends the program with the status that says what came of it.
    func end(_ stages: Set<Stage>, sources: [FeedSource]? = nil, editions: [Edition]? = nil) throws {
        let all = editions?.map { Optional($0) } ?? [options.edition]
        let endings = try all.map { edition in
            try log.during { try run(.init(stages, edition: edition, sources: sources, isOffline: isOffline)) }
        }
        let status = RunStages.Outcome.status(endings, isStrict: options.strict)
        if status != 0 { throw ExitCode(status) }
    }

    private func run(_ request: RunStages.Request) throws -> RunStages.Ending {
        // Opening may wait for another command too, before it is known what the school says.
        RunAlarm.set(OperationSettings())
        let open = try common.opened()
        RunAlarm.set(open.school.configuration.operation)
        let outcome = try RunStages(open, words: RunPhrases(), watch: log.watch()).run(
            request, by: Actor(), now: common.moment())
        if options.json {
            if log.isForPeople { Terminal.talk(outcome.findings) }
            try outcome.jsonLines().forEach { Terminal.out($0) }
            if outcome.busy == nil { try show(outcome, request.stages, in: open) }
            if log.isForPeople { outcome.talk.forEach { Terminal.talk($0) } }
        } else if log.isForPeople {
            Terminal.talk(outcome.findings)
            Terminal.out(outcome.lines)
            if outcome.busy == nil { try show(outcome, request.stages, in: open) }
            outcome.talk.forEach { Terminal.talk($0) }
        }
        return outcome.ending
    }

    /// Shows the lists of an edition at a glance, block by block: there may be many.
    private func show(_ outcome: RunStages.Outcome, _ stages: Set<Stage>, in open: SchoolAndStore) throws {
        let edition = outcome.edition
        if stages.contains(.rank) {
            let most = options.json ? Int.max : SummarizeLists.block
            let lists = try SummarizeLists(open).run(
                .init(of: edition, most: most), by: Actor(), now: common.moment())
            try lists.forEachBlock { block in
                if options.json {
                    try ListSummaryText.jsonLines(block).forEach { Terminal.out($0) }
                } else {
                    Terminal.out([""] + ListSummaryText.table(block))
                }
            }
            if !options.json { Terminal.out(lists.rest) }
        }
        guard stages.contains(.deliver), !options.json else { return }
        let files = try FindEditionFiles(open).run(.init(of: edition), by: Actor(), now: common.moment()).lines
        Terminal.out(files.isEmpty ? [] : [""] + files)
    }
}
