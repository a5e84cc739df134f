import Content
import JSON
import Pipeline
import UseCases

extension CheckFeeds.Outcome {
    /// What is told one after the other: the lists, then a feed each. `strict`: whether a feed that could not be read, or an error in
    /// what was, is told by the exit status.
    public func parts(strict: Bool) -> [CheckedPart] {
        (findings.isEmpty ? [] : [.lists(findings, strict: strict)]) + feeds.map { .feed($0, strict: strict) }
    }
}

/// What checking feeds told: of the lists that name them, or of one.
public enum CheckedPart {
    /// What could not be followed in the lists.
    case lists([Finding], strict: Bool)
    /// What came of a feed.
    case feed(CheckFeeds.Check, strict: Bool)
}

extension CheckedPart: Told, ToldAsJSON {
    /// Whether a feed could be read.
    public var lines: [String] {
        guard case .feed(let check, _) = self else { return [] }
        let place = TextTable.oneLine(check.address.text)
        guard case .success(let articles) = check.articles else { return ["NOT READABLE  \(place)"] }
        let title = TextTable.oneLine(check.title.text)
        return ["ok            \(place)  “\(title)”, \(Counted.of(articles, "article"))"]
    }

    /// What is wrong or was repaired.
    public var findings: [Finding] {
        switch self {
        case .lists(let findings, _): return findings
        case .feed(let check, _):
            guard case .failure(let problem) = check.articles else { return check.findings }
            return (problem.finding(at: check.address).map { [$0] } ?? []) + check.findings
        }
    }

    /// The findings stand in the lines.
    public var jsonHoldsFindings: Bool { true }

    /// 1 where something is wrong that should be told so.
    public var status: Int32 {
        let isWrong = findings.contains { $0.severity == .error }
        switch self {
        case .lists(_, let strict): return strict && isWrong ? 1 : 0
        case .feed(let check, let strict): return strict && (isWrong || !check.isRead) ? 1 : 0
        }
    }

    private struct Line: Encodable {
        var address: Verbatim?
        /// How many articles; nil where it could not be read.
        var articles: Int?
        var findings: [Finding]
        var isRead: Bool?
        var title: Verbatim?
    }

    /// One line, with its findings.
    public func jsonLines() throws -> [String] {
        guard case .feed(let check, _) = self else { return [try JSONText.of(Line(findings: findings))] }
        return [
            try JSONText.of(
                Line(
                    address: check.address, articles: try? check.articles.get(), findings: findings,
                    isRead: check.isRead, title: check.isRead ? check.title : nil))
        ]
    }
}

extension CheckFeeds.Check {
    fileprivate var isRead: Bool { (try? articles.get()) != nil }
}
