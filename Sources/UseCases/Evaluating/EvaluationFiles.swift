import Content
import Evaluation
import Pipeline
import TextAnalysis

/// Reads items and slates of JSON Lines.
enum EvaluationFiles {
    private static let help = JSONLinesRefusal.Help.evaluation

    private struct Item: Decodable {
        var id: String
        var title: String?
        var text: String?
        var tags: [String]?
        var language: String?
        var published: String?
    }

    /// The items of a file: `id`, `title`, `text`, and where they are known `tags`, `language` and `published`.
    static func items(path: String) throws -> [ContentItem] {
        var seen: Set<String> = []
        return try JSONLinesFile.values(Item.self, path: path, help: help).map { number, item in
            guard seen.insert(item.id).inserted else {
                throw ScorerRefusal.itemTwice(file: Verbatim(path), line: number, item: Verbatim(item.id))
            }
            let date = item.published.flatMap { Timestamp(iso: $0) } ?? Timestamp(seconds: 0)
            let text = item.text ?? ""
            let title = item.title ?? ""
            return ContentItem(
                id: ItemID(rawValue: item.id), code: ItemCode(rawValue: item.id), version: Int64(number), feed: path,
                feedTitle: path, url: nil, title: title, summary: "", text: text, tags: item.tags ?? [],
                language: item.language ?? LanguageDetector.language(of: title + "\n" + text), published: date,
                firstSeen: date, words: Words.count(text), minutes: 1, level: nil)
        }
    }

    /// The slates of a file: `learner`, `history`, `interests`, `candidates`, `relevant`.
    static func slates(path: String) throws -> [Slate] {
        try JSONLinesFile.values(Slate.self, path: path, help: help).map { $0.value }
    }
}
