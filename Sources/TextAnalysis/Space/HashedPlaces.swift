/// Places of a model's items in 256 directions that words choose by their spelling alone: unlike a learnt space it needs no
/// archive, and a word lies the same way in every batch. Chance likeness of two texts is about 0.06.
public struct HashedPlaces: Sendable {
    /// The number of directions.
    public static let depth = 256

    /// The places, one item after another, each of length 1; zeros for an item without words.
    public let values: [Float]

    /// The places of a model's items.
    public init(_ model: TextModel) {
        let spread = model.table.words.texts.map { HashedPlaces.direction(of: $0) }
        var values = [Float](repeating: 0, count: model.count * Self.depth)
        for (item, vector) in model.vectors.enumerated() {
            var place = [Float](repeating: 0, count: Self.depth)
            for (term, weight) in zip(vector.terms, vector.weights) {
                let (axis, sign) = spread[Int(term)]
                place[axis] += sign * weight
            }
            for (axis, value) in Dense.unit(place).enumerated() { values[item * Self.depth + axis] = value }
        }
        self.values = values
    }

    /// The mean place of some items, scaled to length 1; zeros for none.
    public func mean(of items: [Int]) -> [Float] {
        var sum = [Float](repeating: 0, count: Self.depth)
        for item in items { Dense.add(values, row: item, of: Self.depth, times: 1, to: &sum) }
        return Dense.unit(sum)
    }

    /// How near an item is to a direction of length 1, −1…1.
    public func nearness(of item: Int, to direction: [Float]) -> Float {
        Dense.dot(Array(values[(item * Self.depth)..<((item + 1) * Self.depth)]), direction)
    }

    /// The axis and the sign of a word: FNV-1a of its bytes.
    private static func direction(of word: String) -> (axis: Int, sign: Float) {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in word.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        return (Int(hash >> 8 & 0xFF), hash & 1 == 0 ? 1 : -1)
    }
}
