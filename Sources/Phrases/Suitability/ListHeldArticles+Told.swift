import Content
import JSON
import Pipeline
import UseCases

extension ListHeldArticles.Outcome: Told, ToldAsJSON {
    /// Each article with what holds it.
    public var lines: [String] {
        guard !articles.isEmpty else { return ["No word or topic holds an article from class \(schoolClass)."] }
        return articles.flatMap { held in
            ["\(held.article.code)  \(held.article.title) (\(held.feed))"] + held.reasons.map { "  " + $0 }
        }
    }

    private struct Line: Encodable {
        let article: ItemCode
        let feed: Verbatim
        let feedAddress: Verbatim
        let heldBelow: Int
        let learners: Int
        let title: Verbatim
        let topic: Verbatim?
        let url: Verbatim?
        let words: [Word]
    }

    private struct Word: Encodable {
        let heldBelow: Int
        let sentence: Verbatim
        let words: Verbatim
    }

    /// A line an article.
    public func jsonLines() throws -> [String] {
        try articles.map { held in
            try JSONText.of(
                Line(
                    article: held.article.code, feed: held.feed, feedAddress: held.feedAddress,
                    heldBelow: held.heldBelow, learners: held.learners, title: held.article.title, topic: held.topic,
                    url: held.url,
                    words: held.words.map { .init(heldBelow: $0.below, sentence: $0.sentence, words: $0.words) }))
        }
    }
}

extension ListHeldArticles.Held {
    /// The longest sentence that is shown whole, in characters.
    private static let longestSentence = 160

    /// From whom it is held, and each word with its sentence.
    fileprivate var reasons: [String] {
        let whom = "waits \(HeldGrade.words(heldBelow)), for \(Counted.of(learners, "learner")) of the class"
        let about = topic.map { ["about '\($0)'"] } ?? []
        return [whom] + about
            + words.map { place in
                let sentence = place.sentence.text
                let isLong = sentence.count > Self.longestSentence
                let shown = isLong ? "\(sentence.prefix(Self.longestSentence))…" : sentence
                return "'\(place.words)'" + (shown.isEmpty ? "" : ": \(shown)")
            }
    }
}
