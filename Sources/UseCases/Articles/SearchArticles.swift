import Content
import Pipeline
import Store
import TextAnalysis

/// Looks for articles that a teacher may want to pin: those that have all of some words and phrases, in any of their forms.
public struct SearchArticles: UseCase {
    private let store: Store

    /// In a school's store.
    package init(_ open: SchoolAndStore) { store = open.store }

    /// What is looked for.
    public struct Request: Sendable {
        /// Words and phrases, all of which an article must have.
        public var words: [String]
        /// The levels as school grades: `3..6`, `3..`, `..6` or `4`; nil: all.
        public var levels: String?
        /// The language; nil: any.
        public var language: String?
        /// The most minutes; nil: any, and those that are not known.
        public var minutes: Int?
        /// A part of the feed's title; nil: any.
        public var feed: String?
        /// The most articles that are told.
        public var limit: Int

        /// Words within bounds.
        package init(
            words: [String], levels: String? = nil, language: String? = nil, minutes: Int? = nil, feed: String? = nil,
            limit: Int
        ) {
            (self.minutes, self.feed) = (minutes, feed)
            self.words = words
            self.levels = levels
            self.language = language
            self.limit = limit
        }
    }

    /// What was found.
    public struct Outcome: Sendable {
        /// The best articles, titles before texts, and how many there are in all.
        public var found: FoundItems
        /// What was looked for.
        public var words: [Verbatim]

        /// The best articles, best first.
        public var articles: [ContentItem] { found.items.map(\.item) }

        /// How many there are in all.
        public var total: Int { found.total }

        /// How many more there are than are told.
        public var more: Int { found.total - found.items.count }
    }

    /// Looks for them.
    public func run(_ request: Request, by actor: Actor, now: Timestamp) throws -> Outcome {
        let phrases = request.words.filter { !Words.split($0).isEmpty }
        guard !phrases.isEmpty else { throw ArticleRefusal.noWord }
        if let minutes = request.minutes, minutes < 1 { throw ArticleRefusal.notMinutes(minutes) }
        guard request.limit > 0 else { throw ArticleRefusal.limitTooSmall(request.limit) }
        let query = ItemQuery(
            phrases: phrases, levels: try request.levels.map { try LevelRange.of($0) },
            language: request.language?.lowercased(), minutes: request.minutes, feed: request.feed)
        return Outcome(
            found: try store.items.search(query, atMost: request.limit), words: request.words.map { Verbatim($0) })
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

    static func of(_ text: String) throws(ArticleRefusal) -> ClosedRange<Double> {
        let parts = parts(of: text)
        let low = parts.first.flatMap { $0.isEmpty ? all.lowerBound : Double($0) }
        let high = parts.last.flatMap { $0.isEmpty ? all.upperBound : Double($0) }
        guard parts.count <= 2, !text.isEmpty, text != "..", let low, let high, low <= high,
            all.contains(low), all.contains(high)
        else { throw .notLevels(Verbatim(text)) }
        return low...high
    }
}
