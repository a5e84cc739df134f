import Content
import Scheduling
import Store

/// What is written to the operator of what somebody should look at.
struct HealthText {
    package let problems: [String]
    package let school: String
    let folder: String

    /// The subject, one line.
    var subject: String { "Gleaner at \(school): somebody should look" }

    /// The text, line by line.
    var lines: [String] {
        problems.map { "- \($0)." } + [
            "", "This is written once for each edition. How it is now:", "", "    cd '\(folder)' && gleaner status",
        ]
    }
}

/// What is written to the operator.
struct AlertText {
    let alert: OperatorAlert
    package let school: String
    let folder: String

    /// The name of the message: one a streak of failures and kind.
    package var name: String {
        let since = alert.streak.since.iso.filter { $0 != "-" && $0 != ":" }
        return "operator-\(since)-\(alert.isWell ? "well-again" : "failing")"
    }

    /// The subject, one line.
    var subject: String {
        alert.isWell
            ? "Gleaner at \(school): '\(alert.schedule)' is well again"
            : "Gleaner at \(school): '\(alert.schedule)' has failed \(alert.streak.count) times in a row"
    }

    /// The text, line by line.
    var lines: [String] {
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
                "    cd '\(folder)' && gleaner status && gleaner check",
            ]
        }
        return lines
    }
}
