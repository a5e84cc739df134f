import Content
import UseCases

extension TakeFeedsOver.Outcome: Told {
    /// What was done, and with what it was not.
    public var lines: [String] {
        var lines = ["\(Counted.of(added, "feed")) added to \(list)."]
        if known > 0 { lines.append("\(Counted.of(known, "feed")) stood there already.") }
        if !dead.isEmpty {
            lines.append(
                "\(Counted.of(dead.count, "feed")) cannot be read and \(dead.count == 1 ? "was" : "were") left out:")
            lines += dead.map { "  \($0.title?.text ?? "-")  \($0.address): \($0.problem.words)" }
        }
        if unreviewed > 0 {
            lines.append(
                "\(Counted.of(unreviewed, "feed")) nobody has reviewed: 'gleaner feeds review' shows what is in them."
            )
        }
        return lines
    }
}
