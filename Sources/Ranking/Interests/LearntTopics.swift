import Content
import ScorerKit

/// Topics that a learner never named and likes: of the articles about one they wanted more far more often than of others.
///
/// They order articles and nothing else: no reason says that somebody likes what they never said.
struct LearntTopics {
    /// The articles of which anything was heard, with whether more of their kind was wanted.
    private let heard: [(item: Int, isLiked: Bool)]
    private let batch: ItemBatch

    /// So many articles of the usual share stand before any answer: one alone proves little.
    static let usual = 2.0
    /// A weaker liking than this is chance.
    static let least = 0.15

    init(facts: [Fact], given: GivenItems, batch: ItemBatch) {
        var liked: [ItemID: Bool] = [:]
        for fact in facts where fact.origin != .roster {
            guard let item = fact.item else { continue }
            switch fact.kind {
            case .more, .liked: liked[item] = true
            case .less, .never, .disliked: liked[item] = false
            default: liked[item] = liked[item] ?? false
            }
        }
        // Silence about an article of a list that was answered says that nothing more was wanted.
        let answered = Set(liked.keys.compactMap { given.items[$0] })
        for (item, edition) in given.items where liked[item] == nil && answered.contains(edition) {
            liked[item] = false
        }
        heard = liked.sorted { $0.key < $1.key }.compactMap { id, isLiked in
            batch.index(of: id).map { ($0, isLiked) }
        }
        self.batch = batch
    }

    /// The topics with how strongly, 0…1, by phrase.
    func topics(beside said: Set<String>) -> [InterestProfile.Topic] {
        let likes = heard.count { $0.isLiked }
        guard likes > 0 else { return [] }
        let usual = Double(likes) / Double(heard.count)
        var counts: [String: (liked: Int, all: Int)] = [:]
        for (item, isLiked) in heard {
            for subject in batch.topics.subjects(of: item) {
                counts[subject, default: (0, 0)].all += 1
                if isLiked { counts[subject, default: (0, 0)].liked += 1 }
            }
        }
        return counts.sorted { $0.key < $1.key }.compactMap { subject, count in
            guard count.liked > 0, !said.contains(subject) else { return nil }
            let share = (Double(count.liked) + Self.usual * usual) / (Double(count.all) + Self.usual)
            let strength = (share - usual) / max(0.2, 1 - usual)
            guard strength >= Self.least else { return nil }
            return InterestProfile.Topic(
                phrase: subject, strength: min(1, strength), origin: .learner, asked: false, at: batch.now)
        }
    }
}
