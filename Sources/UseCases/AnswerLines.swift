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
