import Content
import Pipeline
import Reports
import Store

/// The school's own articles in words and in JSON.
public enum OwnItemTold {
    static func added(_ item: ContentItem, _ feed: Feed, isNew: Bool, hasText: Bool) -> [String] {
        var parts = [
            hasText ? "\(item.minutes) min" : "no text, counted as \(item.minutes) min",
            "level \(LevelCell.text(item.level))", item.language ?? "no language",
            "for grade \(GradeRange(feed.audience ?? 0, to: feed.audienceTo))",
        ]
        if feed.evergreen == true { parts.append("evergreen") }
        let verb = isNew ? "added" : "there, as you say it now"
        return ["“\(item.title)” (\(item.code)) is \(verb): \(parts.joined(separator: ", "))."]
    }

    /// A table for people.
    public static func lines(_ own: [OwnItemRepository.Own]) -> [String] {
        guard !own.isEmpty else { return ["The school has no articles of its own; 'gleaner items add' adds one."] }
        var table = TextTable([
            .init("code"), .init("title", widest: 50), .init("min", isNumber: true), .init("level", isNumber: true),
            .init("language"), .init("from grade", isNumber: true), .init("age"), .init("address", widest: 50),
        ])
        for own in own {
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

    /// A line of JSON each.
    public static func jsonLines(_ own: [OwnItemRepository.Own]) throws -> [String] {
        try own.map { own in
            try StableJSON.text(
                Line(
                    address: own.item.url, audience: own.feed.audience ?? 0, code: own.item.code,
                    date: "\(own.item.published.utcDate)", evergreen: own.feed.evergreen == true,
                    language: own.item.language, level: own.item.level, minutes: own.item.minutes,
                    title: own.item.title))
        }
    }
}
