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
        switch String(decoding: word, as: UTF8.self).lowercased() {
        case "am", "오전", "πμ": false
        case "pm", "오후", "μμ": true
        default: nil
        }
    }
}
