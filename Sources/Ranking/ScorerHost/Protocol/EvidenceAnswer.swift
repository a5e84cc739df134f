import Content
import Foundation
import ScorerKit

/// What a scorer says that its number rests on. It chooses the kind and points at things; what people read comes from
/// what is known here. So no text of a scorer's own ever reaches a list.
struct EvidenceAnswer: Decodable {
    struct Term: Decodable {
        var phrase: String
        var words: [String]?
    }

    var kind: String
    var terms: [Term]?
    var item: Int?
    var similarity: Double?
    var name: String?
    var value: Double?

    /// The most terms, and words of one, that are taken.
    private static let mostTerms = 16

    /// The evidence in our own words, for an item and a learner. `isTried`: a word that does not mean its topic is a fault.
    func evidence(
        for item: Int, learner: LearnerView, batch: ItemBatch, measures: [String], isTried: Bool = false
    ) throws(AnswerFault) -> Evidence {
        switch Evidence.Kind(rawValue: kind) {
        case .terms:
            var matched: [MatchedTerm] = []
            for term in (terms ?? []).prefix(Self.mostTerms) {
                matched.append(try match(term, learner: learner, item: item, batch: batch, isTried))
            }
            return .terms(matched)
        case .levels:
            guard let level = batch[item].level else {
                throw AnswerFault("gave levels as evidence for an article whose level is not known")
            }
            return .levels(item: level, learner: learner.profile.level)
        case .age: return .age(days: batch[item].ageInDays)
        case .nearness:
            guard let near = self.item, batch.indices.contains(near), let similarity, (0...1).contains(similarity),
                learner.profile.taught.contains(where: { $0.item == batch.items[near].id && $0.strength > 0 })
            else {
                throw AnswerFault("gave a nearness as evidence that does not name an article that the learner liked")
            }
            return .nearness(title: batch.items[near].title, similarity: similarity)
        case .measure:
            guard let name, measures.contains(name), let value, value.isFinite else {
                throw AnswerFault("gave a measure as evidence that its manifest does not name, or no number for it")
            }
            return .measure(name: name, value: value)
        default: throw AnswerFault("gave evidence of the unknown kind '\(AnswerFault.shown(kind, limit: 40))'")
        }
    }

    private func match(
        _ term: Term, learner: LearnerView, item: Int, batch: ItemBatch, _ isTried: Bool
    ) throws(AnswerFault) -> MatchedTerm {
        let profile = learner.profile
        let said: [(topics: [InterestProfile.Topic], source: MatchedTerm.Source)] = [
            (profile.wants, .interest), (profile.needs, .need), (profile.strengths, .strength),
        ]
        for (topics, source) in said {
            guard let topic = topics.first(where: { $0.phrase.lowercased() == term.phrase.lowercased() }) else {
                continue
            }
            var words = (term.words ?? []).prefix(Self.mostTerms).filter { !$0.isEmpty && $0.count <= 60 }
            let isMeant = { batch.topics.isWord($0, of: topic.phrase, languages: learner.languages, in: item) }
            let wrong = words.first { !isMeant($0) }
            words = words.filter(isMeant)
            if isTried, let wrong {
                throw AnswerFault(
                    "gave the word '\(AnswerFault.shown(wrong, limit: 40))' as evidence for '\(AnswerFault.shown(topic.phrase, limit: 40))', which it does not mean in that article; leave the words out, the core finds them"
                )
            }
            return MatchedTerm(
                phrase: topic.phrase, words: Array(words), source: topic.asked ? .asked : source, origin: topic.origin)
        }
        throw AnswerFault(
            "gave the phrase '\(AnswerFault.shown(term.phrase, limit: 40))' as evidence, which nobody said")
    }
}
