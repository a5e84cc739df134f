import Content

/// What a row says that protects its learner. It counts even where the row is left out.
extension LearnerRow {
    /// What must not be lost of a row that stands twice.
    var remainder: LearnerRow? {
        LearnerRow(
            id: id, line: line, values: values.filter { kind, _ in Self.strictest[kind] != nil || kind == .avoid },
            unread: unread, isRemainder: true,
            ofGuardians: ofGuardians.filter { kind, _ in Self.strictest[kind] != nil })
    }

    /// What is left of a row of which nobody can tell which cell is which: consent that is not sure to be given counts as not
    /// to be read. What its other cells say is not guessed.
    init?(rescuedFrom row: BrokenRow<LearnerColumn>) {
        guard let key = row.key else { return nil }
        var values: [Fact.Kind: String] = [:]
        var ofGuardians: [Fact.Kind: String] = [:]
        for column in LearnerColumn.allCases where column.isConsent && row.has(column) && !row.says("yes", in: column) {
            if let kind = column.kind { values[kind] = Fact.unreadable }
            if let kind = column.guardianKind { ofGuardians[kind] = Fact.unreadable }
        }
        if row.has(.under13), !row.says("no", in: .under13) { values[.under13] = "yes" }
        self.init(
            id: LearnerID(rawValue: key), line: row.line, values: values, isRemainder: true, ofGuardians: ofGuardians)
    }

    /// The row with what others of the same learner restrict: of each the strictest, and all that must not come.
    func restricted(by others: some Sequence<LearnerRow>) -> LearnerRow {
        var row = self
        for other in others {
            Self.restrict(&row.values, by: other.values)
            Self.restrict(&row.ofGuardians, by: other.ofGuardians)
            if let theirs = other.values[.avoid], !theirs.isEmpty {
                row.values[.avoid] = Self.union(row.values[.avoid] ?? "", theirs)
            }
            if other.unread.contains(.avoid) { row.unread.insert(.avoid) }
        }
        return row
    }

    private static func restrict(_ values: inout [Fact.Kind: String], by others: [Fact.Kind: String]) {
        for (kind, order) in strictest {
            guard let theirs = others[kind] else { continue }
            let ours = values[kind] ?? order.last ?? ""
            if (order.firstIndex(of: theirs) ?? 0) < (order.firstIndex(of: ours) ?? 0) { values[kind] = theirs }
        }
    }

    /// Two lists as one, without doubles.
    static func union(_ first: String, _ second: String) -> String {
        var parts = Fact.list(first)
        var known = Set(parts.map { $0.lowercased() })
        for part in Fact.list(second) where known.insert(part.lowercased()).inserted { parts.append(part) }
        return parts.joined(separator: ";")
    }

    /// The words of consent, the strictest first.
    static let consentWords = ["no", Fact.unreadable, "", "yes"]

    /// The values of what protects, the strictest first.
    private static let strictest: [Fact.Kind: [String]] = {
        var strictest: [Fact.Kind: [String]] = [.under13: ["yes", "", "no"]]
        for kind in [Fact.Kind.consent, .guardianConsent, .profiled, .mailed, .copied] {
            strictest[kind] = consentWords
        }
        return strictest
    }()
}
