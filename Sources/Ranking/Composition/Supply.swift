import Content
import ScorerKit

/// What there is to choose from for one list, in the order in which it is looked at: what is within the learner's reach and new before what is
/// older, and what lies further off only where fewer than two articles would be left.
struct Supply {
    /// New, or of no age, and within reach.
    let fresh: [Int32]
    /// All within reach.
    let reachable: [Int32]
    /// By how many grades the reach was widened.
    let widened: Double
    /// By so many grades reach is wider for what the learner is interested in.
    static let ofInterest = 1.0
    /// Those of an unknown level.
    let unknown: [Int32]
    /// Those within reach that come after all others: their feeds are meant for younger learners, or they have a word of what must not come,
    /// in a sense of its own.
    let last: [Int32]

    /// Older articles than this come after newer ones.
    static let freshDays = 30.0
    /// With fewer articles within reach it is widened.
    static let fewest = 2
    /// Of an unknown level a list holds so many, unless nothing else fills it.
    static let mostUnknown = 1

    init(_ candidates: [Int32], reach: LevelReach, composer: Composer) {
        let budget = composer.minutes
        let half = { (item: Int32) in 2 * composer.cost(Int(item)) <= budget }
        let rules = composer.snapshot.rules
        let (inOtherSense, grade) = (composer.inOtherSense, composer.grade)
        let isLast = { (item: Int32) in
            rules.highestGrades[Int(item)] < grade || !inOtherSense.isEmpty && inOtherSense[Int(item)] != nil
        }
        let candidates = Self.oneVersion(of: candidates, reach: reach, rules: rules)
        var known = candidates.filter { !reach.isUnknown(Int($0)) && !isLast($0) }
        let young = candidates.filter { !reach.isUnknown(Int($0)) && isLast($0) }
        unknown = candidates.filter { reach.isUnknown(Int($0)) && !isLast($0) }
        var widened = 0.0
        // Who reads about what they like gets on with more.
        func isWithin(_ item: Int32, _ widened: Double) -> Bool {
            let more = composer.topics.topic(of: Int(item)) == nil ? 0 : Self.ofInterest
            return reach.contains(Int(item), widened: widened + more)
        }
        var within = known.filter { isWithin($0, 0) }
        // A text for one's age that is a grade too hard comes before one for the little ones, and that before a harder one still.
        func enough() -> Bool {
            let easy = widened < 1 ? 0 : young.count { isWithin($0, 0) && half($0) }
            return within.count(where: half) + easy >= Self.fewest
        }
        while !enough(), widened < 16, within.count < known.count {
            widened += 1
            within = known.filter { isWithin($0, widened) }
        }
        last = young.filter { isWithin($0, widened) }
        known = within
        self.widened = widened
        reachable = known + unknown
        let batch = composer.snapshot.batch
        fresh = reachable.filter { batch.ages[Int($0)] <= Self.freshDays }
    }

    /// Of the versions and tellings of one story the one that lies nearest to the learner, easier before harder.
    private static func oneVersion(of candidates: [Int32], reach: LevelReach, rules: ItemRules) -> [Int32] {
        guard !rules.tellers.isEmpty else { return candidates }
        let stories = rules.stories
        func distance(_ item: Int) -> Double { LevelReach.distance(reach.gap(item)) }
        var best: [Int32: Int32] = [:]
        for item in candidates {
            let story = stories[Int(item)]
            guard story >= 0 else { continue }
            if let other = best[story], distance(Int(other)) <= distance(Int(item)) { continue }
            best[story] = item
        }
        return candidates.filter { stories[Int($0)] < 0 || best[stories[Int($0)]] == $0 }
    }

    /// Whether an item comes after newer ones.
    func isOld(_ item: Int, in batch: ItemBatch) -> Bool { batch.ages[item] > Self.freshDays }
}
