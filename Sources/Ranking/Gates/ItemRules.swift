import Content
import ScorerKit
import TextAnalysis

/// What the gates need to know of each item, found once a run.
struct ItemRules: Sendable {
    /// The lowest grade of each item's feed; nil where nobody has reviewed it.
    let audiences: [Int?]
    /// The highest grade of each item's feed; 13 where none is too high.
    let highestGrades: [Int]
    /// Whether each item's feed is still on the school's list.
    let listed: [Bool]
    /// The schools that alone an item reaches, by its number; the others reach everybody.
    let schools: [Int: [SchoolName]]
    /// The items that do not reach a school, by school, in their order.
    private let closed: [SchoolName: [Int]]
    /// What holds each item until somebody has read it.
    let holds: ItemHolds
    /// The near-copies of each item that has some, in the order in which they stand for one another.
    let nearCopies: [Int: [Int]]
    /// The number of the story that each item tells, of those that several tell; −1 for the others.
    let stories: [Int32]
    /// The items that tell each story, by its number.
    let tellers: [Int: [Int]]
    /// The items that have near-copies, in that order.
    let copied: [Int]

    /// `otherFeeds`: of items whose feed is of some schools alone, the addresses of the other feeds that have them.
    init(
        batch: ItemBatch, columns: ItemColumns, feeds: [Feed], otherFeeds: [ItemID: [String]] = [:],
        nearCopies: [ItemID: [ItemID]], settings: RankingSettings, knownHolds: KnownHolds = KnownHolds()
    ) {
        let byAddress = Dictionary(feeds.map { ($0.address, $0) }, uniquingKeysWith: { first, _ in first })
        var audiences = batch.items.map { byAddress[$0.feed]?.audience }
        var schools: [Int: [SchoolName]] = [:]
        for (number, item) in batch.items.enumerated() {
            guard let own = byAddress[item.feed]?.schools else { continue }
            // Where a feed of the district has it too it reaches everybody, of several audiences by the highest.
            let others = (otherFeeds[item.id] ?? []).compactMap { byAddress[$0] }
            let isOpen = others.contains { $0.schools == nil }
            if !isOpen { schools[number] = Set(own + others.flatMap { $0.schools ?? [] }).sorted() }
            audiences[number] = ItemRules.strictest([audiences[number]] + others.map { $0.audience })
        }
        (self.audiences, self.schools) = (audiences, schools)
        closed = ItemRules.closed(schools)
        highestGrades = batch.items.map { byAddress[$0.feed]?.audienceTo ?? 13 }
        listed = batch.items.map { byAddress[$0.feed] != nil }
        var known: [Int: Set<Int>] = [:]
        for (id, copies) in nearCopies {
            guard let item = batch.index(of: id) else { continue }
            // Said of one, it holds for both.
            for copy in copies.compactMap({ batch.index(of: $0) }) where copy != item {
                known[item, default: []].insert(copy)
                known[copy, default: []].insert(item)
            }
        }
        let stories =
            StoryFinder(
                batch.text,
                texts: batch.items.enumerated().map { number, item in
                    StoryFinder.Text(
                        language: item.language, published: item.published, body: item.readText,
                        feed: columns.feeds[number])
                }
            ).stories
        var numbers = [Int32](repeating: -1, count: batch.count)
        for (item, story) in stories { numbers[item] = Int32(story) }
        self.stories = numbers
        tellers = stories.keys.sorted().reduce(into: [:]) { $0[stories[$1] ?? $1, default: []].append($1) }
        self.nearCopies = known.mapValues { ItemRules.inOrder($0, batch) }
        copied = ItemRules.inOrder(known.keys, batch)
        holds = ItemHolds(batch, settings: settings, known: knownHolds)
    }

    /// The highest of some audiences. One that nobody has reviewed is shut to learners below ``Feed/reviewedFromGrade``, and leaves open
    /// only what is higher.
    private static func strictest(_ audiences: [Int?]) -> Int? {
        let highest = audiences.compactMap { $0 }.max()
        guard audiences.contains(nil) else { return highest }
        return highest.flatMap { $0 > Feed.reviewedFromGrade ? $0 : nil }
    }

    private static func closed(_ schools: [Int: [SchoolName]]) -> [SchoolName: [Int]] {
        let items = schools.keys.sorted()
        let names = Set(schools.values.flatMap { $0 })
        return Dictionary(
            names.map { name in (name, items.filter { schools[$0]?.contains(name) != true }) },
            uniquingKeysWith: { first, _ in first })
    }

    /// The items that a school's learners may not get; nil: learners of whom no school is known.
    func closed(to school: SchoolName?) -> [Int] {
        guard !schools.isEmpty else { return [] }
        return school.flatMap { closed[$0] } ?? schools.keys.sorted()
    }

    /// Whether a school's learners may get an item; nil: learners of whom no school is known.
    func reaches(_ item: Int, _ school: SchoolName?) -> Bool {
        guard let schools = schools[item] else { return true }
        return school.map { schools.contains($0) } ?? false
    }

    /// Which of two near-copies stands for both: the one that was seen first; of those seen in one run the one with the
    /// fuller text, then the one that was published first, then the smaller id.
    private static func inOrder(_ items: some Sequence<Int>, _ batch: ItemBatch) -> [Int] {
        items.sorted { left, right in
            let (one, other) = (batch.items[left], batch.items[right])
            if one.firstSeen != other.firstSeen { return one.firstSeen < other.firstSeen }
            if one.words != other.words { return one.words > other.words }
            return one.published != other.published ? one.published < other.published : one.id < other.id
        }
    }
}
