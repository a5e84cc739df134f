import Content

/// A line of a list of words, as a school writes it.
enum ListLine {
    /// What a line says: without its comment, without blanks at its ends and without the mark that nobody sees, which stands in the middle
    /// of a file where two were joined.
    static func content(_ line: Substring) -> String {
        let bytes = line.utf8
        let isPlain = !bytes.contains(UInt8(ascii: "#")) && !bytes.contains(0xEF)
        return isPlain ? line.trimmed : line.filter { $0 != "\u{FEFF}" }.prefix { $0 != "#" }.trimmed
    }

    /// The lines of a text with their numbers, of those that are not empty. The lists are read by each command: they are parted by bytes, and
    /// by characters only where a rarer end of a line than LF is in the text.
    static func lines(of text: String) -> [(number: Int, line: Substring)] {
        let lines =
            hasRareEnd(text)
            ? text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
            : text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false).map { Substring($0) }
        return lines.enumerated().filter { !$0.element.isEmpty }.map { ($0.offset + 1, $0.element) }
    }

    /// Whether a line ends in CR, VT, FF, NEL or one of Unicode's separators.
    private static func hasRareEnd(_ text: String) -> Bool {
        var (second, first): (UInt8, UInt8) = (0, 0)
        for byte in text.utf8 {
            switch byte {
            case 0x0B...0x0D: return true
            case 0x85 where first == 0xC2: return true
            case 0xA8, 0xA9: if first == 0x80, second == 0xE2 { return true }
            default: break
            }
            (second, first) = (first, byte)
        }
        return false
    }
}

extension StringProtocol {
    /// The parts between a mark of ASCII, as `split` gives them, without asking what a character is.
    func parts(at mark: Unicode.Scalar) -> [Substring] {
        Substring(self).utf8.split(separator: UInt8(ascii: mark)).map { Substring($0) }
    }
}
