extension MeaningSpace {
    /// A space is learnt from at most so many items, spread evenly over the archive: more change little and cost much.
    static let mostItems = 30_000
    /// So many words get a place, the most frequent ones: a row each of what is learnt.
    static let mostWords = 20_000
    /// A word has to be in so many items to have company.
    static let fewestMeetings = 3
    /// Of an item's words so many count, the weightiest ones.
    static let mostWordsOfItem = 64
    /// How often the directions are turned towards the leading ones.
    static let turns = 8

    /// How many directions so many items with so many words can fill: more would hold chance. 0 where there are too few
    /// words.
    static func dimensions(items: Int, words: Int) -> Int {
        min(128, max(32, items / 1_280 * 16), words / 48 * 16)
    }

    /// Learns a space from items' term vectors (numbers of `words`, whose rarity is given). The same items give the same
    /// bits, on every machine. nil where there are too few items or words to learn from.
    static func learn(from vectors: [TermVector], rarity: [Float], words: [String]) -> MeaningSpace? {
        guard vectors.count >= fewestItems else { return nil }
        // Numbers of words depend on the order of the items: the words' own order does not.
        let step = max(1, (vectors.count + mostItems - 1) / mostItems)
        let sample = stride(from: 0, to: vectors.count, by: step).map { vectors[$0] }
        var found = [Int](repeating: 0, count: words.count)
        for vector in sample { for term in vector.terms { found[Int(term)] += 1 } }
        let frequent = words.indices.filter { found[$0] >= fewestMeetings }
            .sorted { (found[$1], words[$0]) < (found[$0], words[$1]) }.prefix(mostWords).sorted {
                words[$0] < words[$1]
            }
        let dimensions = dimensions(items: vectors.count, words: frequent.count)
        guard dimensions > 0 else { return nil }
        var rows = [Int32](repeating: -1, count: words.count)
        for (row, word) in frequent.enumerated() { rows[word] = Int32(row) }
        let company = WordCompany(sample.map { strongest($0, rows: rows) }, count: frequent.count)
        let space = MeaningSpace(
            dimensions: dimensions, learntFrom: vectors.count, words: frequent.map { words[$0] },
            rarity: frequent.map { rarity[$0] }, directions: leadingDirections(of: company, dimensions: dimensions),
            centre: [Float](repeating: 0, count: dimensions))
        return space.centred(on: sample, rows: rows)
    }

    /// The part of an item's vector that has rows in the space: the weightiest, in the space's own numbers, of length 1.
    private static func strongest(_ vector: TermVector, rows: [Int32]) -> TermVector {
        var kept = zip(vector.terms, vector.weights).filter { rows[Int($0.0)] >= 0 }
        if kept.count > mostWordsOfItem {
            kept.sort { ($1.1, rows[Int($0.0)]) < ($0.1, rows[Int($1.0)]) }
            kept = Array(kept.prefix(mostWordsOfItem))
        }
        return TermVector(kept.map { (rows[Int($0.0)], $0.1) })
    }

    /// Directions that span the leading ones of a symmetric matrix, by subspace iteration from a fixed start: multiply,
    /// make orthonormal, again. Which basis of that span comes out does not matter, as only angles count.
    private static func leadingDirections(of company: WordCompany, dimensions: Int) -> [Float] {
        var random = SplitMix(state: 1)
        var directions = (0..<(company.count * dimensions)).map { _ in random.next() & 1 == 0 ? Float(1) : -1 }
        var product = directions
        for _ in 0..<turns {
            company.multiply(directions, width: dimensions, into: &product)
            swap(&directions, &product)
            Dense.orthonormalise(&directions, width: dimensions)
        }
        return directions
    }

    /// The same space with the mean place of the items as its centre.
    private func centred(on sample: [TermVector], rows: [Int32]) -> MeaningSpace {
        var sum = [Float](repeating: 0, count: dimensions)
        for vector in sample {
            for (term, weight) in zip(vector.terms, vector.weights) where rows[Int(term)] >= 0 {
                Dense.add(directions, row: Int(rows[Int(term)]), of: dimensions, times: weight, to: &sum)
            }
        }
        return MeaningSpace(
            dimensions: dimensions, learntFrom: learntFrom, words: words, rarity: rarity, directions: directions,
            centre: sum.map { $0 / Float(sample.count) })
    }
}

/// A small generator for the fixed start of the iteration (Steele, Lea and Flood 2014): a constant, not chance.
private struct SplitMix {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
