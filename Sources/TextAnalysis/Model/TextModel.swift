/// The one model of text that gates, scorers and composition share: every item's words in order, its term vector, where
/// each word stands, and its place in the space of meanings, computed once for all learners.
public struct TextModel: Sendable {
    /// The spellings of all items.
    public let table: FormTable
    /// The text of each item.
    public let rows: [TextRow]
    /// The term vector of each item: (1 + ln tf)·ln(1 + N/df) over its words that are no stop words, title and tags
    /// counted three times, scaled to length 1.
    public let vectors: [TermVector]
    /// Whether an item has words that tell anything, for each.
    public let hasWords: [Bool]
    /// The length of each item's vector before it was scaled, at least a little above 0: what a single word's or phrase's
    /// weight is divided by to become a part of a cosine.
    public let norms: [Float]
    /// The languages of the items, in order of the alphabet.
    public let languages: [String]
    /// The places of the items in the space of meanings; nil where there are too few items to learn one from.
    public let places: ItemPlaces?
    /// What the items have in common: the mean of their vectors, by word.
    let mean: [Float]
    /// The square of that vector's length.
    let meanSquares: Float
    /// How much of that each item has: the product of its vector and the mean.
    let commonness: [Float]
    let postings: Postings

    /// How many times a word of the title or a tag counts in a term vector.
    static let headWeight = 3

    /// The number of items.
    public var count: Int { rows.count }

    /// Builds the model of all items, learning a space of meanings from them.
    public init(_ documents: some Swift.Sequence<TextDocument>) {
        var reader = TextReader()
        let rows = documents.map { reader.row(of: $0) }
        self.init(table: reader.table, rows: rows, space: .learnt)
    }

    /// Where a model takes its space of meanings from.
    public enum SpaceSource {
        /// It learns one from its items.
        case learnt
        /// It uses this one. `place` gives an item's place by its number; nil where that is not known.
        case given(MeaningSpace, place: (Int) -> [Float]?)
        /// It has none: nothing is asked by meaning.
        case none
    }

    /// A model of rows that were read before.
    public init(table: FormTable, rows: [TextRow], space source: SpaceSource) {
        self.table = table
        self.rows = rows
        languages = Set(rows.compactMap { row in row.forms.first { $0 >= 0 }.map { table.forms[Int($0)].language } })
            .sorted()
        let counts = ParallelMap.map(rows.count) { WordCounts(rows[$0], table: table) }
        let rarity = TextModel.rarity(of: counts, words: Int(table.words.count))
        let logarithms = (0..<64).map { 1 + Float(StableMath.log(Double(max(1, $0)))) }
        let weighted = ParallelMap.map(rows.count) { item in
            let weights = zip(counts[item].words, counts[item].counts).map { word, count in
                (count < 64 ? logarithms[Int(count)] : 1 + Float(StableMath.log(Double(count)))) * rarity[Int(word)]
            }
            let vector = TermVector(ascending: counts[item].words, weights: weights)
            return (vector: vector.unit, length: max(0.001, vector.length))
        }
        let vectors = weighted.map { $0.vector }
        self.vectors = vectors
        hasWords = vectors.map { !$0.isEmpty }
        norms = weighted.map { $0.length }
        let postings = Postings(vectors, count: Int(table.words.count))
        self.postings = postings
        let mean = TextModel.mean(postings, words: Int(table.words.count), items: rows.count)
        self.mean = mean
        meanSquares = mean.reduce(Float(0)) { $0 + $1 * $1 }
        commonness = vectors.map { vector in
            var sum: Float = 0
            for (term, weight) in zip(vector.terms, vector.weights) { sum += weight * mean[Int(term)] }
            return sum
        }
        switch source {
        case .given(let space, let place):
            places = ItemPlaces(space: space, table: table, counts: counts, known: place)
        case .learnt:
            places = MeaningSpace.learn(from: vectors, rarity: rarity, words: table.words.texts)
                .map { ItemPlaces(space: $0, table: table, counts: counts) }
        case .none: places = nil
        }
    }

    /// How telling each word is.
    private static func rarity(of rows: [WordCounts], words: Int) -> [Float] {
        var found = [Int](repeating: 0, count: words)
        for row in rows { for word in row.words { found[Int(word)] += 1 } }
        return found.map { rarity(found: $0, items: rows.count) }
    }

    /// How telling a word or phrase is that is found in so many of the items.
    static func rarity(found: Int, items: Int) -> Float {
        Float(StableMath.log(1 + Double(items) / Double(max(1, found))))
    }

    private static func mean(_ postings: Postings, words: Int, items: Int) -> [Float] {
        (0..<Int32(words)).map { word in
            var sum: Float = 0
            for slot in postings.range(of: word) { sum += postings.weights[slot] }
            return sum / Float(max(1, items))
        }
    }
}

/// How often an item has each word that is no stop word; words ascending, so that sums over them have one order.
struct WordCounts {
    private(set) var words: [Int32] = []
    private(set) var counts: [Int32] = []

    init(_ row: TextRow, table: FormTable) {
        var said: [Int64] = []
        said.reserveCapacity(row.forms.count)
        for (position, form) in row.forms.enumerated() where form >= 0 {
            let word = table.tellingWordOfForm[Int(form)]
            guard word >= 0 else { continue }
            let count = position < row.bodyStart ? TextModel.headWeight : 1
            said.append(Int64(word) << 8 | Int64(count))
        }
        said.sort()
        for entry in said {
            let word = Int32(entry >> 8)
            let count = Int32(entry & 0xFF)
            if words.last == word {
                counts[counts.count - 1] += count
            } else {
                words.append(word)
                counts.append(count)
            }
        }
    }
}
