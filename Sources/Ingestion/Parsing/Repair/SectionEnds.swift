/// Finds the ends of sections, and remembers which have none.
///
/// Without the memory a document of unclosed comments costs the square of its length: each would be searched to the end.
struct SectionEnds {
    /// What ends a section.
    enum Marker: Int {
        case comment
        case instruction
        case characterData
        case tag
        case doubleQuote
        case singleQuote
        case documentType
    }

    private var missing: UInt8 = 0

    /// Whether a search for this end has already failed; the document is only read forwards, so it would fail again.
    func isMissing(_ marker: Marker) -> Bool { missing & 1 << UInt8(marker.rawValue) != 0 }

    mutating func noteMissing(_ marker: Marker) { missing |= 1 << UInt8(marker.rawValue) }

    /// The index behind the first end from an index on; nil when there is none.
    mutating func end<Bytes: RandomAccessCollection>(
        _ marker: Marker, in input: Bytes, from start: Int
    ) -> Int? where Bytes.Element == UInt8, Bytes.Index == Int {
        guard !isMissing(marker) else { return nil }
        let found: Int? =
            switch marker {
            case .comment: input.firstIndex(ofText: "-->", from: start).map { $0 + 3 }
            case .instruction: input.firstIndex(ofText: "?>", from: start).map { $0 + 2 }
            case .characterData: input.firstIndex(ofText: "]]>", from: start).map { $0 + 3 }
            case .tag: input.firstIndex(ofText: ">", from: start).map { $0 + 1 }
            case .doubleQuote: input.firstIndex(ofText: "\"", from: start).map { $0 + 1 }
            case .singleQuote: input.firstIndex(ofText: "'", from: start).map { $0 + 1 }
            case .documentType: nil
            }
        if found == nil { noteMissing(marker) }
        return found
    }
}
