import ScorerKit

/// Which of a learner's topics an article is about, and in which words of its own.
struct TopicEvidence {
    let batch: ItemBatch
    /// The languages that the learner reads, their own first.
    let languages: [String]

    /// The matches, the strongest topic first, with a few words of the article for each.
    func matches(_ topics: [InterestProfile.Topic], source: MatchedTerm.Source, item: Int) -> [MatchedTerm] {
        let found = topics.compactMap { topic -> (strength: Double, term: MatchedTerm)? in
            guard let words = batch.topics.words(telling: topic.phrase, languages: languages, in: item) else {
                return nil
            }
            let term = MatchedTerm(
                phrase: topic.phrase, words: words, source: topic.asked ? .asked : source,
                origin: topic.origin)
            return (topic.strength, term)
        }
        return found.sorted { ($1.strength, $0.term.phrase) < ($0.strength, $1.term.phrase) }.map { $0.term }
    }
}
