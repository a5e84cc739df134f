/// Which elements of a kind of document only hold others, and which of them are its entries.
///
/// What is not an entry and holds no entries is content, and content is bounded; see ``MarkupRepair``.
struct DocumentShape: Sendable {
    private let holders: [UInt64]
    private let entries: [UInt64]

    /// Feeds of every format.
    static let feed = DocumentShape(holders: ["rss", "rdf", "feed", "channel"], entries: ["item", "entry"])
    /// Lists of feeds.
    static let list = DocumentShape(holders: ["opml", "body"], entries: ["outline"])

    private init(holders: [StaticString], entries: [StaticString]) {
        self.entries = entries.map { NameHash.of($0) }
        self.holders = holders.map { NameHash.of($0) } + self.entries
    }

    /// Whether an element (its local name's hash) only holds others.
    func holds(_ local: UInt64) -> Bool { holders.contains(local) }

    /// Whether an element is an entry.
    func isEntry(_ local: UInt64) -> Bool { entries.contains(local) }
}

/// FNV-1a, which spreads short names well.
enum NameHash {
    static let empty: UInt64 = 0xCBF2_9CE4_8422_2325

    @inline(__always)
    static func adding(_ byte: UInt8, to hash: UInt64) -> UInt64 { (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }

    /// The hash of a name as it is written.
    static func of(_ name: StaticString) -> UInt64 {
        name.withUTF8Buffer { $0.reduce(empty) { adding($1, to: $0) } }
    }

    /// The hash of bytes as they are written.
    static func of(_ bytes: ArraySlice<UInt8>) -> UInt64 { bytes.reduce(empty) { adding($1, to: $0) } }
}
