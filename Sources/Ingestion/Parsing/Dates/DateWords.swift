/// Words of dates that are neither months nor zones.
enum DateWords {
    /// Whether a word is a day of the week in English, which most are: they need no further look.
    static func isEnglishWeekday(_ word: ArraySlice<UInt8>) -> Bool {
        guard word.count >= 3 else { return false }
        let start = word.startIndex
        switch (word[start].asciiLowercased, word[start + 1].asciiLowercased, word[start + 2].asciiLowercased) {
        case (0x6D, 0x6F, 0x6E), (0x74, 0x75, 0x65), (0x77, 0x65, 0x64), (0x74, 0x68, 0x75), (0x66, 0x72, 0x69),
            (0x73, 0x61, 0x74), (0x73, 0x75, 0x6E):
            return true
        default: return false
        }
    }

    /// Whether a word names the second half of the day; nil for words that name none.
    static func afternoon(_ word: ArraySlice<UInt8>) -> Bool? {
        let start = word.startIndex
        if word.count == 2 {
            guard word[start + 1].asciiLowercased == UInt8(ascii: "m") else { return nil }
            switch word[start].asciiLowercased {
            case UInt8(ascii: "a"): return false
            case UInt8(ascii: "p"): return true
            default: return nil
            }
        }
        guard word.count == 4 || word.count == 6, word[start] >= 0x80 else { return nil }
        switch String(decoding: word, as: UTF8.self).lowercased() {
        case "오전", "πμ": return false
        case "오후", "μμ": return true
        default: return nil
        }
    }
}
