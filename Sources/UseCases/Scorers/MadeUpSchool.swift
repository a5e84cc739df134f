import Content
import Pipeline
import ScorerKit

/// Articles and learners of invented words, the same in every run: what scorers are measured on.
struct MadeUpSchool {
    /// The moment at which it is looked at.
    static let now = Timestamp(year: 2026, month: 9, day: 7, hour: 6)

    let items: [ContentItem]
    let views: [LearnerView]

    init(learners: Int, items count: Int) {
        var chance = Chance(state: 7)
        let words = (0..<8_000).map { _ in
            (0..<(2 + chance.next(3))).map { _ in Self.syllables[chance.next(Self.syllables.count)] }.joined()
        }
        let topics = (0..<200).map { _ in (0..<60).map { _ in words[chance.next(words.count)] } }
        items = (0..<count).map { number in
            let topic = topics[chance.next(topics.count)]
            let text = (0..<160).map { place in
                place % 2 == 0 ? topic[chance.next(topic.count)] : words[chance.next(words.count)]
            }
            return ContentItem(
                id: ItemID(rawValue: "item-\(1_000_000 + number)"), code: ItemCode(rawValue: "AAAAA"),
                version: Int64(number), feed: "https://feeds.example/\(number % 50)", feedTitle: "Feed \(number % 50)",
                url: nil, title: text.prefix(6).joined(separator: " "), summary: "",
                text: text.joined(separator: " "), language: "en",
                published: Self.now.adding(seconds: -Int64(chance.next(60 * 86_400))), firstSeen: Self.now, words: 160,
                minutes: 1 + chance.next(9), level: Double(chance.next(120)) / 10)
        }
        let ids = items.map { $0.id }
        views = (0..<learners).map { number in
            let id = LearnerID(rawValue: "learner-\(number)")
            func some(_ most: Int) -> String {
                (0..<most).map { _ in topics[chance.next(topics.count)][chance.next(3)] }.joined(separator: ";")
            }
            var facts = [(Fact.Kind.grade, "\(4 + number % 9)"), (.interests, some(4)), (.needs, some(number % 3))].map
            {
                Fact(learner: id, kind: $0, value: $1, origin: .roster, at: Self.now)
            }
            for _ in 0..<(ids.isEmpty ? 0 : number % 5) {
                let item = ids[chance.next(ids.count)]
                facts.append(Fact(learner: id, kind: .more, value: "", item: item, origin: .learner, at: Self.now))
            }
            return LearnerView(
                pseudonym: "L\(number + 1)", grade: 4 + number % 9, languages: ["en"],
                profile: InterestProfile(facts: facts))
        }
    }

    private static let syllables = "bcdfglmnprstvz".flatMap { letter in "aeiou".map { "\(letter)\($0)" } }

    /// Numbers that look like chance and are the same in every run (Steele and others' SplitMix64).
    private struct Chance {
        var state: UInt64

        mutating func next(_ below: Int) -> Int {
            state &+= 0x9E37_79B9_7F4A_7C15
            var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
            mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
            return Int((mixed ^ (mixed >> 31)) % UInt64(below))
        }
    }
}
