import Content
import ScorerKit

/// A learner's wishes and what has become of them. A wish is open until it was met twice or is let go.
struct OpenWishes {
    /// One that is open.
    struct Wish {
        /// What was asked for.
        var topic: InterestProfile.Topic
        /// The items that are about it.
        var items: Set<Int>
        /// How often it was met: 0 or 1.
        var met: Int
        /// How many lists have come since it was said.
        var lists: Int
        /// How many have come since it was said or last met.
        var unserved: Int
        /// The edition that met it last.
        var served: Edition?

        /// Whether no list has come since it was said.
        var isNew: Bool { lists == 0 }
        /// After so many lists without it somebody asks whether it still holds.
        var isOld: Bool { unserved >= OpenWishes.mostLists }
    }

    /// So often a wish is met before it is none any more.
    static let mostMet = 2
    /// After so many lists in which it was not met it is asked whether it still holds.
    static let mostLists = 4

    /// Those that are open, in the order in which they are served: those that no list has answered yet, the last said first; then the
    /// longest unserved.
    let open: [Wish]
    /// How often each wish was met, by its phrase.
    private let met: [String: Int]

    init(of profile: InterestProfile, languages: [String], given: GivenItems, batch: ItemBatch) {
        var open: [Wish] = []
        var met: [String: Int] = [:]
        for topic in profile.wants where topic.asked {
            let items = batch.topics.about(topic.phrase, languages: languages)
            let editions = Set(
                items.compactMap { given.items[batch.items[$0].id] }.filter { given.isAfter(topic.at, $0) })
            met[topic.phrase] = editions.count
            guard editions.count < Self.mostMet else { continue }
            open.append(
                Wish(
                    topic: topic, items: Set(items), met: editions.count, lists: given.editions(since: topic.at),
                    unserved: editions.max().map { given.editions(after: $0) } ?? given.editions(since: topic.at),
                    served: editions.max()))
        }
        self.open = open.sorted { Self.isBefore($0, $1) }
        self.met = met
    }

    private static func isBefore(_ one: Wish, _ other: Wish) -> Bool {
        if one.isNew != other.isNew { return one.isNew }
        if one.isNew { return (other.topic.at, one.topic.phrase) < (one.topic.at, other.topic.phrase) }
        let (left, right) = (one.served?.date ?? one.topic.at.utcDate, other.served?.date ?? other.topic.at.utcDate)
        return left != right ? left < right : (one.topic.at, one.topic.phrase) < (other.topic.at, other.topic.phrase)
    }

    /// A profile with what met wishes have become: interests, which do not fade.
    func settled(_ profile: InterestProfile) -> InterestProfile {
        var settled = profile
        for index in settled.wants.indices {
            let count = settled.wants[index].asked ? met[settled.wants[index].phrase] ?? 0 : 0
            if count > 0 { settled.wants[index].strength = 1 }
            if count >= Self.mostMet { settled.wants[index].asked = false }
        }
        return settled
    }
}
