import ScorerKit
import TextAnalysis

/// What some topics and articles draw towards them, or push away: for each item a number that grows with its likeness to
/// them, about −1…1, 0 for an item that is like any other.
///
/// It has two parts. *Words*: the cosine between what was said and what an article says (TF-IDF), topics matched as whole
/// words and phrases, by the other words for them too, and in every language that the school has words of. *Meaning*: nearness in the space that the archive's own texts make, which finds the same thing in
/// other words; it counts as far as that space can be trusted. Beside the mean of all, the nearest few count on their own,
/// so that two small interests far apart do not average into neither.
struct InterestPull {
    /// A topic with what it counts.
    struct Topic {
        var phrase: String
        var weight: Float
    }

    /// An article with what it counts.
    struct Liked {
        var item: Int
        var weight: Float
    }

    /// How much each part counts.
    struct Parts {
        var words: Float
        var meaning: Float
        /// What all topics together count beside articles: as much as so many articles.
        var topics: Float
        /// What likeness to the nearest few counts beside likeness to the mean.
        var nearest: Float
    }

    /// Of so many articles, the strongest, nearness to each alone is looked at.
    static let mostAlone = 32

    let topics: [Topic]
    /// The languages that the learner reads, their own first: what they say is said in it.
    let languages: [String]
    let liked: [Liked]
    let parts: Parts
    let batch: ItemBatch

    var isEmpty: Bool { topics.isEmpty && liked.isEmpty }

    /// The pull on each item.
    func row() -> [Float] {
        var row = [Float](repeating: 0, count: batch.count)
        guard !isEmpty else { return row }
        let heard = Voices(
            articles: liked.reduce(Float(0)) { $0 + $1.weight }, topics: topicWeights.reduce(0, +))
        addWords(to: &row, heard)
        addMeaning(to: &row, heard)
        return row
    }

    /// How much is heard from articles and from topics.
    private struct Voices {
        var articles: Float
        var topics: Float

        /// The articles' share of both, 0…1.
        var ofArticles: Float { articles / (articles + topics) }
        /// The topics' share of both, 0…1.
        var ofTopics: Float { topics / (articles + topics) }
    }

    /// The weight of each topic beside articles: together as much as a few articles, a louder one more.
    private var topicWeights: [Float] {
        let voices = topics.reduce(Float(0)) { $0 + min(1, $1.weight) }
        return topics.map { parts.topics * $0.weight / max(1, voices) }
    }

    private func addWords(to row: inout [Float], _ heard: Voices) {
        if !liked.isEmpty {
            let likeness = batch.text.likeness(to: liked.map { ($0.item, $0.weight) })
            for item in row.indices { row[item] += parts.words * heard.ofArticles * likeness[item] }
        }
        // The topics span the space: an item's part along a topic is (1 + ln count)·rarity, over the length of all its words.
        let found = topics.map { (batch.topics.matches(of: $0.phrase, languages: languages), $0.weight) }
        let length = found.reduce(Float(0)) { $0 + $1.1 * $1.1 * $1.0.rarity * $1.0.rarity }.squareRoot()
        guard length > 0 else { return }
        for (matches, weight) in found {
            let share = parts.words * heard.ofTopics * weight * matches.rarity / length
            for (item, count) in zip(matches.items, matches.counts) {
                let frequency = (1 + Float(StableMath.log(Double(count)))) * matches.rarity
                row[item] += share * frequency / batch.text.norms[item]
            }
        }
    }

    /// A topic or an article with the place it has in the space, what it counts, and how near every item is to it.
    private struct Voice {
        var direction: [Float]
        var weight: Float
        var nearness: [Float]
    }

    private func addMeaning(to row: inout [Float], _ heard: Voices) {
        guard let places = batch.text.places, parts.meaning > 0 else { return }
        let said = zip(topics, topicWeights).compactMap { topic, weight -> Voice? in
            guard let direction = batch.topics.meaning(of: topic.phrase, languages: languages),
                let nearness = batch.topics.nearness(to: topic.phrase, languages: languages)
            else { return nil }
            return Voice(direction: direction, weight: weight, nearness: nearness)
        }
        // The strongest first, in the profile's order where they are equal.
        let strongest = liked.enumerated()
            .sorted { ($1.element.weight, $0.offset) < ($0.element.weight, $1.offset) }.prefix(Self.mostAlone)
        let articles = strongest.compactMap { _, liked in
            batch.phrases.nearness(to: liked.item).map {
                Voice(direction: places.place(of: liked.item), weight: liked.weight, nearness: $0)
            }
        }
        let share = parts.meaning * places.space.trust
        addMean(of: articles + said, places, share: share, to: &row)
        let nearest = share * parts.nearest
        addNearest(of: articles, share: nearest * heard.ofArticles, to: &row)
        addNearest(of: said, share: nearest * heard.ofTopics, to: &row)
    }

    /// Adds likeness to the mean of all voices. Where each was looked at alone, that is the sum of what was seen.
    private func addMean(of voices: [Voice], _ places: ItemPlaces, share: Float, to row: inout [Float]) {
        var mean = [Float](repeating: 0, count: places.space.dimensions)
        // Of a long history, only the strongest articles are among the voices.
        let articles = liked.map { (places.place(of: $0.item), $0.weight) }
        let topics = voices.suffix(voices.count - min(articles.count, Self.mostAlone)).map { ($0.direction, $0.weight) }
        for (direction, weight) in articles + topics { RowArithmetic.add(direction, times: weight, to: &mean) }
        guard articles.count <= Self.mostAlone else {
            RowArithmetic.add(places.nearness(to: mean.scaledToOne), times: share, to: &row)
            return
        }
        let length = mean.reduce(Float(0)) { $0 + $1 * $1 }.squareRoot()
        guard length > 0 else { return }
        for voice in voices { RowArithmetic.add(voice.nearness, times: share * voice.weight / length, to: &row) }
    }

    /// Adds the mean likeness to the nearest few: one of up to four, three of eight or more.
    private func addNearest(of voices: [Voice], share: Float, to row: inout [Float]) {
        guard share > 0, !voices.isEmpty else { return }
        RowArithmetic.add(RowArithmetic.meanOfBest(voices.map { $0.nearness }), times: share, to: &row)
    }
}

extension [Float] {
    /// The vector scaled to length 1; as it is where its length is 0.
    var scaledToOne: [Float] {
        let length = reduce(Float(0)) { $0 + $1 * $1 }.squareRoot()
        return length > 0 ? map { $0 / length } : self
    }
}
