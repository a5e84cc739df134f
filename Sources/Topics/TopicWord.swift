/// A word of a text, or of a phrase, as members of a topic are compared: in lower case and in the singular. Nothing else makes a
/// word a member: `training` is none of *trains*.
public struct TopicWord: Hashable, Sendable {
    /// What is compared.
    public let form: String
    /// Whether it is written in capitals throughout: `AI`, `US`.
    public let isCapital: Bool

    /// A word as it is written, in a language.
    init(_ written: Substring, language: String) {
        let lower = written.lowercased()
        form = TopicWord.singular(lower, language: language)
        let letters = written.unicodeScalars
        isCapital = letters.count > 1 && lower != written && letters.allSatisfy { !$0.properties.isLowercase }
    }

    /// The form that a noun's singular and plural share, by the rules of the language alone. It need not be a word.
    static func singular(_ word: String, language: String) -> String {
        guard word.utf8.count >= 4, !word.contains(where: { $0.isNumber }) else { return word }
        return language == "es" ? spanishForm(word) : englishForm(word)
    }

    private static func englishForm(_ word: String) -> String {
        // `magpie` and `magpies`, `story` and `stories`.
        if word.hasSuffix("ies"), word.utf8.count > 4 { return word.dropLast(3) + "y" }
        if word.hasSuffix("ie"), word.utf8.count > 4 { return word.dropLast(2) + "y" }
        guard word.last == "s" else { return word }
        if word.hasSuffix("oes") { return String(word.dropLast(shortOes.contains(word) ? 1 : 2)) }
        for ending in ["sses", "shes", "ches", "xes", "zes"] where word.hasSuffix(ending) {
            return String(word.dropLast(2))
        }
        // `walruses`, not `houses`.
        if word.hasSuffix("uses"), let before = word.dropLast(4).last, !"aeiou".contains(before), !verbs.contains(word)
        {
            return String(word.dropLast(2))
        }
        for ending in ["ss", "us", "is"] where word.hasSuffix(ending) { return word }
        return String(word.dropLast())
    }

    private static let shortOes: Set<String> = ["shoes", "canoes", "oboes", "floes", "aloes", "horseshoes"]
    private static let verbs: Set<String> = ["fuses", "muses", "ruses", "excuses", "abuses", "recluses"]

    private static func spanishForm(_ word: String) -> String {
        let plain = withoutLastAccent(word)
        if plain != word { return plain }
        var form = word[...]
        if form.last == "s" { form = form.dropLast() }
        // `pez` and `peces`, `lince` and `linces`.
        if form.hasSuffix("ce"), form.count > 3 { return form.dropLast(2) + "z" }
        // `papel` and `papeles`, `coche` and `coches`.
        if form.count > 3, form.last == "e", let before = form.dropLast().last, !"aeiouáéíóú".contains(before) {
            form = form.dropLast()
        }
        return String(form)
    }

    /// `león` has no accent in its plural, nor have `inglés` and `autobús`.
    private static func withoutLastAccent(_ word: String) -> String {
        guard let last = word.last, last == "n" || last == "s" else { return word }
        let rest = word.dropLast()
        guard let vowel = rest.last, let plain = ["á": "a", "é": "e", "í": "i", "ó": "o", "ú": "u"][vowel] else {
            return word
        }
        return rest.dropLast() + plain + String(last)
    }
}

/// A text as a row of words, each with where it stands.
public struct TopicText: Sendable {
    let words: [TopicWord]
    private let places: [Place]
    private let text: String

    /// Where a word stands in the text's bytes.
    private struct Place {
        var start: UInt32
        var count: UInt32
    }

    /// The words of a text in a language; `+` and `#` after a word belong to it, as in `C++` and `C#`.
    public init(_ text: String, language: String) {
        self.text = text
        var words: [TopicWord] = []
        var places: [Place] = []
        let scalars = text.unicodeScalars
        var index = scalars.startIndex
        while index < scalars.endIndex {
            guard TopicText.isPart(scalars[index]), scalars[index].properties.generalCategory != .nonspacingMark else {
                index = scalars.index(after: index)
                continue
            }
            let start = index
            while index < scalars.endIndex, TopicText.isPart(scalars[index]) { index = scalars.index(after: index) }
            while index < scalars.endIndex, scalars[index] == "+" || scalars[index] == "#" {
                index = scalars.index(after: index)
            }
            words.append(TopicWord(text[start..<index], language: language))
            let offset = text.utf8.distance(from: text.startIndex, to: start)
            places.append(Place(start: UInt32(offset), count: UInt32(text.utf8.distance(from: start, to: index))))
        }
        self.words = words
        self.places = places
    }

    /// Some words as they stand in the text, with what is between them.
    func written(_ range: Range<Int>) -> String {
        guard let first = range.first, let last = range.last else { return "" }
        let utf8 = text.utf8
        let start = utf8.index(utf8.startIndex, offsetBy: Int(places[first].start))
        let end = utf8.index(utf8.startIndex, offsetBy: Int(places[last].start + places[last].count))
        return String(text[start..<end])
    }

    private static func isPart(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.isASCII {
            return ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar) || ("0"..."9").contains(scalar)
        }
        let properties = scalar.properties
        return properties.isAlphabetic || properties.generalCategory == .nonspacingMark || properties.numericType != nil
    }
}
