import Foundation

/// Ways in which words are written so that programs do not find them, and phones write them by themselves: letters apart, figures
/// for letters, full-width and mathematical letters, letters of another alphabet that look alike.
enum Disguise {
    /// The text as it would be written plainly.
    static func undone(_ text: String) -> String {
        let plain = text.precomposedStringWithCompatibilityMapping.filter { $0 != "\u{200B}" }
        let words = plain.split(whereSeparator: { $0.isWhitespace || ".,-*_|/".contains($0) }).map { String($0) }
        var joined: [String] = []
        var letters = ""
        for word in words {
            if word.count == 1, word.first?.isLetter == true {
                letters += word
                continue
            }
            if !letters.isEmpty { joined.append(letters) }
            letters = ""
            joined.append(lettersForFigures(word))
        }
        if !letters.isEmpty { joined.append(letters) }
        return joined.joined(separator: " ")
    }

    /// A word of letters and figures with the letters that the figures stand for, and one of two alphabets in one of them.
    private static func lettersForFigures(_ word: String) -> String {
        let hasLatin = word.contains { $0.isASCII && $0.isLetter }
        guard hasLatin, word.contains(where: { lookAlikes[$0] != nil }) else { return word }
        return String(word.map { lookAlikes[$0] ?? $0 })
    }

    private static let lookAlikes: [Character: Character] = [
        "0": "o", "1": "i", "3": "e", "4": "a", "5": "s", "7": "t", "@": "a", "$": "s", "!": "i",
        "а": "a", "е": "e", "о": "o", "с": "c", "р": "p", "у": "y", "х": "x", "і": "i", "к": "k", "м": "m", "т": "t",
    ]
}
