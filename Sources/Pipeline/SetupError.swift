import Content

/// The working folder cannot be used as it is: what is wrong in it, and what to do.
public struct SetupError: Error, Hashable, Sendable, CustomStringConvertible {
    /// Everything that is wrong.
    public var findings: [Finding]

    /// An error of several findings.
    package init(findings: [Finding]) { self.findings = findings }

    /// An error of one finding.
    package init(at place: String, _ problem: String, remedy: String) {
        findings = [Finding(.error, at: place, problem, remedy: remedy)]
    }

    /// One line a finding.
    public var description: String { findings.map { $0.description }.joined(separator: "\n") }
}
