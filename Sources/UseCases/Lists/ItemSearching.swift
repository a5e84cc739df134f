import Content
import Pipeline
import Reports
import Store
import TextAnalysis

/// Looks for articles that a teacher may want to pin.
public struct ItemSearching: Sendable {
    let store: Store

    /// A search in a store.
    public init(store: Store) { self.store = store }

    /// What was found.
    public struct Answer: Sendable {
        let found: FoundItems
        let words: String

        /// How many more there are than are told.
        var more: Int { found.total - found.items.count }
    }

    /// The articles that have all of some words and phrases, best first. `levels`: `3..6`, `3..`, `..6` or `4`.
    public func search(
        _ words: [String], levels: String?, language: String?, limit: Int
    ) throws -> Answer {
        let phrases = words.filter { !Words.split($0).isEmpty }
        guard !phrases.isEmpty else { throw RequestError("there is no word in it. Give a word or more to look for.") }
        guard limit > 0 else { throw RequestError("--limit \(limit) is too small; give a number from 1.") }
        let query = ItemQuery(
            phrases: phrases, levels: try levels.map { try LevelRange.of($0) }, language: language?.lowercased())
        return Answer(found: try store.items.search(query, atMost: limit), words: words.joined(separator: " "))
    }
}

/// A range of reading levels as somebody types it.
enum LevelRange {
    /// The levels that there are, as school grades.
    private static let all = 0.0...16.0

    /// What stands before and after the two dots.
    private static func parts(of text: String) -> [String] {
        guard let dots = text.firstRange(of: "..") else { return [text] }
        return [String(text[..<dots.lowerBound]), String(text[dots.upperBound...])]
    }

    static func of(_ text: String) throws(RequestError) -> ClosedRange<Double> {
        let parts = parts(of: text)
        let low = parts.first.flatMap { $0.isEmpty ? all.lowerBound : Double($0) }
        let high = parts.last.flatMap { $0.isEmpty ? all.upperBound : Double($0) }
        guard parts.count <= 2, !text.isEmpty, text != "..", let low, let high, low <= high,
            all.contains(low), all.contains(high)
        else { throw RequestError("--level '\(text)' is no range of levels; give for example 3..6, from 0 to 16.") }
        return low...high
    }
}

extension ItemSearching.Answer {
    /// A table for people.
    public var lines: [String] {
        guard !found.items.isEmpty else { return ["No article has “\(TextTable.oneLine(words))” in it."] }
        var table = TextTable([
            .init("code"), .init("title", widest: 50), .init("min", isNumber: true), .init("level", isNumber: true),
            .init("language"), .init("feed", widest: 28), .init("date"),
        ])
        for (item, _) in found.items {
            table.add([
                "\(item.code)", item.title, item.knownMinutes.map { "\($0)" } ?? "–", LevelCell.text(item.level),
                item.language ?? "–",
                item.feedTitle, "\(item.published.utcDate)",
            ])
        }
        return table.lines + rest
    }

    /// That there are more.
    public var rest: [String] { more > 0 ? ["… and \(more) more; --limit shows more of them."] : [] }

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

    /// A line of JSON each.
    public func jsonLines() throws -> [String] {
        try found.items.map { item, isInTitle in
            try StableJSON.text(
                Line(
                    code: item.code, date: "\(item.published.utcDate)", feed: item.feedTitle, inTitle: isInTitle,
                    language: item.language, level: item.level, minutes: item.knownMinutes, title: item.title,
                    url: item.url))
        }
    }
}
