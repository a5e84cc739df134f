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

        /// A text by its parts.
        public init(language: String?, published: Timestamp, body: String) {
            self.language = language
            self.published = published
            self.body = body
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
    public init(_ model: TextModel, texts: [Text]) {
        self.model = model
        self.texts = texts
    }

    /// The stories that several items tell: a number for each such item, the same for all of one story.
    public var stories: [Int: Int] {
        let weights = rarities
        let sums = model.vectors.map { vector in vector.terms.reduce(0.0) { $0 + weights[Int($1)] } }
        let near = ParallelMap.map(model.count) { item in candidates(item, weights: weights, sums: sums) }
        var named: [Int: [String]] = [:]
        for (item, others) in near.enumerated() where !others.isEmpty {
            for one in [item] + others.map({ $0.item }) where named[one] == nil {
                named[one] = ProperNames.of(texts[one].body, language: texts[one].language)
            }
        }
        var found: [String: Int] = [:]
        for names in named.values { for name in names { found[name, default: 0] += 1 } }
        let total = Double(max(2, named.count))
        func weight(_ names: some Sequence<String>) -> Double {
            names.reduce(0.0) { $0 + StableMath.log(total / Double(found[$1] ?? 1)) }
        }
        // Versions are one text, however many hands it went through. Tellings join the one that begins their story: a chain of texts, each a little
        // like the next, is no story.
        var begins = Array(0..<model.count)
        func root(_ item: Int) -> Int { begins[item] == item ? item : root(begins[item]) }
        func join(_ one: Int, _ other: Int) { begins[max(root(one), root(other))] = min(root(one), root(other)) }
        for (item, others) in near.enumerated() {
            for other in others where other.share >= Self.versions { join(item, other.item) }
        }
        for (item, others) in near.enumerated() where begins[item] == item {
            for other in others where begins[other.item] == other.item {
                if tellsSame(named[item] ?? [], named[other.item] ?? [], days: other.days, weight: weight) {
                    join(item, other.item)
                }
            }
        }
        var tellers: [Int: Int] = [:]
        for item in begins.indices { tellers[root(item), default: 0] += 1 }
        var story: [Int: Int] = [:]
        for item in begins.indices where tellers[root(item), default: 0] > 1 { story[item] = root(item) }
        return story
    }

    private func tellsSame(
        _ one: [String], _ other: [String], days: Double, weight: ([String]) -> Double
    ) -> Bool {
        guard days <= Self.tellingDays else { return false }
        let theirs = Set(other)
        let shared = one.filter { theirs.contains($0) }
        guard shared.count >= Self.fewestNames else { return false }
        return weight(shared) >= Self.names * min(weight(one), weight(other))
    }

    private struct Near {
        var item: Int
        /// The share of telling words.
        var share: Double
        var days: Double
    }

    /// The later items of its language and time that share enough words with an item.
    private func candidates(_ item: Int, weights: [Double], sums: [Double]) -> [Near] {
        let own = model.vectors[item].terms
        guard own.count >= Self.fewestWords else { return [] }
        var shared: [Int: Double] = [:]
        let most = max(8, model.count / 20)
        for term in own {
            let slots = model.postings.range(of: term)
            guard slots.count > 1, slots.count <= most else { continue }
            for slot in slots {
                let other = Int(model.postings.items[slot])
                if other > item { shared[other, default: 0] += weights[Int(term)] }
            }
        }
        return shared.compactMap { other, rare -> Near? in
            guard model.vectors[other].terms.count >= Self.fewestWords, texts[other].language == texts[item].language
            else { return nil }
            let least = min(sums[item], sums[other])
            // A long text has something of many short ones.
            guard least > 0, max(sums[item], sums[other]) <= Self.longest * least else { return nil }
            let days = abs(texts[other].published.days(since: texts[item].published))
            guard days <= Self.versionDays, rare >= Self.words / 3 * least else { return nil }
            let weight = sharedWeight(own, model.vectors[other].terms, weights)
            let share = weight / least
            let isVersion = share >= Self.versions && weight >= Self.enough
            guard isVersion || share >= Self.words && days <= Self.tellingDays else { return nil }
            return Near(item: other, share: isVersion ? share : 0, days: days)
        }.sorted { $0.item < $1.item }
    }

    private func sharedWeight(_ one: [Int32], _ other: [Int32], _ weights: [Double]) -> Double {
        var (i, j, sum) = (0, 0, 0.0)
        while i < one.count, j < other.count {
            if one[i] == other[j] {
                sum += weights[Int(one[i])]
                i += 1
                j += 1
            } else if one[i] < other[j] {
                i += 1
            } else {
                j += 1
            }
        }
        return sum
    }

    /// How rare each word is among the items: the logarithm of their number by that of those that have it.
    private var rarities: [Double] {
        (0..<Int32(model.table.words.count)).map { word in
            let found = model.postings.range(of: word).count
            return found == 0 ? 0 : StableMath.log(Double(model.count) / Double(found))
        }
    }
}
