/// The names that a document has used so far, and under which of them its elements and attributes go on.
///
/// The XML library keeps every name it ever sees in a table of fixed width, so that each new one makes all of them slower, and at
/// ten megabytes it gives up. No feed needs thousands of different names: behind a bound only names with a meaning go on.
struct NameBook {
    /// How a name is written for the library.
    enum Spelling: UInt8 {
        case asWritten
        /// In lower case, without a prefix: one of the names that the parser knows.
        case known
        /// As ``NameBook/unknown``.
        case unknown
    }

    /// The one name of all that the parser does not know and has no room for. HTML has no such element either.
    static let unknown: StaticString = "x-other"

    /// Different names of one document, those of prefixes and namespaces among them.
    private static let limit = 4_096
    /// Bytes of a name; a longer one is not worth having.
    static let longestName = 256
    /// Bytes of the name of a namespace.
    static let longestNamespace = 1_024

    /// Hashes of the names that were seen: open addressing in a power of two of slots, 0 for a free one.
    private var slots = [UInt64](repeating: 0, count: 256)
    private var count = 0

    /// Whether a name has been seen, or is noted now. False where there is no room for another.
    @inline(__always)
    mutating func admits(_ hash: UInt64) -> Bool {
        var slot = Int(truncatingIfNeeded: hash ^ hash >> 29) & (slots.count - 1)
        while slots[slot] != 0 {
            if slots[slot] == hash { return true }
            slot = (slot + 1) & (slots.count - 1)
        }
        return note(hash)
    }

    private mutating func note(_ hash: UInt64) -> Bool {
        guard count < NameBook.limit, hash != 0 else { return false }
        if count * 2 >= slots.count { grow() }
        insert(hash)
        count += 1
        return true
    }

    private mutating func insert(_ hash: UInt64) {
        var slot = Int(truncatingIfNeeded: hash ^ hash >> 29) & (slots.count - 1)
        while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
        slots[slot] = hash
    }

    private mutating func grow() {
        let old = slots
        slots = [UInt64](repeating: 0, count: old.count * 2)
        for hash in old where hash != 0 { insert(hash) }
    }

    /// How an element's name is written.
    mutating func spelling(of name: TagName, in input: [UInt8]) -> Spelling {
        guard name.isSound else { return .unknown }
        if name.range.count <= NameBook.longestName, admits(name.hash) { return .asWritten }
        let local = input[name.localRange]
        guard name.localRange == name.range, local.count <= 24 else { return .unknown }
        let text = String(decoding: local.map(\.asciiLowercased), as: UTF8.self)
        return Element.isKnown(text) || HTMLTag.named(local.span) != nil ? .known : .unknown
    }

    /// Whether an attribute is worth writing.
    mutating func keepsAttribute(_ name: ArraySlice<UInt8>) -> Bool {
        if name.count <= NameBook.longestName, admits(NameHash.of(name)) { return true }
        return name.count <= 12 && NameBook.knownAttributes.contains(String(decoding: name, as: UTF8.self))
    }

    /// Whether a namespace is worth naming.
    mutating func keepsNamespace(_ name: ArraySlice<UInt8>) -> Bool {
        name.count <= NameBook.longestNamespace && admits(NameHash.of(name))
    }

    /// Attributes that the parser reads, in their usual spelling.
    private static let knownAttributes: Set<String> = [
        "about", "alt", "audience", "category", "height", "hidden", "href", "isPermaLink", "label", "lang", "language",
        "lastmod", "length", "medium", "mode", "rel", "resource", "src", "style", "term", "text", "title", "type",
        "url",
        "version", "width", "xml:base", "xml:lang", "xmlUrl", "xmlns",
    ]
}

/// The name of a tag: where it stands, and hashes by which it is told from others.
struct TagName {
    var range: Range<Int>
    /// Of the whole name as it is written.
    var hash: UInt64
    /// Of the local name in lower case.
    var localHash: UInt64
    /// Where the local name begins.
    var localStart: Int
    /// Whether it is a name, or two with a colon between them (Namespaces in XML 1.0, section 4).
    var isSound: Bool

    /// Where the local name stands.
    var localRange: Range<Int> { localStart..<range.upperBound }

    /// Reads the name that begins at an index; empty where none does.
    @inline(__always)
    init(in bytes: Span<UInt8>, at start: Int) {
        var at = start
        var (hash, localHash, localStart, colons) = (NameHash.empty, NameHash.empty, start, 0)
        while at < bytes.count, bytes[at].isNameByte {
            let byte = bytes[at]
            at += 1
            hash = NameHash.adding(byte, to: hash)
            if byte == UInt8(ascii: ":") {
                (localHash, localStart, colons) = (NameHash.empty, at, colons + 1)
            } else {
                localHash = NameHash.adding(byte.asciiLowercased, to: localHash)
            }
        }
        range = start..<at
        (self.hash, self.localHash, self.localStart) = (hash, localHash, localStart)
        isSound =
            at > localStart && bytes[start].isNameStart && bytes[localStart].isNameStart
            && (colons == 0 || (colons == 1 && localStart > start + 1))
    }
}

/// An element whose end tag is still to come.
struct OpenElement {
    var name: TagName
    /// How its name was written.
    var spelling: NameBook.Spelling
}

/// Tells of most names that they are not among the open elements, so that a document of end tags of nothing does not search for each
/// of them.
struct NameFilter {
    /// How many open elements have names of each kind; there are fewer than 256 of them.
    private var counts = [UInt8](repeating: 0, count: 256)

    private func kind(_ hash: UInt64) -> Int { Int(truncatingIfNeeded: (hash ^ hash >> 32) & 255) }

    mutating func insert(_ hash: UInt64) { counts[kind(hash)] &+= 1 }

    mutating func remove(_ hash: UInt64) { counts[kind(hash)] &-= 1 }

    /// False when no open element has the name.
    func mayHold(_ hash: UInt64) -> Bool { counts[kind(hash)] > 0 }
}
