/// One word of a text as it is compared to tell near-copies: what changes when a text is set anew (case, diacritics, the kind
/// of apostrophe, the dots of an abbreviation, the comma in a number) is left out.
struct CopyWord: Hashable, Sendable {
    /// A hash of its letters; of 64 bits, so that equal hashes mean equal words.
    var hash: UInt64
    /// Whether it holds a digit or is a Roman numeral of more than one letter, or V or X.
    var isNumber = false
    /// Whether it begins with a capital inside a sentence: most likely a name.
    var isName = false
    /// Whether it is long enough to say what a headline is about.
    var isLong = false

    /// Words have some six letters: an opening of so many words is looked for in so many bytes each.
    private static let bytesAWord = 24

    /// The first words of a text, at most so many.
    static func words(of text: String, atMost limit: Int) -> [CopyWord] {
        var words: [CopyWord] = []
        words.reserveCapacity(limit)
        let whole = text.utf8.span
        var end = min(whole.count, limit * bytesAWord)
        while end > 0, end < whole.count, whole[end] & 0xC0 == 0x80 { end -= 1 }
        let bytes = whole.extracting(0..<end)
        var last = 0..<0
        WordScanner.scan(bytes) { range in
            defer { last = range }
            if let before = words.last, joins(bytes, last, range) {
                words[words.count - 1].hash = continued(before.hash, bytes, range)
                words[words.count - 1].isLong = true
            } else if words.count < limit {
                words.append(word(bytes, range))
            }
        }
        return words
    }

    /// Whether a word goes on the one before: `U.S.` is `US`, `1,200` is `1200`.
    private static func joins(_ bytes: Span<UInt8>, _ last: Range<Int>, _ word: Range<Int>) -> Bool {
        guard !last.isEmpty, word.lowerBound == last.upperBound + 1 else { return false }
        let between = bytes[last.upperBound]
        if between == UInt8(ascii: "."), word.count == 1, isLetter(bytes[word.lowerBound]) {
            return last.count == 1 && isLetter(bytes[last.lowerBound])
        }
        return (between == UInt8(ascii: ".") || between == UInt8(ascii: ","))
            && isDigit(bytes[last.upperBound - 1]) && isDigit(bytes[word.lowerBound])
    }

    private static func word(_ bytes: Span<UInt8>, _ range: Range<Int>) -> CopyWord {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        var digits = false
        var isPlain = true
        for index in range {
            let byte = bytes[index]
            if byte >= 0x80 { isPlain = false }
            if isDigit(byte) { digits = true }
        }
        if isPlain {
            hash = continued(hash, bytes, range)
        } else {
            for byte in Words.folded(text(bytes, range)).utf8 { hash = mixed(hash, byte) }
        }
        return CopyWord(
            hash: hash, isNumber: digits || isRoman(bytes, range),
            isName: beginsWithCapital(bytes, range) && !beginsSentence(bytes, range.lowerBound),
            isLong: range.count >= (isPlain ? 4 : 6))
    }

    private static func continued(_ hash: UInt64, _ bytes: Span<UInt8>, _ range: Range<Int>) -> UInt64 {
        var hash = hash
        for index in range {
            let byte = bytes[index]
            hash = mixed(hash, (0x41...0x5A).contains(byte) ? byte | 0x20 : byte)
        }
        return hash
    }

    /// One step of FNV-1a; apostrophes are passed over.
    private static func mixed(_ hash: UInt64, _ byte: UInt8) -> UInt64 {
        byte == 0x27 ? hash : (hash ^ UInt64(byte)) &* 0x100_0000_01B3
    }

    private static func text(_ bytes: Span<UInt8>, _ range: Range<Int>) -> String {
        var word: [UInt8] = []
        for index in range { word.append(bytes[index]) }
        return String(decoding: word, as: UTF8.self)
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

    private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

    private static func isRoman(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
        guard range.count <= 5 else { return false }
        for index in range where !"IVX".utf8.contains(bytes[index]) { return false }
        return range.count > 1 || bytes[range.lowerBound] != UInt8(ascii: "I")
    }

    private static func beginsWithCapital(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
        let first = bytes[range.lowerBound]
        if first < 0x80 { return (0x41...0x5A).contains(first) }
        return text(bytes, range).first?.isUppercase == true
    }

    /// Whether nothing but blanks, quotes and brackets stands between a word and the end of a sentence, a line or the text
    /// before it; a dash or a colon counts as an end too.
    private static func beginsSentence(_ bytes: Span<UInt8>, _ start: Int) -> Bool {
        var at = start - 1
        while at >= 0 {
            let byte = bytes[at]
            if byte < 0x80 {
                if " \"'([\t".utf8.contains(byte) {
                    at -= 1
                    continue
                }
                return ".!?:\n\r-|>*".utf8.contains(byte)
            }
            // General punctuation (U+2010…U+203F): quotes are passed over, dashes and bullets end.
            guard at >= 2, bytes[at - 2] == 0xE2, bytes[at - 1] == 0x80 else { return false }
            guard (0x98...0x9F).contains(byte) else { return true }
            at -= 3
        }
        return true
    }
}
