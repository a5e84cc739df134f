import Content

/// Whether a text is in the language that is declared for it.
public enum DeclaredLanguage {
    /// A text of fewer words may be a quotation, or names.
    static let fewestWords = 40
    /// So many times as many words of another language than of the declared one contradict it.
    static let clearly = 3.0

    /// The language that a long text clearly is in though another is declared; nil where nothing contradicts.
    public static func contradicted(_ declared: String, by text: String) -> String? {
        let sample = String(text.prefix(4_000))
        guard let found = LanguageDetector.language(of: sample), found != declared,
            Words.count(sample) >= fewestWords
        else { return nil }
        // A language without stop words here cannot be told from others.
        guard StopWords.languages.contains(declared), StopWords.languages.contains(found) else {
            return StopWords.languages.contains(declared) ? found : nil
        }
        var (own, other) = (0, 0)
        Words.forEach(in: sample) { word in
            let lower = word.lowercased()
            if StopWords.of(declared).contains(lower) { own += 1 }
            if StopWords.of(found).contains(lower) { other += 1 }
        }
        return Double(other) >= clearly * Double(max(1, own)) ? found : nil
    }
}
