import ScorerKit
import TextAnalysis

/// Which of a learner's topics an article speaks of, and in which words of its own.
enum TopicEvidence {
    /// The matches, the strongest topic first, at most three words of the article for each.
    static func matches(
        _ topics: [InterestProfile.Topic], source: MatchedTerm.Source, in batch: ItemBatch, item: Int
    ) -> [MatchedTerm] {
        let content = batch.items[item]
        // Field by field: a phrase does not run from one into the next.
        let fields = [content.title] + content.tags + [content.summary, content.text]
        let found = topics.compactMap { topic -> (strength: Double, term: MatchedTerm)? in
            guard batch.phrases.matches(of: Phrase(topic.phrase)).contains(item) else { return nil }
            let phrase = Phrase(topic.phrase)
            var words: [String] = []
            for word in fields.flatMap({ phrase.spellings(in: $0, language: content.language) })
            where !words.contains(word) { words.append(word) }
            let term = MatchedTerm(
                phrase: topic.phrase, words: Array(words.prefix(3)), source: topic.asked ? .asked : source,
                origin: topic.origin)
            return (topic.strength, term)
        }
        return found.sorted { ($1.strength, $0.term.phrase) < ($0.strength, $1.term.phrase) }.map { $0.term }
    }
}
