/// The letters that all forms of a word begin with, as far as it is known without stemming them: most words, and most texts, are passed over
/// by a look at some bytes.
struct WordBeginning: Hashable, Sendable {
    /// In lower case, ASCII alone; empty where nothing can be told.
    private let letters: [UInt8]

    /// The beginning of a folded word. Its forms have at most these letters in common with it, and never more than its stem has:
    /// `berry` and `berries`, `lying` and `lie`.
    init(of word: String, stem: String) {
        let bytes = Array(word.utf8)
        let length = bytes.count <= 3 ? min(1, bytes.count) : bytes.count <= 5 ? 3 : 4
        // A stem may end in another letter than its forms: `bodi` of `body`, `use` of `using`.
        let ofStem = stem.utf8.count <= 3 ? 1 : stem.utf8.count - 1
        let common = zip(bytes, stem.utf8).prefix(min(length, ofStem)).prefix { $0 == $1 }.map { $0.0 }
        letters = bytes.allSatisfy { $0 < 0x80 } ? common : []
    }

    /// Whether a word may be a form; false: it is none.
    func mayBegin(_ word: Substring) -> Bool {
        var rest = word.utf8.makeIterator()
        for letter in letters {
            guard let byte = rest.next() else { return false }
            // A letter with a mark is told apart by whoever knows letters.
            if byte >= 0x80 { return true }
            if lower(byte) != letter { return false }
        }
        return true
    }

    /// Whether a text may hold a form; false: it holds none.
    func mayStand(in text: String) -> Bool {
        if letters.isEmpty { return true }
        var text = text
        return text.withUTF8 { bytes in
            var isInWord = false
            for start in bytes.indices {
                // Behind an ASCII letter no word begins; where another stands is not looked into.
                if !isInWord, mayBegin(bytes[start...]) { return true }
                isInWord = isLetter(bytes[start])
            }
            return false
        }
    }

    private func mayBegin(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        var place = bytes.startIndex
        for letter in letters {
            guard place < bytes.endIndex else { return false }
            let byte = bytes[place]
            if byte >= 0x80 {
                // Within a word any of them may be one; no word begins in the middle of a scalar, or with a quote or a dash.
                if place > bytes.startIndex { return true }
                let isMark = byte == 0xE2 && place + 1 < bytes.endIndex && bytes[place + 1] == 0x80
                return byte >= 0xC2 && !isMark
            }
            if lower(byte) != letter { return false }
            place += 1
        }
        return true
    }

    private func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte) }

    private func lower(_ byte: UInt8) -> UInt8 { (0x41...0x5A).contains(byte) ? byte | 0x20 : byte }
}
