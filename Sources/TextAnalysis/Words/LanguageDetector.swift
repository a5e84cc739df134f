/// Guesses the language of a text: by its script where that is telling, else by the share of each language's stop words.
public enum LanguageDetector {
    /// The smallest number of words from which stop words decide.
    public static let fewestWords = 8

    /// The language (BCP 47 primary tag), or nil where the text is too short or nothing stands out.
    public static func language(of text: String) -> String? {
        let sample = String(text.prefix(4_000))
        if let script = scriptLanguage(of: sample) { return script }
        var hits: [String: Int] = [:]
        var count = 0
        Words.forEach(in: sample) { word in
            count += 1
            let lower = word.lowercased()
            for language in StopWords.languages where StopWords.of(language).contains(lower) {
                hits[language, default: 0] += 1
            }
        }
        guard count >= fewestWords else { return nil }
        // The list's order breaks ties; two of ten words at the least are stop words in running text.
        var best: (language: String, hits: Int)?
        for language in StopWords.languages {
            let found = hits[language] ?? 0
            if found > (best?.hits ?? 0) { best = (language, found) }
        }
        guard let best, best.hits * 8 >= count else { return nil }
        return best.language
    }

    /// The language of a script that (nearly) one language of schools is written in.
    private static func scriptLanguage(of text: String) -> String? {
        var letters = 0
        var counts: [String: Int] = [:]
        for scalar in text.unicodeScalars where scalar.value >= 0x41 && scalar.properties.isAlphabetic {
            letters += 1
            switch scalar.value {
            case 0x370...0x3FF: counts["el", default: 0] += 1
            case 0x400...0x52F: counts["ru", default: 0] += 1
            case 0x590...0x5FF: counts["he", default: 0] += 1
            case 0x600...0x6FF, 0x750...0x77F: counts["ar", default: 0] += 1
            case 0x900...0x97F: counts["hi", default: 0] += 1
            case 0xE00...0xE7F: counts["th", default: 0] += 1
            case 0x3040...0x30FF: counts["ja", default: 0] += 2
            case 0x4E00...0x9FFF: counts["zh", default: 0] += 1
            case 0xAC00...0xD7AF: counts["ko", default: 0] += 1
            default: break
            }
        }
        // Japanese mixes kana with Chinese characters: some kana is enough.
        if let kana = counts["ja"], kana * 5 > letters { return "ja" }
        let best = counts.max { ($0.value, $1.key) < ($1.value, $0.key) }
        guard let best, best.value * 2 > letters, letters >= 4 else { return nil }
        return best.key
    }
}
