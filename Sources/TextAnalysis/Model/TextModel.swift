/// The one model of text that gates, scorers and composition share: every item's words and stems in order, its term
/// vector, and where each word stands, computed once for all learners.
public struct TextModel: Sendable {
    /// One item's text as numbers. Fields are kept apart by a number that no word has.
    struct Sequence: Sendable {
        var words: [Int32]
        var stems: [Int32]
        /// The positions before this one belong to title and tags.
        var bodyStart: Int
        var language: String
    }

    let sequences: [Sequence]
    let wordNumbers: Vocabulary
    let stemNumbers: Vocabulary
    /// For each word's number, the items that hold it, ascending.
    let itemsOfWord: [[Int32]]
    /// For each stem's number, the items that hold it, ascending.
    let itemsOfStem: [[Int32]]

    /// The number of items.
    public var count: Int { sequences.count }
    /// The term vector of each item: (1 + ln tf)·ln(N/df) over stems that are no stop words, title and tags counted
    /// three times, scaled to length 1.
    public let vectors: [TermVector]
    /// The length of each item's vector before it was scaled, at least a little above 0: what a single word's or phrase's
    /// weight is divided by to become a part of a cosine.
    public let norms: [Float]
    /// The languages of the items, in order of the alphabet.
    public let languages: [String]

    static let separator: Int32 = -1
    /// How many times a word of the title or a tag counts in a term vector.
    static let headWeight = 3

    /// Builds the model of all items.
    public init(_ documents: some Swift.Sequence<TextDocument>) {
        var builder = TextModelBuilder()
        for document in documents { builder.add(document) }
        sequences = builder.sequences
        wordNumbers = builder.words
        stemNumbers = builder.stems
        itemsOfWord = TextModel.postings(sequences.map { $0.words }, count: builder.words.count)
        itemsOfStem = TextModel.postings(sequences.map { $0.stems }, count: builder.stems.count)
        languages = Set(sequences.map { $0.language }).sorted()
        let rarity = TextModel.rarity(of: itemsOfStem, items: sequences.count)
        let weighted = zip(sequences, builder.stopPositions).map { sequence, stops in
            TextModel.weights(of: sequence, stops: stops, rarity: rarity)
        }
        vectors = weighted.map { TermVector($0) }
        norms = weighted.map { max(0.001, $0.reduce(Float(0)) { $0 + $1.weight * $1.weight }.squareRoot()) }
    }

    /// How telling a stem is: ln(N/df), at least a little above 0 so that a small archive still has vectors.
    static func rarity(of postings: [[Int32]], items: Int) -> [Float] {
        postings.map { rarity(found: $0.count, items: items) }
    }

    /// How telling a word or phrase is that is found in so many of the items.
    static func rarity(found: Int, items: Int) -> Float {
        Float(StableMath.log(1 + Double(items) / Double(max(1, found))))
    }

    private static func postings(_ rows: [[Int32]], count: Int32) -> [[Int32]] {
        var postings = [[Int32]](repeating: [], count: Int(count))
        for (item, row) in rows.enumerated() {
            for number in row where number >= 0 && postings[Int(number)].last != Int32(item) {
                postings[Int(number)].append(Int32(item))
            }
        }
        return postings
    }

    /// The stems of a text with their weights, ascending, so that sums over them have one order.
    private static func weights(
        of sequence: Sequence, stops: Set<Int32>, rarity: [Float]
    ) -> [(term: Int32, weight: Float)] {
        var counts: [Int32: Int] = [:]
        for (position, stem) in sequence.stems.enumerated() where stem >= 0 && !stops.contains(stem) {
            counts[stem, default: 0] += position < sequence.bodyStart ? headWeight : 1
        }
        return counts.sorted { $0.key < $1.key }.map { term, count in
            (term, (1 + Float(StableMath.log(Double(count)))) * rarity[Int(term)])
        }
    }
}
