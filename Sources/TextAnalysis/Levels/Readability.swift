/// The reading level of a text as a school grade, by the published formula of its language.
public enum Readability {
    /// The smallest number of words that a level is estimated from; below it the formulas are mostly noise.
    public static let fewestWords = 40

    /// The level as a school grade, 0…16; nil for a text that is too short or in a language without a measure here.
    ///
    /// English: Flesch-Kincaid grade (Kincaid, Fishburne, Rogers and Chissom 1975). Spanish: Crawford's grade for
    /// primary-school texts (Crawford 1984), from sentences and syllables a hundred words.
    public static func grade(of text: String, language: String?) -> Double? {
        guard let language, language == "en" || language == "es" else { return nil }
        return grade(of: TextMeasures(of: text, language: language), language: language)
    }

    /// The level from counts alone; see ``grade(of:language:)-(String,_)``.
    static func grade(of measures: TextMeasures, language: String) -> Double? {
        guard measures.words >= fewestWords else { return nil }
        let words = Double(measures.words)
        let sentences = Double(measures.sentences)
        let syllables = Double(measures.syllables)
        let grade =
            language == "es"
            ? -0.205 * (sentences * 100 / words) + 0.049 * (syllables * 100 / words) - 3.407
            : 0.39 * (words / sentences) + 11.8 * (syllables / words) - 15.59
        return min(16, max(0, (grade * 10).rounded() / 10))
    }
}
