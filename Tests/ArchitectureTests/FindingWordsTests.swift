import Testing

/// The words of findings stand in one place a module: where something is seen it is only named, `findings.append(.feedLeftTheList(address))`;
/// how bad it is, what is so and what to do is said in a file whose name ends in `Findings.swift`.
@Suite struct FindingWordsTests {
    /// Folders whose files may make findings.
    static let free = [
        // What a finding is, and the one that every unread row becomes.
        "Sources/Content/",
        // Not gathered yet.
        "Sources/Pipeline/", "Sources/UseCases/", "Sources/Phrases/",
    ]

    /// Files that may make findings, each for a reason.
    static let exceptions: Set<String> = [
        // It gives back findings that were written down, with the words that they had then.
        "Sources/Store/RunRepository.swift"
    ]

    @Test func findingsAreWordedInFilesOfFindings() {
        var worded = 0
        for (path, text) in SourceTree.files(below: "Sources") + SourceTree.files(below: "Plugins") {
            let lines = Self.lines(thatMakeFindingsIn: text)
            if path.hasSuffix("Findings.swift") {
                worded += lines.count
            } else if !Self.exceptions.contains(path), !Self.free.contains(where: { path.hasPrefix($0) }) {
                for line in lines {
                    Issue.record(
                        "\(path):\(line) words a finding: say it in the module's file of findings, and name it here")
                }
            }
        }
        #expect(worded > 80)
    }

    @Test func noExceptionOutlivesItsReason() {
        for (path, text) in SourceTree.files(below: "Sources") where Self.exceptions.contains(path) {
            #expect(!Self.lines(thatMakeFindingsIn: text).isEmpty, "\(path) makes no finding any more")
        }
        #expect(Self.exceptions.isSubset(of: SourceTree.files(below: "Sources").map { $0.path }))
    }

    @Test func everyWayToMakeAFindingIsSeen() {
        let ways = [
            "return Finding(.error, at: place, problem)", "found = [Finding(",
            "Content.Finding(severity, at: place, problem)",
            "let finding: Finding = .init(.note, at: place, problem)", "error.finding(at: .learner(id), so)",
        ]
        for way in ways { #expect(Self.lines(thatMakeFindingsIn: way) == [1], "\(way) is not seen") }
        let others = [
            "findings.append(.feedLeftTheList(address))", "var findings = [Finding]()",
            "/// As `Finding(.note, …)` does.",
            "let topic = TopicFinding(family)", "try store.runs.findings(of: run)",
        ]
        for other in others { #expect(Self.lines(thatMakeFindingsIn: other).isEmpty, "\(other) makes none") }
    }

    /// The lines, from 1, on which a source makes a finding of words.
    private static func lines(thatMakeFindingsIn text: String) -> [Int] {
        text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().compactMap { number, line in
            let code = line.drop { $0 == " " }
            return !code.hasPrefix("//") && makesFinding(code) ? number + 1 : nil
        }
    }

    private static func makesFinding(_ code: Substring) -> Bool {
        let others = [".init(.note, at:", ".init(.warning, at:", ".init(.error, at:", ".finding(at:"]
        if others.contains(where: { code.contains($0) }) { return true }
        return code.ranges(of: "Finding(").contains { range in
            guard range.lowerBound > code.startIndex else { return true }
            let before = code[code.index(before: range.lowerBound)]
            return !before.isLetter && !before.isNumber && before != "_"
        }
    }
}
