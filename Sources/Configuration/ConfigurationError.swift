import Content

/// A configuration that cannot be used, with everything that is wrong with it: nobody should have to mend a file one
/// error at a time.
public struct ConfigurationError: Error, Equatable, Sendable {
    /// What is wrong, in the order of the file; never empty. Places are `FILE:LINE:COLUMN`, counted from 1.
    public let findings: [Finding]

    /// An error with its findings.
    package init(findings: [Finding]) { self.findings = findings }

    /// An error with one finding.
    init(_ finding: Finding) { self.init(findings: [finding]) }
}

extension ConfigurationError: CustomStringConvertible {
    /// One line a finding.
    public var description: String { findings.map(\.description).joined(separator: "\n") }
}
