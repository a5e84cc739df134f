import Content

/// The names in a text: words in capitals within a sentence. Two texts of one event share its people and places, whatever else they say of it.
public enum ProperNames {
    /// The names, in small letters, sorted; without days, months and languages, which any two texts of a week may share.
    public static func of(_ text: String, language: String?) -> [String] { found(in: text, language: language).sure }

    /// The same, and apart the words that begin a sentence: one of them is a name where another text has it as one.
    static func found(in text: String, language: String?) -> (sure: [String], first: Set<String>) {
        let stops = language.map { StopWords.of($0) } ?? []
        var (found, beginning): (Set<String>, Set<String>) = ([], [])
        var last = text.startIndex
        Words.forEach(in: text) { word in
            let gap = text[last..<word.startIndex]
            let isInside =
                last != text.startIndex && gap.utf8.count == 1 && gap.first == " " || gap == ", " || gap == "; "
            last = word.endIndex
            guard let first = word.first, first.isUppercase, word.count >= 3 else { return }
            let lower = Words.folded(word)
            // "I'm" and "I've" are in capitals and are no names.
            guard !lower.hasPrefix("i'"), !lower.hasPrefix("i’") else { return }
            if stops.contains(lower) || usual.contains(lower) { return }
            if isInside { found.insert(lower) } else { beginning.insert(lower) }
        }
        return (found.sorted(), beginning.subtracting(found))
    }

    private static let usual: Set<String> = [
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february", "march",
        "april", "may",
        "june", "july", "august", "september", "october", "november", "december", "english", "spanish", "french",
        "german", "mrs",
        "god", "internet", "earth", "lunes", "martes", "miercoles", "jueves", "viernes", "sabado", "domingo", "tierra",
        "dios", "mon", "tue", "tues", "wed", "thu", "thur", "thurs", "fri", "sat", "sun", "jan", "feb", "mar", "apr",
        "jun", "jul", "aug", "sep",
        "sept", "oct", "nov", "dec", "president", "minister", "prime", "secretary", "united", "states", "state",
        "government", "presidente",
        "ministro", "gobierno", "estados", "unidos", "university", "street", "news", "chief", "white", "house", "big",
        "new", "year", "day",
    ]
}
