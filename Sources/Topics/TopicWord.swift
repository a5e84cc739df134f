/// A word of a text, or of a phrase, as members of a topic are compared: in lower case and in the singular. Nothing else makes a
/// word a member: `training` is none of *trains*.
public struct TopicWord: Hashable, Sendable {
    /// What is compared.
    public let form: String
    /// Whether it is written in capitals throughout: `AI`, `US`.
    public let isCapital: Bool

    /// A word as it is written, in a language.
    init(_ written: String, language: String) {
        let lower = written.lowercased()
        form = TopicWord.singular(lower, language: language)
        let letters = written.unicodeScalars
        isCapital = letters.count > 1 && lower != written && letters.allSatisfy { !$0.properties.isLowercase }
    }

    /// A word of ASCII alone, as most are: the same without a look at Unicode's tables. `buffer`: room that is used again.
    init(ascii written: ArraySlice<UInt8>, language: String, buffer: inout [UInt8]) {
        buffer.removeAll(keepingCapacity: true)
        var (hasUpper, hasLower) = (false, false)
        for byte in written {
            let isUpper = (0x41...0x5A).contains(byte)
            if isUpper { hasUpper = true } else if (0x61...0x7A).contains(byte) { hasLower = true }
            buffer.append(isUpper ? byte | 0x20 : byte)
        }
        isCapital = buffer.count > 1 && hasUpper && !hasLower
        TopicWord.toSingular(&buffer, language: language)
        form = String(decoding: buffer, as: UTF8.self)
    }

    /// The form that a noun's singular and plural share, by the rules of the language alone. It need not be a word.
    static func singular(_ word: String, language: String) -> String {
        var bytes = Array(word.utf8)
        toSingular(&bytes, language: language)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The same over the bytes of UTF-8: the rules look at endings of ASCII, and at Spanish vowels with an accent.
    private static func toSingular(_ word: inout [UInt8], language: String) {
        guard word.count >= 4, !word.contains(where: { (0x30...0x39).contains($0) }) else { return }
        if language == "es" { toSpanishForm(&word) } else { toEnglishForm(&word) }
    }

    private static func toEnglishForm(_ word: inout [UInt8]) {
        let last = word[word.count - 1]
        guard last == 0x73 || last == 0x65 && word[word.count - 2] == 0x69 else { return }
        // `magpie` and `magpies`, `story` and `stories`.
        for ending in ["ies", "ie"] where word.count > 4 && word.ends(in: ending) {
            word.replaceLast(ending.utf8.count, with: "y")
            return
        }
        guard last == 0x73 else { return }
        if word.ends(in: "oes") {
            word.removeLast(shortOes.contains(String(decoding: word, as: UTF8.self)) ? 1 : 2)
            return
        }
        for ending in ["sses", "shes", "ches", "xes", "zes"] where word.ends(in: ending) {
            word.removeLast(2)
            return
        }
        // `walruses`, not `houses`.
        if word.ends(in: "uses"), word.count > 4, !isVowel(word[word.count - 5]),
            !verbs.contains(String(decoding: word, as: UTF8.self))
        {
            word.removeLast(2)
            return
        }
        for ending in ["ss", "us", "is"] where word.ends(in: ending) { return }
        word.removeLast()
    }

    private static let shortOes: Set<String> = ["shoes", "canoes", "oboes", "floes", "aloes", "horseshoes"]
    private static let verbs: Set<String> = ["fuses", "muses", "ruses", "excuses", "abuses", "recluses"]

    private static func isVowel(_ byte: UInt8) -> Bool { "aeiou".utf8.contains(byte) }

    /// á, é, í, ó, ú by their second byte; the first is 0xC3.
    private static let accented: [UInt8: UInt8] = [0xA1: 0x61, 0xA9: 0x65, 0xAD: 0x69, 0xB3: 0x6F, 0xBA: 0x75]

    private static func toSpanishForm(_ word: inout [UInt8]) {
        // `león` has no accent in its plural, nor have `inglés` and `autobús`.
        if word.last == 0x6E || word.last == 0x73, word[word.count - 3] == 0xC3,
            let plain = accented[word[word.count - 2]]
        {
            word.replaceSubrange((word.count - 3)..<(word.count - 1), with: [plain])
            return
        }
        if word.last == 0x73 { word.removeLast() }
        let letters = word.count { $0 & 0xC0 != 0x80 }
        // `pez` and `peces`, `lince` and `linces`.
        if letters > 3, word.ends(in: "ce") {
            word.replaceLast(2, with: "z")
            return
        }
        // `papel` and `papeles`, `coche` and `coches`.
        guard letters > 3, word.last == 0x65 else { return }
        let before = word[word.count - 2]
        if isVowel(before) || word[word.count - 3] == 0xC3 && accented[before] != nil { return }
        word.removeLast()
    }
}

extension [UInt8] {
    fileprivate func ends(in ending: String) -> Bool {
        count >= ending.utf8.count && suffix(ending.utf8.count).elementsEqual(ending.utf8)
    }

    fileprivate mutating func replaceLast(_ number: Int, with ending: String) {
        removeLast(number)
        append(contentsOf: ending.utf8)
    }
}
