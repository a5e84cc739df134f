import Content
import ScorerKit

/// Items and learners of every sort for trying a scorer out: ordinary, empty, hostile, and of a kind that nobody expects.
/// All of it is invented; the same seed gives the same.
struct ConformanceSamples {
    let items: [ContentItem]
    let learners: [LearnerView]

    /// The moment that the samples are seen at.
    static let now = Timestamp(seconds: 1_788_757_200)

    private static let words = [
        "whale", "whales", "castle", "volcano", "black", "hole", "bridge", "river", "moon", "bread", "robot", "forest",
        "the", "a", "of", "is", "sings", "grows", "bends", "glows", "old", "small", "bright",
    ]

    private static let hostile = [
        "", "\u{0}\u{1}\u{7}\u{1B}[2J", "\u{202E}drawkcab\u{202C} \u{200F}\u{200E}", "👩‍👩‍👧‍👦🏳️‍🌈🕷️ 🌋🌋🌋",
        "e\u{301}\u{301}\u{301}", "\u{FFFD}\u{FEFF}\u{AD}", "'''’’’ '' ’s 's", String(repeating: "a", count: 5_000),
        "volcano\u{0}es", " \n\t\r ", "漢字かなカナ 한국어 ไทย", "\u{1F1FA}", "%@ %n <b>&amp;</b> {{title}} ; -- '",
        #"{"type":"goodbye"}\n"],[["#, "\\\"\\u0000\\", "\u{2028}\u{2029}\u{85}",
    ]

    init(seed: UInt64) {
        var random = SmallRandom(seed: seed)
        var items = (0..<30).map { Self.ordinary($0, using: &random) }
        for (number, text) in Self.hostile.enumerated() {
            items.append(
                Self.item(100 + number, title: text, text: text, tags: [text], language: nil, age: -3, level: 16))
        }
        items.append(Self.item(200, title: "Old", text: "Old news.", tags: [], language: "es", age: 40_000, level: 0))
        self.items = items
        learners = Self.learners(items, using: &random)
    }

    static func item(
        _ number: Int, title: String, text: String, tags: [String], language: String?, age: Int64, level: Double?
    ) -> ContentItem {
        let digits = String(number)
        return ContentItem(
            id: ItemID(rawValue: String(repeating: "0", count: 6 - digits.count) + digits),
            code: ItemCode(rawValue: "C\(number)"),
            version: Int64(number) + 1, feed: "https://feeds.example.org/\(number % 5)",
            feedTitle: "Feed \(number % 5)",
            url: "https://example.org/\(number)", title: title, summary: String(text.prefix(60)), text: text,
            tags: tags,
            language: language, published: now.adding(seconds: -age * 86_400), firstSeen: now, words: text.count / 6,
            minutes: 1 + number % 12, level: level)
    }

    private static func ordinary(_ number: Int, using random: inout SmallRandom) -> ContentItem {
        let text = (0..<(5 + Int(random.next() % 60))).map { _ in words[Int(random.next() % UInt64(words.count))] }
        return item(
            number, title: text.prefix(4).joined(separator: " "), text: text.joined(separator: " ") + ".",
            tags: number % 3 == 0 ? [words[number % words.count]] : [], language: number % 7 == 0 ? "es" : "en",
            age: Int64(random.next() % 60), level: number % 5 == 0 ? nil : Double(random.next() % 120) / 10)
    }

    private static func learners(_ items: [ContentItem], using random: inout SmallRandom) -> [LearnerView] {
        func fact(_ kind: Fact.Kind, _ value: String, item: ItemID? = nil, _ origin: Fact.Origin = .learner) -> Fact {
            Fact(learner: LearnerID(rawValue: "x"), kind: kind, value: value, item: item, origin: origin, at: now)
        }
        func roster(_ kind: Fact.Kind, _ value: String) -> Fact { fact(kind, value, .roster) }
        let unheardOf = ItemID(rawValue: "nowhere")
        var all: [[Fact]] = [
            [],
            [fact(.tooHard, "")],
            [
                fact(.more, "", item: unheardOf), fact(.less, "", item: unheardOf), fact(.more, "🕷️"), fact(.less, ""),
                fact(.more, "\u{0}"), roster(.interests, "\"],[[;\\;\u{202E}x"),
            ],
            [
                roster(.grade, "6"), roster(.interests, "whales;Whales; whale"), roster(.needs, "whales;🌋"),
                roster(.strengths, "black hole"), fact(.less, "whales"), fact(.more, "", item: items[1].id),
                fact(.less, "", item: items[2].id), fact(.less, "castles"), fact(.never, "moon"),
            ],
        ]
        for _ in 0..<4 {
            let said = (0..<3).map { _ in words[Int(random.next() % 12)] }
            all.append([
                roster(.grade, String(random.next() % 13)), roster(.interests, said.joined(separator: ";")),
                roster(.needs, words[Int(random.next() % 12)]), roster(.avoid, "war"),
                fact(.more, "", item: items[Int(random.next() % 30)].id),
            ])
        }
        return all.enumerated().map { number, facts in
            LearnerView(
                pseudonym: "L\(number + 1)",
                grade: facts.last { $0.kind == .grade }.flatMap { Int($0.value) } ?? 0, languages: ["en"],
                profile: InterestProfile(facts: facts))
        }
    }
}

/// Numbers by a seed (SplitMix64; Steele, Lea and Flood 2014).
struct SmallRandom {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }
}
