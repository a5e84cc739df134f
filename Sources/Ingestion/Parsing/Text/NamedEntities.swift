/// Looks up the named character references of HTML (`&eacute;`) by their bytes.
struct NamedEntities: Sendable {
    /// The table, read once from its data.
    static let html = NamedEntities()

    private struct Row: Sendable {
        var hash: UInt64
        var name: Range<Int>
        var text: [UInt8]
        var needsSemicolon: Bool
    }

    private let data: [UInt8]
    /// A power of two of slots, open addressing.
    private let slots: [Int32]
    private let rows: [Row]

    private init() {
        let data = EntityTable.references.withUTF8Buffer { Array($0) }
        let legacy = EntityTable.withoutSemicolon.withUTF8Buffer { Array($0) }
        let bare = Set(legacy.split(separator: 0x20).map { NamedEntities.hash($0) })
        var rows: [Row] = []
        var slots = [Int32](repeating: -1, count: 8_192)
        for item in data.split(separator: 0x20) {
            guard let equals = item.firstIndex(of: UInt8(ascii: "=")) else { continue }
            var text: [UInt8] = []
            for code in item[(equals + 1)...].split(separator: UInt8(ascii: "+")) {
                text.appendScalar(code.reduce(0) { $0 << 4 | ($1.hexValue ?? 0) })
            }
            let hash = NamedEntities.hash(item[..<equals])
            var slot = Int(hash & 8_191)
            while slots[slot] >= 0 { slot = (slot + 1) & 8_191 }
            slots[slot] = Int32(rows.count)
            rows.append(
                Row(hash: hash, name: item.startIndex..<equals, text: text, needsSemicolon: !bare.contains(hash)))
        }
        self.data = data
        self.rows = rows
        self.slots = slots
    }

    /// The UTF-8 bytes that a name stands for; nil for an unknown name, or one that needs the semicolon it lacks.
    func text(of name: Span<UInt8>, semicolon: Bool) -> [UInt8]? {
        var hash = NamedEntities.seed
        for index in 0..<name.count { hash = NamedEntities.mixed(hash, name[index]) }
        var slot = Int(hash & 8_191)
        while slots[slot] >= 0 {
            let row = rows[Int(slots[slot])]
            if row.hash == hash, isName(row.name, name) { return semicolon || !row.needsSemicolon ? row.text : nil }
            slot = (slot + 1) & 8_191
        }
        return nil
    }

    private func isName(_ range: Range<Int>, _ name: Span<UInt8>) -> Bool {
        guard range.count == name.count else { return false }
        for offset in 0..<name.count where data[range.lowerBound + offset] != name[offset] { return false }
        return true
    }

    /// FNV-1a, which spreads short names well.
    private static let seed: UInt64 = 0xCBF2_9CE4_8422_2325

    @inline(__always)
    private static func mixed(_ hash: UInt64, _ byte: UInt8) -> UInt64 { (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }

    private static func hash(_ name: ArraySlice<UInt8>) -> UInt64 { name.reduce(seed) { mixed($0, $1) } }
}
