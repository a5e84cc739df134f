/// Splits text into words: runs of letters, marks and digits. An apostrophe inside a word joins (`don't`), but after a
/// shortened article it parts (`l'école`), and a possessive `'s` is left off. Where a script is written without blanks,
/// each character is a word.
public enum Words {
    /// The words in their own spelling, in order.
    public static func split(_ text: String) -> [Substring] {
        var words: [Substring] = []
        forEach(in: text) { words.append($0) }
        return words
    }

    /// The number of words.
    public static func count(_ text: String) -> Int {
        var count = 0
        WordScanner.scan(text.utf8.span) { _ in count += 1 }
        return count
    }

    /// A word as it is compared: lower case, without diacritics (`Volcán` → `volcan`) and what ``visible(_:)`` drops.
    public static func folded(_ word: some StringProtocol) -> String {
        if word.utf8.allSatisfy({ $0 < 0x80 }) { return word.lowercased() }
        var folded = String.UnicodeScalarView()
        for scalar in visible(word).decomposedScalars where !scalar.isNonspacingMark { folded.append(scalar) }
        return String(folded)
    }

    /// A word in lower case, with one kind of apostrophe and without invisible characters: a soft hyphen hides no word
    /// from a rule about it.
    static func visible(_ word: some StringProtocol) -> String {
        let lower = word.lowercased()
        if lower.utf8.allSatisfy({ $0 < 0x80 }) { return lower }
        var visible = String.UnicodeScalarView()
        for scalar in lower.unicodeScalars where !scalar.isInvisible {
            visible.append(scalar == "\u{2019}" || scalar == "\u{02BC}" ? "'" : scalar)
        }
        return String(visible)
    }

    /// Calls `body` with each word.
    package static func forEach(in text: String, _ body: (Substring) -> Void) {
        let bytes = text.utf8
        var index = bytes.startIndex
        var offset = 0
        WordScanner.scan(bytes.span) { word in
            // Words come in order, so that each index is found from the last one.
            let start = bytes.index(index, offsetBy: word.lowerBound - offset)
            let end = bytes.index(start, offsetBy: word.count)
            (index, offset) = (end, word.upperBound)
            body(text[start..<end])
        }
    }

    /// The text with its words in lower case, one blank between them, and nothing else: what stays the same when case,
    /// blanks and punctuation change. Case is folded in ASCII only.
    public static func plain(_ text: String) -> [UInt8] {
        let bytes = text.utf8.span
        var plain: [UInt8] = []
        plain.reserveCapacity(bytes.count)
        WordScanner.scan(bytes) { word in
            if !plain.isEmpty { plain.append(0x20) }
            for index in word {
                let byte = bytes[index]
                plain.append((0x41...0x5A).contains(byte) ? byte | 0x20 : byte)
            }
        }
        return plain
    }
}
