import Content
import UseCases

extension ImportRoster.Outcome: Told {
    /// In numbers what was done, with what newly never comes; of what would be done each change.
    public var lines: [String] {
        if isDryRun { return changes.lines }
        let count = changes.classes.count
        let classes = count == 0 ? [] : ["\(Counted.of(count, "class", plural: "classes")) new or changed"]
        return changes.holds + classes + [changes.summary] + TopicTold.lines(barred)
    }

    /// 1 where a school waits for a yes, or something could not be read and that was asked to count.
    public var status: Int32 {
        !changes.held.isEmpty || isStrict && findings.contains { $0.severity >= .warning } ? 1 : 0
    }
}
