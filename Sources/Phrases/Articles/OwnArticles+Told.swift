import Content
import JSON
import Pipeline
import Store
import UseCases

extension AddOwnArticle.Outcome: Told {
    /// What is there now.
    public var lines: [String] {
        var parts = [
            hasText ? "\(article.minutes) min" : "no text, counted as \(article.minutes) min",
            "level \(LevelCell.text(article.level))", article.language ?? "no language",
            "for grade \(GradeRange(feed.audience ?? 0, to: feed.audienceTo))",
        ]
        if feed.evergreen == true { parts.append("evergreen") }
        let verb = isNew ? "added" : "there, as you say it now"
        let lines = ["“\(article.title)” (\(article.code)) is \(verb): \(Listing.of(parts))."]
        return isUnread ? lines + ["Its page could not be read, so it is told by its title alone."] : lines
    }
}

extension RemoveOwnArticle.Outcome: Told {
    /// That it is taken away.
    public var lines: [String] {
        ["“\(article.title)” (\(article.code)) is taken away: no list made from now on has it."]
    }
}

extension ListOwnArticles.Outcome: Told, ToldAsJSON {
    /// The articles as a table.
    public var lines: [String] {
        guard !articles.isEmpty else { return ["The school has no articles of its own; 'gleaner items add' adds one."] }
        var table = TextTable([
            .init("code"), .init("title", widest: 50), .init("min", isNumber: true), .init("level", isNumber: true),
            .init("language"), .init("from grade", isNumber: true), .init("age"), .init("address", widest: 50),
        ])
        for own in articles {
            table.add([
                "\(own.item.code)", own.item.title, "\(own.item.minutes)", LevelCell.text(own.item.level),
                own.item.language ?? "–", "\(GradeRange(own.feed.audience ?? 0, to: own.feed.audienceTo))",
                own.feed.evergreen == true ? "evergreen" : "\(own.item.published.utcDate)", own.item.url ?? "",
            ])
        }
        return table.lines
    }

    private struct Line: Encodable {
        let address: String?
        let audience: Int
        let code: ItemCode
        let date: String
        let evergreen: Bool
        let language: String?
        let level: Double?
        let minutes: Int
        let title: String
    }

    /// A line an article.
    public func jsonLines() throws -> [String] {
        try articles.map { own in
            try JSONText.of(
                Line(
                    address: own.item.url, audience: own.feed.audience ?? 0, code: own.item.code,
                    date: "\(own.item.published.utcDate)", evergreen: own.feed.evergreen == true,
                    language: own.item.language, level: own.item.level, minutes: own.item.minutes,
                    title: own.item.title))
        }
    }
}
