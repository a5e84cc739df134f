import Content
import JSON
import Pipeline
import Store
import UseCases

extension SearchArticles.Outcome: Told, ToldAsJSON {
    /// What was found as a table, and that there is more.
    public var lines: [String] {
        guard !found.items.isEmpty else {
            let words = words.map { $0.text }.joined(separator: " ")
            return ["No article has “\(TextTable.oneLine(words))” in it."]
        }
        var table = TextTable([
            .init("code"), .init("title", widest: 50), .init("min", isNumber: true), .init("level", isNumber: true),
            .init("language"), .init("feed", widest: 28), .init("date"),
        ])
        for (item, _) in found.items {
            table.add([
                "\(item.code)", item.title, item.knownMinutes.map { "\($0)" } ?? "–", LevelCell.text(item.level),
                item.language ?? "–", item.feedTitle, "\(item.published.utcDate)",
            ])
        }
        return table.lines + rest
    }

    private var rest: [String] { more > 0 ? ["… and \(more) more; --limit shows more of them."] : [] }

    /// That there is more.
    public var talkBesideJSON: [String] { rest }

    private struct Line: Encodable {
        let code: ItemCode
        let date: String
        let feed: String
        let inTitle: Bool
        let language: String?
        let level: Double?
        let minutes: Int?
        let title: String
        let url: String?
    }

    /// A line an article.
    public func jsonLines() throws -> [String] {
        try found.items.map { item, isInTitle in
            try JSONText.of(
                Line(
                    code: item.code, date: "\(item.published.utcDate)", feed: item.feedTitle, inTitle: isInTitle,
                    language: item.language, level: item.level, minutes: item.knownMinutes, title: item.title,
                    url: item.url))
        }
    }
}
