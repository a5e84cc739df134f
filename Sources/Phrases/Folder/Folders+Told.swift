import Content
import UseCases

extension MakeFolder.Outcome: Told {
    /// What was made, and what comes next.
    public var lines: [String] {
        [
            "Made \(path):",
            "  Config/gleaner.yaml      the settings, each with its meaning beside it",
            "  Config/learners.csv      the roster\(hasSample ? " (a made-up class)" : ": fill it in")",
            "  Config/templates/        how mails and pages look",
            "  Feeds/feeds.opml         the feeds\(hasSample ? " (four small samples)" : ": 'gleaner feeds add ADDRESS'")",
            "Next:  cd \(path) && gleaner check && gleaner learners import && gleaner run",
        ]
    }
}

extension RestoreMissingFiles.Outcome: Told {
    /// A line a file.
    public var lines: [String] {
        restored.isEmpty ? ["Nothing was missing in \(folder)."] : restored.map { "Put back \($0)." }
    }
}

extension StartStoreAnew.Outcome: Told {
    /// What is so now.
    public var lines: [String] {
        [
            "Made an empty store.",
            "Who had stopped or opted out by mail is not known any more, nor what was given to whom.",
            "Import the roster with consent as it is now before the next run: 'gleaner learners import'.",
        ]
    }
}

extension StartSecretAnew.Outcome: Told {
    /// What is so now.
    public var lines: [String] {
        [
            "Made a new secret." + (before.map { " The one before is Data/\($0)." } ?? ""),
            "One-click addresses of mails that are out stop nobody any more.",
        ]
    }
}
