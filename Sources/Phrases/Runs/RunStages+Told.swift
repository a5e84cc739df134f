import Content
import JSON
import Pipeline
import UseCases

extension RunStages.Outcome: Told, ToldAsJSON {
    /// The edition, and a line a stage.
    public var lines: [String] { busy == nil ? ["Edition \(edition)"] + RunSummaryText.lines(summary) : [] }

    /// What the stages found.
    public var findings: [Finding] { found }

    /// That nothing was done, and why.
    public var talk: [String] {
        if let busy { return ["Another run is at work in \(busy); nothing was done."] }
        return shortfall.map { ["error: nothing could be done: \(RunPhrases().sentence($0))"] } ?? []
    }

    /// What of the end alone is no success.
    public var status: Int32 { Self.status([ending], isStrict: false) }

    private struct Line: Encodable {
        let edition: Edition
        let summary: RunSummary
    }

    /// One line.
    public func jsonLines() throws -> [String] {
        busy == nil ? [try JSONText.of(Line(edition: edition, summary: summary))] : []
    }

    /// The exit status of some runs. That one could not do anything is a part left out, unless none could.
    public static func status(_ endings: [RunStages.Ending], isStrict: Bool) -> Int32 {
        if !endings.isEmpty, endings.allSatisfy({ $0 == .nothing }) { return 2 }
        return isStrict && endings.contains { $0 != .done } ? 1 : 0
    }
}

extension FindWaitingEditions.Outcome: Told {
    /// Nothing, where something waits.
    public var lines: [String] { [] }

    /// That nothing waits.
    public var talk: [String] { editions.isEmpty ? ["No lists wait to go out."] : [] }
}
