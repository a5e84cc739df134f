import Content
import UseCases

extension MakeScorer.Outcome: Told {
    /// What was made, and what comes next.
    public var lines: [String] {
        let made = language == .swift ? files.dropLast().map { "\($0)" } : files.map { "\($0)" }
        let change = language == .swift ? files.suffix(1).map { "\($0): a line more" } : []
        return made + change + ["", "Then:"] + next.map { "  " + $0 }
    }

    private var next: [String] {
        let own =
            switch language {
            case .c: ["make -C \(folder) test"]
            case .python: ["python3 -m unittest discover -s \(folder)"]
            case .sh: ["sh \(folder)/test.sh"]
            case .swift: ["swift test --filter ShippedScorersTests"]
            }
        let check = "gleaner scorers check \(name)"
        return own
            + (language == .swift ? ["\(check)   (once it is built)"] : [check, ScorerWords.naming(name)])
    }
}

/// Words about scorers that several commands say.
enum ScorerWords {
    /// The line of the configuration that starts a scorer.
    static func naming(_ name: Verbatim) -> String {
        "and a line in Config/gleaner.yaml under 'scorers':  \(name): {weight: 0}   (0: in shadow, until it has shown its worth)"
    }
}
