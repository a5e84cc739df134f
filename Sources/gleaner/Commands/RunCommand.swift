import ArgumentParser
import Configuration
import Content
import Phrases
import Pipeline
import Reports
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

    func validate() throws { try due.validate(edition: stage.edition) }

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
        guard stage.edition == nil else { return try run.end([.deliver]) }
        let (school, store) = try common.open()
        let waiting = try store.lists.editionsToDeliver()
        let today = Edition(date: school.localDate(at: common.moment()))
        if waiting.isEmpty, try store.lists.learners(of: today).isEmpty {
            return Terminal.talk("No lists wait to go out.")
        }
        try run.end(waiting.isEmpty ? [today] : waiting) { try run.run([.deliver], edition: $0) }
    }
}

/// Runs stages and prints what came of it.
struct StageRun {
    let common: CommonOptions
    let options: StageOptions
    /// Whether no server is asked.
    var isOffline = false

    /// What came of a run.
    enum End {
        case done, leftOut, nothing
    }

    /// Runs stages and ends the program with the status that says what came of it.
    func end(_ stages: Set<Stage>, sources: [FeedSource]? = nil) throws {
        try end([nil]) { try run(stages, sources: sources, edition: $0) }
    }

    /// Does something for each of some editions. That one could not be done is a part left out, unless none could.
    func end<Each>(_ all: [Each], _ body: (Each) throws -> End) throws {
        let ends = try all.map { try body($0) }
        if !ends.isEmpty, ends.allSatisfy({ $0 == .nothing }) { throw ExitCode(2) }
        if options.strict, ends.contains(where: { $0 != .done }) { throw ExitCode(1) }
    }

    /// Runs stages and prints what came of it.
    func run(_ stages: Set<Stage>, sources: [FeedSource]? = nil, edition named: Edition? = nil) throws -> End {
        // Opening may wait for another command too, before it is known what the school says.
        RunAlarm.set(OperationSettings())
        let (school, store) = try common.open()
        RunAlarm.set(school.configuration.operation)
        let now = common.moment()
        let edition = named ?? options.edition ?? Edition(date: school.localDate(at: now))
        let line = ProgressLine()
        let report = try Pipeline(school: school, store: store, isOffline: isOffline).run(
            stages, edition: edition, now: now, sources: sources, stopwatch: line.elapsed, progress: line.show)
        Terminal.talk(report.findings)
        if report.isBusy {
            Terminal.talk("Another run is at work in \(school.folder.data); nothing was done.")
            return .done
        }
        let open = SchoolAndStore(school, store)
        if options.json {
            Terminal.out(try StableJSON.text(RunLine(edition: edition, summary: report.summary)))
            if stages.contains(.rank) {
                let lists = try SummarizeLists(open).run(.init(of: edition), by: Actor(), now: now)
                try lists.forEachBlock { try ListSummaryText.jsonLines($0).forEach { Terminal.out($0) } }
            }
        } else {
            Terminal.out(["Edition \(edition)"] + RunText.lines(report.summary))
            if stages.contains(.rank) {
                let lists = try SummarizeLists(open).run(
                    .init(of: edition, most: SummarizeLists.block), by: Actor(), now: now)
                try lists.forEachBlock { Terminal.out([""] + ListSummaryText.table($0)) }
                Terminal.out(lists.rest)
            }
            if stages.contains(.deliver) {
                let files = try FindEditionFiles(open).run(.init(of: edition), by: Actor(), now: now).lines
                Terminal.out(files.isEmpty ? [] : [""] + files)
            }
        }
        if let failure = report.failure {
            Terminal.talk("error: nothing could be done: \(failure)")
            return .nothing
        }
        return report.isDegraded ? .leftOut : .done
    }

    private struct RunLine: Encodable {
        let edition: Edition
        let summary: RunSummary
    }
}
