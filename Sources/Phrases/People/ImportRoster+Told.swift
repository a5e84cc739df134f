import Content
import UseCases

extension ImportRoster.Outcome: Told {
    /// In numbers what was done, with what newly never comes; of what would be done each change.
    public var lines: [String] {
        if isDryRun { return changes.lines }
        let count = changes.classes.count
        let classes = count == 0 ? [] : ["\(Counted.of(count, "class", plural: "classes")) new or changed"]
        return changes.holds + classes + [changes.summary + leftOut] + TopicTold.lines(barred)
    }

    /// How much was left out.
    private var leftOut: String {
        let count = found.filter { $0.severity >= .warning }.count
        return count == 0 ? "" : "; \(Counted.of(count, "thing")) left out or repaired, see the findings"
    }

    /// What was left out or repaired; many that are alike as one, with their number.
    public var findings: [Finding] {
        tellsEach ? found : AlikeFindings.grouped(found, remedy: "--details tells each.")
    }

    /// 1 where a school waits for a yes, or something could not be read and that was asked to count.
    public var status: Int32 {
        !changes.held.isEmpty || isStrict && found.contains { $0.severity >= .warning } ? 1 : 0
    }
}
