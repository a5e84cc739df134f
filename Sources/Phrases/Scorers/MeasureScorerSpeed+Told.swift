import Content
import JSON
import Pipeline
import UseCases

extension MeasureScorerSpeed.Outcome: Told, ToldAsJSON {
    /// The figures.
    public var lines: [String] {
        var lines = [
            "\(scorer), \(learners) learners and \(items) made-up articles, one thread:",
            "  ready after          \(Numbers.fixed(secondsToBegin, decimals: 3)) s",
            "  pairs a second       \(Numbers.fixed(pairsPerSecond / 1e6, decimals: 2)) million",
            "  spoke for            \(Numbers.fixed(100 * spokeShare, decimals: 0)) % of the pairs",
            "  evidence a second    \(Numbers.fixed(evidencePerSecond / 1e3, decimals: 1)) thousand",
            "  peak of memory       \(Numbers.fixed(megabytes, decimals: 0)) MB, the articles included",
        ]
        if childMegabytes > 0 {
            lines.append("  its own process      \(Numbers.fixed(childMegabytes, decimals: 0)) MB")
        }
        return lines
    }

    /// One line.
    public func jsonLines() throws -> [String] { [try JSONText.of(self)] }
}
