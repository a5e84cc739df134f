/// The places of a model's items in a space of meanings, each of length 1, or all zeros for an item without a word of it.
public struct ItemPlaces: Sendable {
    /// The space.
    public let space: MeaningSpace
    /// The places, one item after another.
    public let values: [Float]
    /// The row of the space of each word of the model's table; −1 where it has none.
    let rowOfWord: [Int32]

    /// The places of items, of which some are known.
    init(space: MeaningSpace, table: FormTable, counts: [WordCounts], known: (Int) -> [Float]? = { _ in nil }) {
        self.space = space
        let rows = Dictionary(uniqueKeysWithValues: space.words.enumerated().map { ($1, Int32($0)) })
        let rowOfWord = table.words.texts.map { rows[$0] ?? -1 }
        self.rowOfWord = rowOfWord
        let width = space.dimensions
        var values = [Float](repeating: 0, count: counts.count * width)
        for (item, said) in counts.enumerated() {
            let place = known(item) ?? ItemPlaces.place(of: said, in: space, rowOfWord: rowOfWord)
            for (offset, value) in place.prefix(width).enumerated() { values[item * width + offset] = value }
        }
        self.values = values
    }

    private static func place(of said: WordCounts, in space: MeaningSpace, rowOfWord: [Int32]) -> [Float] {
        var rows: [Int32] = []
        var counts: [Int32] = []
        for (word, count) in zip(said.words, said.counts) where rowOfWord[Int(word)] >= 0 {
            rows.append(rowOfWord[Int(word)])
            counts.append(count)
        }
        return space.centred(space.place(rows: rows, counts: counts))
    }

    /// The place of one item.
    public func place(of item: Int) -> [Float] {
        Array(values[(item * space.dimensions)..<((item + 1) * space.dimensions)])
    }

    /// How near each item is to a direction of length 1: the cosine, −1…1.
    public func nearness(to direction: [Float]) -> [Float] {
        var row = [Float](repeating: 0, count: values.count / space.dimensions)
        guard direction.count == space.dimensions else { return row }
        var span = row.mutableSpan
        DenseProduct.multiply(rows: direction, columns: values, depth: space.dimensions, into: &span)
        return row
    }

    /// How near one item is to a direction.
    public func nearness(of item: Int, to direction: [Float]) -> Float { Dense.dot(place(of: item), direction) }
}
