import Content
import ScorerKit
import TextAnalysis

/// Which of a learner's wants each item is about, and what share of a list each want is due.
struct Topics {
    private let phrases: [String]
    private let shares: [Double]
    /// The number of each item's want; −1 for none. Empty where nothing that is wanted is in any item.
    private let wants: [Int16]
    /// The part of a list that is due to none of the wants, so that a list never only repeats them.
    static let openShare = 0.2

    init(of learner: LearnerView, batch: ItemBatch) {
        let (profile, languages) = (learner.profile, learner.languages)
        // The strongest want first: an item that is about two of them counts for that one.
        let ordered = profile.wants.sorted { ($1.strength, $0.phrase) < ($0.strength, $1.phrase) }
        let found = ordered.map { ($0, batch.topics.matches(of: $0.phrase, languages: languages)) }.filter {
            !$0.1.items.isEmpty
        }
        phrases = found.map { $0.0.phrase }
        var wants = found.isEmpty ? [] : [Int16](repeating: -1, count: batch.count)
        for (number, want) in found.enumerated().prefix(Int(Int16.max)).reversed() {
            for item in want.1.items { wants[item] = Int16(number) }
        }
        self.wants = wants
        var total = 0.0
        for want in found { total += want.0.strength }
        shares = found.map { (1 - Topics.openShare) * $0.0.strength / total }
    }

    /// The number of the want that an item is about; nil where it is about none.
    func topic(of item: Int) -> Int? { wants.isEmpty || wants[item] < 0 ? nil : Int(wants[item]) }

    /// How many wants something is about.
    var count: Int { phrases.count }

    /// The want's phrase.
    func phrase(_ topic: Int) -> String { phrases[topic] }

    /// How far one more item about a topic, of which some are there, would lift it above its share of the list, 0…1
    /// (calibration: a list should reflect all that a learner wants in proportion, Steck 2018). 0 where nothing is wanted.
    func overshoot(of topic: Int?, there: Int, placed: Int) -> Double {
        guard !wants.isEmpty, placed > 0 else { return 0 }
        return max(0, Double(there + 1) / Double(placed + 1) - (topic.map { shares[$0] } ?? Topics.openShare))
    }
}
