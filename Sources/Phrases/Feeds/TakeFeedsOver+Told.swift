import Content
import Reports
import UseCases

extension TakeFeedsOver.Outcome: Told {
    /// What was done, and with what it was not.
    public var lines: [String] {
        var lines = ["\(RunText.count(added, "feed")) added to \(list)."]
        if known > 0 { lines.append("\(RunText.count(known, "feed")) stood there already.") }
        if !dead.isEmpty {
            lines.append(
                "\(RunText.count(dead.count, "feed")) cannot be read and \(dead.count == 1 ? "was" : "were") left out:")
            lines += dead.map { "  \($0.title?.text ?? "-")  \($0.address): \($0.problem.words)" }
        }
        if unreviewed > 0 {
            lines.append(
                "\(RunText.count(unreviewed, "feed")) nobody has reviewed: 'gleaner feeds review' shows what is in them."
            )
        }
        return lines
    }
}
