import Content
import Pipeline

/// A refusal in words: what is so, and what to do.
public protocol Worded: Error {
    /// The sentence.
    var words: String { get }
    /// What is wrong in each place, told in place of the sentence; empty: the sentence says all.
    var findings: [Finding] { get }
}

extension Worded {
    /// The sentence says all.
    public var findings: [Finding] { [] }
}

/// The words of errors.
public enum ErrorWords {
    /// An error in the words of whoever asked; of a refusal on one line, or one a finding, without secrets of addresses.
    public static func of(_ error: any Error) -> String {
        guard let refusal = error as? any Worded else { return "\(error)" }
        let findings = refusal.findings
        return findings.isEmpty
            ? ShownAddress.text(refusal.words.onOneLine) : SetupError(findings: findings).description
    }
}
