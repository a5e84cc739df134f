import TextAnalysis

/// An article as held words are looked for in it: words with the families they belong to, and where sentences begin. Its parts (title,
/// text, tags) are apart: no phrase runs from one into the next.
struct ScannedText {
    /// One word.
    struct Word {
        /// Which word it is, by the number that a scan has given it.
        var kind: Int32
        /// The number of its part.
        var part: Int32
        /// Where it stands in its part.
        var place: Range<String.Index>
    }

    private(set) var words: [Word] = []
    /// The first word of each sentence, and behind them the number of words.
    private(set) var sentences: [Int] = []
    private(set) var parts: [String] = []

    /// Adds a part; `kind` numbers its words. What stands behind asterisks, as in `f***`, is one word with them.
    mutating func add(_ part: String, kind: (Substring) -> Int32) {
        let number = Int32(parts.count)
        parts.append(part)
        sentences.append(words.count)
        var last = part.startIndex
        let bytes = part.utf8
        Words.forEach(in: part) { word in
            if last < word.startIndex, bytes[last] == ScannedText.asterisk, word.startIndex > part.startIndex,
                bytes[bytes.index(before: word.startIndex)] == ScannedText.asterisk, let before = words.last,
                before.part == number, ScannedText.isMask(bytes[last..<word.startIndex])
            {
                let place = before.place.lowerBound..<word.endIndex
                words[words.count - 1] = Word(kind: kind(part[place]), part: number, place: place)
                last = word.endIndex
                return
            }
            closeMask(at: last, in: part, kind: kind)
            if ScannedText.endsSentence(bytes[last..<word.startIndex]), words.count > (sentences.last ?? 0) {
                sentences.append(words.count)
            }
            last = word.endIndex
            words.append(Word(kind: kind(word), part: number, place: word.startIndex..<word.endIndex))
        }
        closeMask(at: last, in: part, kind: kind)
    }

    private static let asterisk = UInt8(ascii: "*")

    private static func isMask(_ bytes: Substring.UTF8View) -> Bool { bytes.allSatisfy { $0 == asterisk } }

    /// Takes the asterisks that follow the last word into it.
    private mutating func closeMask(at end: String.Index, in part: String, kind: (Substring) -> Int32) {
        let bytes = part.utf8
        guard end < part.endIndex, bytes[end] == ScannedText.asterisk, let word = words.last,
            word.part == parts.count - 1
        else { return }
        var behind = end
        while behind < part.endIndex, bytes[behind] == ScannedText.asterisk { behind = bytes.index(after: behind) }
        let place = word.place.lowerBound..<behind
        words[words.count - 1] = Word(kind: kind(part[place]), part: word.part, place: place)
    }

    /// The words of a sentence, by number.
    func range(ofSentence number: Int) -> Range<Int> {
        sentences[number]..<(number + 1 < sentences.count ? sentences[number + 1] : words.count)
    }

    /// The sentence that a word stands in.
    func sentence(of word: Int) -> Int {
        var (low, high) = (0, sentences.count)
        while high - low > 1 {
            let middle = (low + high) / 2
            if sentences[middle] <= word { low = middle } else { high = middle }
        }
        return low
    }

    /// What stands from one word to another, on one line. Both are in one part.
    func spelling(from first: Int, to last: Int) -> String {
        let text = parts[Int(words[first].part)][words[first].place.lowerBound..<words[last].place.upperBound]
        return text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    /// The sentence that a word stands in, on one line, up to where the next begins.
    func sentenceText(of word: Int) -> String {
        let range = range(ofSentence: sentence(of: word))
        let part = parts[Int(words[word].part)]
        let isLast = range.upperBound == words.count || words[range.upperBound].part != words[word].part
        let end = isLast ? part.endIndex : words[range.upperBound].place.lowerBound
        let text = part[words[range.lowerBound].place.lowerBound..<end]
        return text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    /// Whether what stands between two words ends a sentence: its mark and a blank, or a new line.
    private static func endsSentence(_ between: Substring.UTF8View) -> Bool {
        var mark = false
        var previous: UInt8 = 0
        for byte in between {
            switch byte {
            case UInt8(ascii: "\n"): return true
            case UInt8(ascii: " ") where mark: return true
            case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"): mark = true
            // The last byte of "…", and of the Arabic question mark.
            case 0xA6 where previous == 0x80, 0x9F where previous == 0xD8: mark = true
            default: break
            }
            previous = byte
        }
        return false
    }
}
