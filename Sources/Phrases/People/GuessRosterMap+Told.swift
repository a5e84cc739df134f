import Content
import Roster
import UseCases

extension GuessRosterMap.Outcome: Told {
    /// Three learners as they would be read, what is open, and what to do next. The map itself where it was not written.
    public var lines: [String] {
        var lines =
            written.map { ["\($0): a guess from the headings and the first rows. Look through it."] } ?? mapLines
        if isEnough {
            lines += [""] + sample + [""]
        } else {
            lines.append(
                "Too little was found to read a learner: name the columns of 'id' and of 'given' and 'family', or 'name', under 'learner:' in the map."
            )
        }
        if !consents.isEmpty {
            lines.append(
                "Consent is never guessed: \(Listing.of(consents)) may be one. Write it at the guardian whom it is of.")
        }
        lines += unexplained.map {
            "Say under 'values: \($0.meaning.rawValue)' what is meant: \(Listing.of($0.cells))."
        }
        if !notRead.isEmpty { lines.append("Not read: \(Listing.of(notRead)).") }
        if let written {
            lines.append("Then: gleaner learners import '\(export)' --map '\(written)' --dry-run")
        }
        return lines
    }

    private var mapLines: [String] {
        map.text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }

    private var sample: [String] {
        var table = TextTable([
            .init("id", widest: 20), .init("name", widest: 24), .init("class", widest: 24),
            .init("grade", isNumber: true), .init("school", widest: 24), .init("language"),
            .init("guardians", widest: 60),
        ])
        for learner in learners {
            table.add([
                learner.id.rawValue, learner.name, learner.classes.joined(separator: ", "),
                learner.isGradeKnown ? "\(learner.grade)" : "", learner.school ?? "",
                learner.languages.joined(separator: ", "),
                learner.guardians.map(\.address).joined(separator: ", "),
            ])
        }
        return table.lines
    }
}
