import Content

extension RosterPlan {
    /// The plan for people, one line a change, and a summary as the last line: what `--dry-run` prints.
    public var lines: [String] {
        var lines = new.map { "new        \(who($0)): \(Self.told($0))" }
        lines += returned.flatMap { changes("returned", $0) }
        lines += changed.flatMap { changes("changed", $0) }
        lines += missing.map { "\(retires ? "retired  " : "missing  ")  \(who($0))" }
        return lines + [summary]
    }

    /// The plan in numbers: `2 new, 1 changed, 25 unchanged, 1 missing (left as it is); 14 facts to append`.
    public var summary: String {
        var parts = ["\(new.count) new"]
        if !returned.isEmpty { parts.append("\(returned.count) returned") }
        parts += ["\(changed.count) changed", "\(unchanged.count) unchanged"]
        if !missing.isEmpty { parts.append("\(missing.count) \(retires ? "retired" : "missing (left as they are)")") }
        return parts.joined(separator: ", ") + "; \(facts.count) fact\(facts.count == 1 ? "" : "s") to append"
    }

    private func who(_ entry: Entry) -> String { "\(entry.learner) \(entry.name)" }

    private func changes(_ word: String, _ entry: Entry) -> [String] {
        let padding = String(repeating: " ", count: max(1, 11 - word.count))
        return entry.changes.map { "\(word)\(padding)\(who(entry)): \($0.text)" }
    }

    /// What the file tells of a new learner, without their name.
    private static func told(_ entry: Entry) -> String {
        entry.changes.filter { $0.kind != .name && $0.kind != .enrolled }
            .map { "\(LearnerColumn.name(of: $0.kind)) '\($0.new)'" }.joined(separator: ", ")
    }
}
