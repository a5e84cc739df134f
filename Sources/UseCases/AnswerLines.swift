import Content
import Pipeline

/// What `gleaner check --json` prints: a line for all that is in order, then one a finding.
public struct CheckLines {
    /// One line.
    private struct Line: Encodable {
        var ok: String?
        var finding: Finding?
    }

    /// The lines of a check.
    public static func of(_ check: FolderCheck) throws -> [String] {
        let good = check.lines.map { Line(ok: $0.hasPrefix("ok  ") ? String($0.dropFirst(4)) : $0) }
        return try (good + check.findings.map { Line(finding: $0) }).map { try StableJSON.text($0) }
    }
}

/// What `gleaner feeds check --json` prints: a line a feed, with its findings; those about the list itself come first.
public struct FeedCheckLines {
    private struct Line: Encodable {
        var address: String?
        var title: String?
        /// How many articles; nil where it could not be read.
        var articles: Int?
        var isRead: Bool?
        var findings: [Finding]
    }

    /// The line of a list's findings; nil where there are none.
    public static func of(list findings: [Finding]) throws -> String? {
        findings.isEmpty ? nil : try StableJSON.text(Line(findings: findings))
    }

    /// The line of a feed.
    public static func of(_ check: FeedDesk.Check) throws -> String {
        try StableJSON.text(
            Line(
                address: check.address, title: check.result?.title, articles: check.result?.entries,
                isRead: check.result != nil, findings: check.findings))
    }
}
