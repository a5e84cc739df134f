import ScorerKit
import TextAnalysis

/// Which of a learner's topics an article speaks of, and in which words of its own.
enum TopicEvidence {
    /// The matches, the strongest topic first, at most three words of the article for each.
    static func matches(
        _ topics: [InterestProfile.Topic], source: MatchedTerm.Source, in batch: ItemBatch, item: Int
    ) -> [MatchedTerm] {
        let found = topics.compactMap { topic -> (strength: Double, term: MatchedTerm)? in
            let phrase = Phrase(topic.phrase)
            guard batch.phrases.matches(of: phrase).contains(item) else { return nil }
            let words = batch.phrases.spellings(of: phrase, in: item)
            let term = MatchedTerm(
                phrase: topic.phrase, words: Array(words.prefix(3)), source: topic.asked ? .asked : source,
                origin: topic.origin)
            return (topic.strength, term)
        }
        return found.sorted { ($1.strength, $0.term.phrase) < ($0.strength, $1.term.phrase) }.map { $0.term }
    }

    /// From this nearness on a meaning is told as a reason: chance hardly ever comes so near.
    static let telling: Float = 0.35

    /// The topic that an article is about in other words, with those of its words that bring it nearest; nil where none is
    /// near enough to be told.
    static func meant(
        _ topics: [InterestProfile.Topic], in batch: ItemBatch, item: Int
    ) -> (term: MatchedTerm, nearness: Float)? {
        guard let places = batch.text.places else { return nil }
        var best: (topic: InterestProfile.Topic, direction: [Float], nearness: Float)?
        for topic in topics {
            guard let direction = batch.phrases.meaning(of: Phrase(topic.phrase)) else { continue }
            let nearness = places.nearness(of: item, to: direction)
            if nearness >= telling, nearness > best?.nearness ?? 0 { best = (topic, direction, nearness) }
        }
        guard let best else { return nil }
        let words = batch.text.tellingWords(of: item, towards: best.direction, count: 3)
        guard !words.isEmpty else { return nil }
        let source: MatchedTerm.Source = best.topic.asked ? .asked : .interest
        return (
            MatchedTerm(phrase: best.topic.phrase, words: words, source: source, origin: best.topic.origin),
            best.nearness
        )
    }
}
