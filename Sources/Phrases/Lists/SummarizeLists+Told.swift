import Content
import JSON
import Pipeline
import UseCases

/// Lists at a glance, in words.
public enum ListSummaryText {
    /// The closing table of a run: learner, items, minutes, level, first title, why, where it goes.
    public static func table(_ lists: [ListSummary]) -> [String] {
        var table = TextTable([
            .init("learner", widest: 18), .init("items", isNumber: true), .init("minutes", isNumber: true),
            .init("level"), .init("first title", widest: 36), .init("why", widest: 60), .init("goes to", widest: 18),
        ])
        for list in lists {
            table.add([
                list.isClassPage ? "class \(list.learner)" : "\(list.learner)", "\(list.items)", "\(list.minutes)",
                list.levels.map { grades($0) } ?? "-",
                list.firstTitle?.text ?? "", list.why?.text ?? "", words(list.way),
            ])
        }
        return table.lines
    }

    /// A range of levels as whole grades: `4–6`.
    static func grades(_ range: ClosedRange<Double>) -> String {
        let low = Int(range.lowerBound.rounded())
        let high = Int(range.upperBound.rounded())
        return low == high ? "\(low)" : "\(low)–\(high)"
    }

    private static func words(_ way: ListSummary.Way) -> String {
        switch way {
        case .print: "print"
        case .learner: "learner, print"
        case .guardian: "guardian, print"
        case .both: "both, print"
        case .waits: "waits for approval"
        case .heldBack: "held back"
        case .withheld: "withheld"
        case .notUnderstood: "held, see above"
        }
    }

    private struct Line: Encodable {
        let firstTitle: String
        let goes: String
        let items: Int
        let learner: String
        let levels: ClosedRange<Double>?
        let minutes: Int
        let why: String
    }

    /// A line of JSON a list.
    public static func jsonLines(_ lists: [ListSummary]) throws -> [String] {
        try lists.map { list in
            try JSONText.of(
                Line(
                    firstTitle: list.firstTitle?.text ?? "", goes: words(list.way), items: list.items,
                    learner: list.learner.text, levels: list.levels, minutes: list.minutes,
                    why: list.why?.text ?? ""))
        }
    }
}

extension SummarizeLists.Outcome {
    /// That there are more lists than are shown; none where there are not.
    public var rest: [String] { more > 0 ? ["… and \(more) more; --json prints a line for each."] : [] }
}

extension FindEditionFiles.Outcome: Told {
    /// Where the files are; none where none was written.
    public var lines: [String] {
        guard written > 0 else { return [] }
        let folder = "\(outbox)/\(edition)/"
        if left > 0 {
            return ["\(written) of \(written + left) files are in \(folder); the next run goes on with the others"]
        }
        return ["\(kinds) are in \(folder)"]
    }

    private var kinds: String {
        switch (hasMails, hasPages) {
        case (true, true): "Mails and pages"
        case (true, false): "Mails"
        case (false, true): "Pages"
        case (false, false): "Files"
        }
    }
}
