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

        /// The text of the end; nil for what is found by other means.
        fileprivate var text: StaticString? {
            switch self {
            case .comment: "-->"
            case .instruction: "?>"
            case .characterData: "]]>"
            case .tag: ">"
            case .doubleQuote: "\""
            case .singleQuote: "'"
            case .documentType: nil
            }
        }
    }

    private var missing: UInt8 = 0

    /// Whether a search for this end has already failed; the document is only read forwards, so it would fail again.
    func isMissing(_ marker: Marker) -> Bool { missing & 1 << UInt8(marker.rawValue) != 0 }

    mutating func noteMissing(_ marker: Marker) { missing |= 1 << UInt8(marker.rawValue) }

    /// The index behind the first end from an index on; nil when there is none.
    mutating func end(_ marker: Marker, in input: Span<UInt8>, from start: Int) -> Int? {
        guard !isMissing(marker), let text = marker.text else { return nil }
        if let found = input.firstIndex(ofText: text, from: start) { return found + text.utf8CodeUnitCount }
        noteMissing(marker)
        return nil
    }
}
