import Content
import JSON
import Pipeline
import UseCases

extension CheckFolder.Outcome: Told, ToldAsJSON {
    /// What is in order, a line each.
    public var lines: [String] { parts.map { "ok  \($0.words)" } }

    /// What was found.
    public var findings: [Finding] { notes.map { $0.finding } }

    /// They are what was asked for.
    public var endsWithFindings: Bool { true }

    /// They stand in the lines of JSON.
    public var jsonHoldsFindings: Bool { true }

    /// 2: the folder cannot be used.
    public var status: Int32 { isUsable ? 0 : 2 }

    /// What programs read: what is in order, then the findings.
    public func jsonLines() throws -> [String] {
        try parts.map { try JSONText.of(Line(ok: $0.words)) }
            + notes.map { try JSONText.of(Line(finding: $0.finding)) }
    }

    private struct Line: Encodable {
        var ok: String?
        var finding: Finding?
    }
}

extension CheckFolder.Part {
    fileprivate var words: String {
        switch self {
        case .configuration(let name, let scorers): "\(name), templates, reasons, \(scorers) scorers"
        case .feedList(let feeds): "feed list: \(feeds) feeds ('gleaner feeds check' reads them)"
        case .store(let name): name.text
        case .roster(let name, let rows): "Config/\(name): \(rows) rows"
        }
    }
}

extension CheckFolder.Note {
    fileprivate var finding: Finding {
        switch self {
        case .finding(let finding): finding
        case .secretsUnusable(let file, let problem):
            Finding(
                .error, at: .part(file.text), "\(problem); the feeds that need it cannot be read.",
                remedy: "Give it to its owner alone.")
        case .shippedWords(let file, let names):
            Finding(
                .note, at: .file(file.text),
                "it does not have \(Self.some(names)): the program's own wording is used.",
                remedy: "Write it there where it is to be worded otherwise.")
        case .unreviewedFeeds(let count, let grade):
            Finding(
                .note, at: "feed list",
                "\(Counted.of(count, "feed")) without an audience: learners below grade \(grade) get nothing of them without a teacher's approval."
            )
        case .noLawfulBasis:
            Finding(
                .note, at: "school",
                "no lawful basis is named: lists are made for all but learners who said no, and whose guardian said no to being profiled.",
                remedy: "Name it: 'school: {lawful-basis: …}'; docs/schools.md tells what each means.")
        case .storeUnusable(let file, let error): Finding(.error, at: file.text, ErrorWords.of(error))
        case .noRoster(let name): Finding(.note, at: "Config/\(name)", "the file is not there.")
        case .unreadableRoster(let name, let problem):
            Finding(.error, at: "Config/\(name)", "\(problem).", remedy: "Put a file in its place.")
        }
    }

    /// The first of some names.
    private static func some(_ names: [Verbatim]) -> String {
        let rest = names.count - 12
        return Listing.of(names.prefix(12)) + (rest > 0 ? " and \(rest) more" : "")
    }
}
