/// The ids of another program's tables.
enum SourceID {
    /// The longest, in bytes.
    static let longest = 255

    /// Whether a text is what a spreadsheet makes of an id of many digits: `1.23457E+11`.
    static func isSpoilt(_ id: String) -> Bool {
        let bytes = Array(id.utf8)
        guard let mark = bytes.firstIndex(where: { $0 == UInt8(ascii: "E") || $0 == UInt8(ascii: "e") }),
            mark > 0, mark + 2 < bytes.count, bytes[mark + 1] == UInt8(ascii: "+"),
            bytes[(mark + 2)...].allSatisfy(isDigit), bytes.count - mark <= 5, isDigit(bytes[0])
        else { return false }
        let rest = bytes[1..<mark]
        guard let point = rest.first else { return true }
        return (point == UInt8(ascii: ".") || point == UInt8(ascii: ",")) && rest.count > 1
            && rest.dropFirst().allSatisfy(isDigit)
    }

    private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
}
