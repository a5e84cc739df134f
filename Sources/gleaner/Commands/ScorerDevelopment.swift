import ArgumentParser
import Glibc
import Phrases
import Pipeline
import ShippedScorers
import UseCases

extension MakeScorer.Language: ExpressibleByArgument {}

extension ScorersCommand {
    struct New: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Write a working scorer to begin with, with its manifest and its test.",
            discussion: """
                In Python, C or shell it goes into Plugins/External/ of the working folder; in Swift it becomes part of the \
                program, so that needs Gleaner's sources.
                Example:  gleaner scorers new WordsOfTheWeek --language python
                """)

        @OptionGroup var common: CommonOptions
        @Argument(help: "Its name: letters and digits, beginning with a capital.")
        var name: String
        @Option(help: "swift, python, c or sh.")
        var language: MakeScorer.Language

        func run() throws {
            try Terminal.tell(
                MakeScorer(folder: common.folder(), types: Shipped.scorers).run(
                    .init(name: name, language: language), by: Actor(), now: common.moment()))
        }
    }

    struct Check: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Ask a scorer everything that every scorer must be able to do.",
            discussion: """
                Invented articles and learners, its default options. Exit status 2 when something does not hold.
                Example:  gleaner scorers check Freshness
                """)

        @OptionGroup var common: CommonOptions
        @Argument(help: "The scorer's name.")
        var name: String
        @Flag(help: "Run it even where this machine cannot close it off.")
        var allowUnsandboxed = false

        func run() throws {
            // Each line as it is found: the kit takes a while.
            let check = CheckScorer(folder: try common.folder(), types: Shipped.scorers) { Terminal.out([$0.line]) }
            let outcome = try check.run(
                .init(scorer: name, allowsUnsandboxed: allowUnsandboxed), by: Actor(), now: common.moment())
            if outcome.status != 0 { throw ExitCode(outcome.status) }
        }
    }

    struct Install: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Add a scorer from a folder or an archive, after showing what it asks for.",
            discussion: """
                It is put into Plugins/External/ and not started: that takes a line in Config/gleaner.yaml.
                Example:  gleaner scorers install words-of-the-week.zip
                """)

        @OptionGroup var common: CommonOptions
        @Argument(help: "The scorer's folder, or an archive of it (zip, tar, tar.gz, tar.xz).")
        var path: String
        @Flag(help: "Do not ask.")
        var yes = false

        func run() throws {
            let folder = try common.folder()
            let looked = try LookIntoScorer(folder: folder, types: Shipped.scorers).run(
                .init(path: CurrentFolder.path(path)), by: Actor(), now: common.moment())
            try Terminal.tell(looked)
            guard yes || Terminal.agrees("Install it? [y/N] ") else { throw ScorerRefusal.notAgreed }
            try Terminal.tell(InstallScorer(folder: folder).run(.init(looked), by: Actor(), now: common.moment()))
        }
    }

    struct Record: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Keep a conversation with a scorer about this school's articles and learners, by pseudonyms.",
            discussion: """
                The file can be said again without the store: gleaner scorers replay FILE, or without Gleaner \
                (Plugins/PROTOCOL.md). It tells what learners want to read about, so it belongs to the school.
                Example:  gleaner scorers record WordsOfTheWeek session.txt
                """)

        @OptionGroup var common: CommonOptions
        @Argument(help: "The scorer's name.")
        var name: String
        @Argument(help: "The file to write.")
        var file: String
        @Option(help: "How many learners at most.")
        var learners = 20

        func validate() throws {
            guard learners >= 1 else { throw ValidationError("--learners: expected at least 1.") }
        }

        func run() throws {
            try Terminal.tell(
                RecordScorer(common.opened(), types: Shipped.scorers).run(
                    .init(scorer: name, learners: learners, path: CurrentFolder.path(file)), by: Actor(),
                    now: common.moment()))
        }
    }

    struct Replay: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Say a kept conversation to its scorer again, and tell where the answers differ.",
            discussion: """
                Exit status 2 when one differs.
                Example:  gleaner scorers replay session.txt
                """)

        @OptionGroup var common: CommonOptions
        @Argument(help: "The file that 'gleaner scorers record' wrote.")
        var file: String
        @Flag(help: "Run it even where this machine cannot close it off.")
        var allowUnsandboxed = false

        func run() throws {
            try Terminal.tell(
                ReplayScorer(common.school(), types: Shipped.scorers).run(
                    .init(path: CurrentFolder.path(file), allowsUnsandboxed: allowUnsandboxed), by: Actor(),
                    now: common.moment()))
        }
    }
}
