import ScorerKit
import TextAnalysis

/// Which of a learner's topics an article speaks of, and in which words of its own.
enum TopicEvidence {
    /// The matches as evidence; nil for an article without text.
    static func of(
        _ topics: [InterestProfile.Topic], source: MatchedTerm.Source, in batch: ItemBatch, item: Int
    ) -> Evidence? {
        batch.text.vectors[item].isEmpty ? nil : .terms(matches(topics, source: source, in: batch, item: item))
    }

    /// The matches, the strongest topic first, at most three words of the article for each.
    static func matches(
        _ topics: [InterestProfile.Topic], source: MatchedTerm.Source, in batch: ItemBatch, item: Int
    ) -> [MatchedTerm] {
        let content = batch.items[item]
        let text = ([content.title] + content.tags + [content.summary, content.text]).joined(separator: " . ")
        let found = topics.compactMap { topic -> (strength: Double, term: MatchedTerm)? in
            guard batch.phrases.matches(of: Phrase(topic.phrase)).contains(item) else { return nil }
            let words = Phrase(topic.phrase).spellings(in: text, language: content.language)
            let term = MatchedTerm(
                phrase: topic.phrase, words: Array(words.prefix(3)), source: topic.asked ? .asked : source,
                origin: topic.origin)
            return (topic.strength, term)
        }
        return found.sorted { ($1.strength, $0.term.phrase) < ($0.strength, $1.term.phrase) }.map { $0.term }
    }
}
