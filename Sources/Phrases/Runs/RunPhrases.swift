import Configuration
import Content
import Pipeline
import Scheduling

/// What runs write down for people who read it later.
public struct RunPhrases: RunWords {
    /// The words of the program.
    package init() {}

    /// Why a run could do nothing, as a sentence.
    public func sentence(_ shortfall: Shortfall) -> String {
        switch shortfall {
        case .noLearners: "there are no learners to make lists for."
        case .noArticles: "there are no articles, so nobody has a list."
        case .noLists: "none of the learners got a list."
        case .noFeeds: "there are no feeds."
        case .noFeedRead: "none of the feeds could be read."
        case .nothingWritten(let files, let edition):
            "none of \(files) files of \(edition) could be written to the outbox."
        case .nothingRendered(let edition): "no mail and no page could be made of the lists of \(edition)."
        case .notRanked(let edition):
            "there are no lists of \(edition); 'gleaner rank --edition \(edition)' makes them."
        case .allWithheld(let edition): "all lists of \(edition) are withheld, so nothing goes out."
        }
    }

    /// What a stage left out, as a clause.
    public func clause(_ shortfall: StageShortfall) -> String {
        switch shortfall {
        case .feedsUnread(let failed, let all): "\(failed) of \(all) feeds could not be read"
        case .noArticles: "there are no articles"
        case .noLearners: "there are no learners in its classes"
        case .noLists(let learners): "none of \(learners) learners got a list: no article passed for anybody"
        case .withoutList(let without, let all): "\(without) of \(all) learners got no list"
        case .filesUnwritten: "not all files could be written to the outbox"
        case .messagesUnmade(let count): "\(count) of its messages could not be made"
        }
    }

    /// How an edition of a schedule came to be as it is, as a clause.
    public func clause(_ work: EditionByHand.Work) -> String {
        switch work {
        case .made: "its lists were made by hand"
        case .putOut: "it was put out by hand"
        }
    }

    /// An error, in the words of whoever asked.
    public func text(_ error: any Error) -> String { ErrorWords.of(error) }

    /// What is written to the operator.
    public func letter(_ letter: OperatorLetter) -> (subject: String, lines: [String]) {
        switch letter.occasion {
        case .alert(let alert): (subject(alert, letter), lines(alert, letter))
        case .health(let problems):
            (
                "Gleaner at \(letter.school): somebody should look",
                problems.map { "- \($0.clause)." } + [
                    "", "This is written once for each edition. How it is now:", "",
                    "    cd '\(letter.folder)' && gleaner status",
                ]
            )
        }
    }

    private func subject(_ alert: OperatorAlert, _ letter: OperatorLetter) -> String {
        alert.isWell
            ? "Gleaner at \(letter.school): '\(alert.schedule)' is well again"
            : "Gleaner at \(letter.school): '\(alert.schedule)' has failed \(alert.streak.count) times in a row"
    }

    private func lines(_ alert: OperatorAlert, _ letter: OperatorLetter) -> [String] {
        let streak = alert.streak
        var lines: [String] = []
        if alert.isWell {
            lines.append(
                "The reading lists of '\(alert.schedule)' are made again. Before that it failed \(streak.count)")
            lines.append("\(streak.count == 1 ? "time" : "times"), from \(streak.since) on. The last problem was:")
        } else {
            lines.append("The reading lists of '\(alert.schedule)' could not be made or sent \(streak.count)")
            lines.append(
                "\(streak.count == 1 ? "time" : "times") in a row, from \(streak.since) on. The last problem was:")
        }
        lines += ["", "    \(ShownAddress.text(streak.problem))", ""]
        if !alert.isWell {
            lines += [
                "Gleaner tries again at each tick until the edition's window ends. This is written once; you will be",
                "written to again when it is well. See what is the matter:", "",
                "    cd '\(letter.folder)' && gleaner status && gleaner check",
            ]
        }
        return lines
    }
}

extension RunDeadlineError: Worded {
    /// What is so, and what to do.
    public var words: String {
        "the run had not ended after \(WrittenMinutes.text(minutes)) and was stopped; the next one goes on where it was. "
            + "See 'gleaner feeds check' for feeds that do not answer, or raise 'operation.run-deadline'."
    }
}
