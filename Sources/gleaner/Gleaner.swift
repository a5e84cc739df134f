import ArgumentParser
import Glibc
import Phrases
import Pipeline
import UseCases

/// The command line: one file a command, no logic of its own.
@main
struct Gleaner: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "gleaner",
        abstract: "Gathers articles from feeds, ranks them for each learner, and makes reading lists ready to mail.",
        discussion: """
            Begin with:  gleaner init my-school --sample
                         cd my-school && gleaner learners import && gleaner run
            Exit status: 0 done, 1 done with parts left out (with --strict), 2 could not, or nothing at all could be done.
            """,
        version: Pipeline.version,
        subcommands: [
            RunCommand.self, IngestCommand.self, RankCommand.self, DeliverCommand.self, FeedsCommand.self,
            LearnersCommand.self, ClassesCommand.self, PreviewCommand.self, SayCommand.self, StopCommand.self,
            PinCommand.self,
            VetoCommand.self, ReviewCommand.self, ScorersCommand.self, ExplainCommand.self, EvaluateCommand.self,
            CheckCommand.self, InitCommand.self, ScheduleCommand.self, StatusCommand.self, SafeguardingCommand.self,
            WatchCommand.self, TopicsCommand.self, WishesCommand.self, SupplyCommand.self, PagesCommand.self,
            ReadabilityCommand.self, PinsCommand.self, VetoesCommand.self, SearchCommand.self, ItemsCommand.self,
            CheckInCommand.self, SuitabilityCommand.self, ConsentCommand.self, DeskCommand.self,
        ])

    /// Parses and runs. ArgumentParser's own exit status of a usage error is 64; ours is 2 for everything that could not
    /// be done.
    static func main() {
        // A reader that closes its end (`gleaner … | head`) must not end a run half way; see `Terminal.write`.
        signal(SIGPIPE, SIG_IGN)
        // What the program makes tells of learners: it is for its owner alone, unless a file says otherwise.
        umask(0o077)
        // A file that may not grow any more is an error like a full disk, not an end half way.
        signal(SIGXFSZ, SIG_IGN)
        // Whoever started us may have blocked these. They end the program at once, which the store is made for: a run that
        // cannot be ended would be worse.
        var signals = sigset_t()
        sigemptyset(&signals)
        sigaddset(&signals, SIGTERM)
        sigaddset(&signals, SIGINT)
        pthread_sigmask(SIG_UNBLOCK, &signals, nil)
        do {
            var command = try parseAsRoot()
            try command.run()
        } catch let code as ExitCode {
            Glibc.exit(code.rawValue)
        } catch {
            if exitCode(for: error) == .success {
                Terminal.out(fullMessage(for: error))
                Glibc.exit(0)
            }
            Terminal.talk(message(for: error, isUsage: exitCode(for: error) == .validationFailure))
            Glibc.exit(2)
        }
    }

    private static func message(for error: any Error, isUsage: Bool) -> String {
        if isUsage { return fullMessage(for: error) }
        let text = ErrorWords.of(error)
        return text.hasPrefix("error: ") ? text : "error: " + text
    }
}
