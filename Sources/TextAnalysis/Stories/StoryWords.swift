/// How much the words that two texts share tell: the rarer a word among all texts, the more; and of two texts of one feed only what their
/// feed does not say in its others too. A podcast thanks its listeners in each of its texts, and a column has its own words.
struct StoryWords {
    private let model: TextModel
    private let feeds: [Int32]
    /// The rarity of each word among all texts: the logarithm of their number by that of those that have it.
    let weights: [Double]
    /// The sum of the rarities of each text's words.
    let sums: [Double]
    /// What two words weigh that nobody else has: tellings share that much at least.
    let two: Double
    /// How many texts of each feed have each word.
    private let found: [Int32: [Int32: Int32]]
    private let counts: [Int32: Int]

    /// So many texts without any of its words stand beside those of each feed: of a small one little is known.
    static let beside = 3.0

    init(_ model: TextModel, feeds: [Int32]) {
        let weights = (0..<Int32(model.table.words.count)).map { word in
            let found = model.postings.range(of: word).count
            return found == 0 ? 0 : StableMath.log(Double(model.count) / Double(found))
        }
        var found: [Int32: [Int32: Int32]] = [:]
        for (item, feed) in feeds.enumerated() {
            for term in model.vectors[item].terms { found[feed, default: [:]][term, default: 0] += 1 }
        }
        self.model = model
        self.feeds = feeds
        self.weights = weights
        two = 2 * StableMath.log(Double(max(2, model.count)))
        sums = model.vectors.map { vector in vector.terms.reduce(0.0) { $0 + weights[Int($1)] } }
        self.found = found
        counts = feeds.reduce(into: [:]) { $0[$1, default: 0] += 1 }
    }

    /// The weight of the words that two texts share, and its share of all words of the one that has less.
    func shared(_ one: Int, _ other: Int) -> (weight: Double, share: Double) {
        let (left, right) = (model.vectors[one].terms, model.vectors[other].terms)
        guard feeds[one] == feeds[other] else {
            let weight = shared(left, right) { weights[Int($0)] }
            return (weight, weight / min(sums[one], sums[other]))
        }
        let own = found[feeds[one]] ?? [:]
        let count = Double(counts[feeds[one]] ?? 1) + Self.beside
        func rarity(_ term: Int32) -> Double {
            min(weights[Int(term)], StableMath.log(count / Double(own[term] ?? 1)))
        }
        let weight = shared(left, right, rarity)
        let least = min(left.reduce(0.0) { $0 + rarity($1) }, right.reduce(0.0) { $0 + rarity($1) })
        return (weight, least > 0 ? weight / least : 0)
    }

    private func shared(_ one: [Int32], _ other: [Int32], _ weight: (Int32) -> Double) -> Double {
        var (i, j, sum) = (0, 0, 0.0)
        while i < one.count, j < other.count {
            if one[i] == other[j] {
                sum += weight(one[i])
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
}
