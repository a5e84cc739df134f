import Content

/// Findings of one kind about many rows of a file, told as one: a roster of a district may have the same fault a thousand times.
enum AlikeFindings {
    /// From how many on they are told as one.
    static let fewest = 6
    /// How many lines of the file are named then.
    static let namedLines = 12

    /// The findings with those that are alike told once, by the first of them, with the number and the lines of the others. `remedy`: how
    /// to see them all.
    static func grouped(_ findings: [Finding], remedy: String) -> [Finding] {
        var groups: [Kind: [Int]] = [:]
        for (number, finding) in findings.enumerated() {
            if let kind = Kind(finding) { groups[kind, default: []].append(number) }
        }
        var told: [Int: Finding] = [:]
        var silent: Set<Int> = []
        for numbers in groups.values where numbers.count >= fewest {
            guard let first = numbers.first else { continue }
            silent.formUnion(numbers)
            told[first] = one(numbers.map { findings[$0] }, remedy: remedy)
        }
        return findings.indices.compactMap { told[$0] ?? (silent.contains($0) ? nil : findings[$0]) }
    }

    private static func one(_ alike: [Finding], remedy: String) -> Finding {
        let first = alike[0]
        let lines = alike.compactMap { line(of: $0) }
        let more = lines.count > namedLines ? " and \(lines.count - namedLines) more" : ""
        let named = lines.prefix(namedLines).map { "\($0)" }.joined(separator: ", ")
        let does = first.remedy.isEmpty ? remedy : "\(first.remedy) \(remedy)"
        return Finding(
            first.severity, at: first.site, "\(first.problem) So in \(alike.count) places: lines \(named)\(more).",
            remedy: does)
    }

    private static func line(of finding: Finding) -> Int? {
        if case .file(_, let line?, _) = finding.site { return line }
        return nil
    }

    /// What findings that are alike have in common: all but what they quote and count.
    private struct Kind: Hashable {
        var severity: Finding.Severity
        var file: String
        var column: Int?
        var shape: String

        /// The kind of a finding about a line of a file; nil for another.
        init?(_ finding: Finding) {
            guard case .file(let file, .some, let column) = finding.site else { return nil }
            (severity, self.file, self.column) = (finding.severity, file, column)
            var isQuoted = false
            shape = String(
                finding.problem.filter { character in
                    if character == "'" { isQuoted.toggle() }
                    return !isQuoted && !character.isNumber
                })
        }
    }
}
