import ArgumentParser
import Configuration
import Content
import Phrases
import Pipeline
import Reports
import UseCases

struct FeedsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "feeds",
        abstract: "The school's feeds: list, add, import, review, change; parse any feed's document.",
        subcommands: [
            List.self, Add.self, Import.self, Review.self, Set.self, Pause.self, Resume.self, Move.self, Remove.self,
            Check.self,
            Parse.self,
        ])

    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract:
                "List the feeds with their audience, what they have brought, who wanted more of it, and how they do.",
            discussion: "Example:  gleaner feeds list")

        @OptionGroup var common: CommonOptions
        @Flag(help: "Print JSON Lines.")
        var json = false

        func run() throws {
            let (school, store) = try common.open()
            let (rows, findings) = try FeedDesk(school: school).list(store: store, now: common.moment())
            Terminal.talk(findings)
            if json {
                for row in rows { Terminal.out(try StableJSON.text(row)) }
            } else {
                Terminal.out(FeedText.table(rows.map { .init($0.feed, $0.numbers, $0.state, isPaused: $0.isPaused) }))
            }
        }
    }

    struct Check: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Read every feed of the list once, without storing anything, and say what is wrong.",
            discussion: "Example:  gleaner feeds check")

        @OptionGroup var common: CommonOptions
        @Argument(help: "One address or file instead of the list.")
        var address: String?
        @Flag(help: "Exit with 1 when a feed could not be read.")
        var strict = false
        @Flag(help: "Print JSON Lines, the findings among them.")
        var json = false

        func run() throws {
            let (checks, findings) = try FeedDesk(school: try common.school()).check(
                address.map { CurrentFolder.source($0).source })
            if json {
                if let line = try FeedCheckLines.of(list: findings) { Terminal.out(line) }
                for check in checks { Terminal.out(try FeedCheckLines.of(check)) }
            } else {
                Terminal.talk(findings)
                for check in checks {
                    Terminal.out([FeedText.checkLine(check.address, result: check.result)])
                    Terminal.talk(check.findings)
                }
            }
            let isWorse = (findings + checks.flatMap { $0.findings }).contains { $0.severity == .error }
            if strict, isWorse || checks.contains(where: { $0.result == nil }) { throw ExitCode(1) }
        }
    }

    struct Parse: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Parse feed documents and print what is in them; needs no working folder.",
            discussion: "Example:  gleaner feeds parse --json Feeds/science.xml")

        @Argument(help: "The files.")
        var files: [String]
        @Option(name: .customLong("base-url"), help: "The address that relative links are resolved against.")
        var baseURL: String?
        @Flag(help: "Print JSON Lines (the only form there is).")
        var json = false

        func run() throws {
            var couldNot = false
            for file in files {
                let line = ParsedLine(path: file, baseURL: baseURL)
                line.write { Terminal.out(bytes: $0) }
                if !line.isReadable { couldNot = true }
            }
            if couldNot { throw ExitCode(2) }
        }
    }
}
