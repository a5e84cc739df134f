/// The everyday words that tell the sense of each of many families, one bit for a word and a family.
struct FamilyCompany: Sendable {
    private static let bits = UInt64.bitWidth

    /// Where a word's row begins in ``rows``; -1: it tells none.
    private let starts: [Int32]
    private let rows: [UInt64]
    private let counts: [Int]

    /// Companies by the families' numbers: the numbers of their words.
    init(_ companies: [[Int32]]) {
        let width = (companies.count + Self.bits - 1) / Self.bits
        var starts = [Int32](repeating: -1, count: companies.joined().max().map { Int($0) + 1 } ?? 0)
        var rows: [UInt64] = []
        for (family, words) in companies.enumerated() {
            for word in words {
                if starts[Int(word)] < 0 {
                    starts[Int(word)] = Int32(rows.count)
                    rows += repeatElement(0, count: width)
                }
                rows[Int(starts[Int(word)]) + family / Self.bits] |= 1 << UInt64(family % Self.bits)
            }
        }
        self.starts = starts
        self.rows = rows
        counts = companies.map { $0.count }
    }

    /// Whether a family has any.
    func has(_ family: Int) -> Bool { counts[family] > 0 }

    /// Whether a word tells a family's sense.
    func holds(_ word: Int32, for family: Int) -> Bool {
        guard Int(word) < starts.count, starts[Int(word)] >= 0 else { return false }
        return rows[Int(starts[Int(word)]) + family / Self.bits] & 1 << UInt64(family % Self.bits) != 0
    }
}
