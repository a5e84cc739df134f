import Content

/// The names in a text: words in capitals within a sentence. Two texts of one event share its people and places, whatever else they say of it.
public enum ProperNames {
    /// The names, in small letters, sorted; without days, months and languages, which any two texts of a week may share.
    public static func of(_ text: String, language: String?) -> [String] {
        let stops = language.map { StopWords.of($0) } ?? []
        var found: Set<String> = []
        var last = text.startIndex
        Words.forEach(in: text) { word in
            let gap = text[last..<word.startIndex]
            let isInside =
                last != text.startIndex && gap.utf8.count == 1 && gap.first == " " || gap == ", " || gap == "; "
            last = word.endIndex
            guard isInside, let first = word.first, first.isUppercase, word.count >= 3 else { return }
            let lower = Words.folded(word)
            if !stops.contains(lower), !usual.contains(lower) { found.insert(lower) }
        }
        return found.sorted()
    }

    private static let usual: Set<String> = [
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february", "march",
        "april", "may",
        "june", "july", "august", "september", "october", "november", "december", "english", "spanish", "french",
        "german", "mrs",
        "god", "internet", "earth", "lunes", "martes", "miercoles", "jueves", "viernes", "sabado", "domingo", "tierra",
        "dios",
    ]
}
