import Content

/// What a row says that protects its learner. It counts even where the row is left out.
extension LearnerRow {
    /// What must not be lost of a row that stands twice.
    var remainder: LearnerRow? {
        let kept = values.filter { kind, _ in Self.strictest[kind] != nil || kind == .avoid }
        return LearnerRow(id: id, line: line, values: kept, unread: unread, isRemainder: true)
    }

    /// What is left of a row of which nobody can tell which cell is which: consent that is not sure to be given counts as not
    /// to be read. What its other cells say is not guessed.
    init?(rescuedFrom row: BrokenRow<LearnerColumn>) {
        guard let key = row.key else { return nil }
        var values: [Fact.Kind: String] = [:]
        if row.has(.consent), !row.says("yes", in: .consent) { values[.consent] = Fact.unreadable }
        if row.has(.guardianConsent), !row.says("yes", in: .guardianConsent) {
            values[.guardianConsent] = Fact.unreadable
        }
        if row.has(.under13), !row.says("no", in: .under13) { values[.under13] = "yes" }
        self.init(id: LearnerID(rawValue: key), line: row.line, values: values, isRemainder: true)
    }

    /// The row with what others of the same learner restrict: of each the strictest, and all that must not come.
    func restricted(by others: some Sequence<LearnerRow>) -> LearnerRow {
        var row = self
        for other in others {
            for (kind, order) in Self.strictest {
                guard let theirs = other.values[kind] else { continue }
                let ours = row.values[kind] ?? order.last ?? ""
                if (order.firstIndex(of: theirs) ?? 0) < (order.firstIndex(of: ours) ?? 0) { row.values[kind] = theirs }
            }
            if let theirs = other.values[.avoid], !theirs.isEmpty {
                row.values[.avoid] = Self.union(row.values[.avoid] ?? "", theirs)
            }
            if other.unread.contains(.avoid) { row.unread.insert(.avoid) }
        }
        return row
    }

    /// Two lists as one, without doubles.
    static func union(_ first: String, _ second: String) -> String {
        var parts = Fact.list(first)
        var known = Set(parts.map { $0.lowercased() })
        for part in Fact.list(second) where known.insert(part.lowercased()).inserted { parts.append(part) }
        return parts.joined(separator: ";")
    }

    /// The values of what protects, the strictest first.
    private static let strictest: [Fact.Kind: [String]] = [
        .consent: ["no", Fact.unreadable, "", "yes"], .guardianConsent: ["no", Fact.unreadable, "", "yes"],
        .under13: ["yes", "", "no"],
    ]
}
