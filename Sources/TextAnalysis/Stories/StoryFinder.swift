import Content

/// Finds texts that tell one story: graded versions of one text, and tellings of one event by several hands.
///
/// Versions share most of their telling words. Tellings share few, but the names of people and places, a subject, and the days of a week; each
/// of the three alone is shared by many pairs that have nothing to do with one another.
public struct StoryFinder: Sendable {
    /// What is known of a text.
    public struct Text: Sendable {
        /// Its language (BCP 47 primary tag); nil where none is known.
        public var language: String?
        /// When it appeared.
        public var published: Timestamp
        /// The text, for its names.
        public var body: String
        /// The number of its feed: what a feed says in all of its texts tells nothing of two of them.
        public var feed: Int32

        /// A text by its parts.
        package init(language: String?, published: Timestamp, body: String, feed: Int32 = 0) {
            self.language = language
            self.published = published
            self.body = body
            self.feed = feed
        }
    }

    /// The least share of the telling words of the shorter of two versions that the other has, by how rare they are.
    static let versions = 0.5
    /// The days within which versions appear.
    static let versionDays = 60.0
    /// The least that versions share in all: among few texts, and in short ones, any two share half of their words.
    static let enough = 30.0
    /// The least shares of two tellings: of names, and of telling words.
    static let names = 0.4
    static let words = 0.14
    /// The same of two texts of one feed: a column comes back to its subject, and a publisher seldom tells one event twice.
    static let versionsOfFeed = 0.6
    static let enoughOfFeed = 40.0
    static let namesOfFeed = 0.7
    static let wordsOfFeed = 0.22
    /// Two long texts of one author share that much by their manner: the most that the words of a short one weigh.
    static let longestOfFeed = 300.0
    /// The fewest names that tellings share.
    static let fewestNames = 2
    /// The days within which tellings of one event appear.
    static let tellingDays = 8.0
    /// How many times as much as another a telling may say.
    static let longest = 4.0
    /// A text of fewer telling words shares too much by chance.
    static let fewestWords = 12

    private let model: TextModel
    private let texts: [Text]

    /// A finder over the items of a model, with their texts in the same order.
    package init(_ model: TextModel, texts: [Text]) {
        self.model = model
        self.texts = texts
    }

    /// The stories that several items tell: a number for each such item, the same for all of one story.
    public var stories: [Int: Int] {
        let words = StoryWords(model, feeds: texts.map { $0.feed })
        let near = ParallelMap.map(model.count) { item in candidates(item, words) }
        var named: [Int: StoryNames.Named] = [:]
        for (item, others) in near.enumerated() where !others.isEmpty {
            for one in [item] + others.map({ $0.item }) where named[one] == nil {
                named[one] = ProperNames.found(in: texts[one].body, language: texts[one].language)
            }
        }
        let rarity = StoryNames(named, feeds: texts.map { $0.feed })
        // Versions are one text, however many hands it went through. Tellings join the one that begins their story: a chain of texts, each a little
        // like the next, is no story.
        var begins = Array(0..<model.count)
        func root(_ item: Int) -> Int { begins[item] == item ? item : root(begins[item]) }
        func join(_ one: Int, _ other: Int) { begins[max(root(one), root(other))] = min(root(one), root(other)) }
        for (item, others) in near.enumerated() {
            for other in others where other.isVersion { join(item, other.item) }
        }
        for (item, others) in near.enumerated() where begins[item] == item {
            for other in others where begins[other.item] == other.item {
                if other.days <= Self.tellingDays, rarity.tellsSame(item, other.item) { join(item, other.item) }
            }
        }
        var tellers: [Int: Int] = [:]
        for item in begins.indices { tellers[root(item), default: 0] += 1 }
        var story: [Int: Int] = [:]
        for item in begins.indices where tellers[root(item), default: 0] > 1 { story[item] = root(item) }
        return story
    }

    private struct Near {
        var item: Int
        /// Whether it is a version, and not only what may be a telling.
        var isVersion: Bool
        var days: Double
    }

    /// The later items of its language and time that share enough words with an item.
    private func candidates(_ item: Int, _ words: StoryWords) -> [Near] {
        let own = model.vectors[item].terms
        guard own.count >= Self.fewestWords else { return [] }
        var shared: [Int: Double] = [:]
        let most = max(8, model.count / 20)
        for term in own {
            let slots = model.postings.range(of: term)
            guard slots.count > 1, slots.count <= most else { continue }
            for slot in slots {
                let other = Int(model.postings.items[slot])
                if other > item { shared[other, default: 0] += words.weights[Int(term)] }
            }
        }
        return shared.compactMap { other, rare -> Near? in
            guard model.vectors[other].terms.count >= Self.fewestWords, texts[other].language == texts[item].language
            else { return nil }
            let least = min(words.sums[item], words.sums[other])
            // A long text has something of many short ones.
            guard least > 0, max(words.sums[item], words.sums[other]) <= Self.longest * least else { return nil }
            let days = abs(texts[other].published.days(since: texts[item].published))
            guard days <= Self.versionDays, rare >= Self.words / 3 * least else { return nil }
            let (weight, share) = words.shared(item, other)
            let isOfFeed = texts[item].feed == texts[other].feed
            let isVersion =
                share >= (isOfFeed ? Self.versionsOfFeed : Self.versions)
                && weight >= (isOfFeed ? Self.enoughOfFeed : Self.enough)
            let isTelling =
                share >= (isOfFeed ? Self.wordsOfFeed : Self.words) && days <= Self.tellingDays && weight >= words.two
                && (!isOfFeed || weight <= share * Self.longestOfFeed)
            guard isVersion || isTelling else { return nil }
            return Near(item: other, isVersion: isVersion, days: days)
        }.sorted { $0.item < $1.item }
    }
}
