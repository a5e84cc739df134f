/// The reading level of a text as a school grade, by the published formula of its language.
public enum Readability {
    /// The smallest number of words that a level is estimated from; below it the formulas are mostly noise.
    public static let fewestWords = 40

    /// The level as a school grade, 0…16; nil for a text that is too short or in a language without a measure here.
    ///
    /// English: Flesch-Kincaid grade (Kincaid, Fishburne, Rogers and Chissom 1975). Spanish: Fernández Huerta's reading ease (1959, with words a
    /// sentence as Law 2011 reads it) and his table of school years.
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
            ? spanish(ease: 206.84 - 60 * (syllables / words) - 1.02 * (words / sentences))
            : 0.39 * (words / sentences) + 11.8 * (syllables / words) - 15.59
        return min(16, max(0, (grade * 10).rounded() / 10))
    }

    /// Fernández Huerta's table, each row's middle: very easy (90 to 100) is the fourth year, easy the fifth, somewhat easy the sixth, normal the
    /// seventh and eighth, somewhat hard before university, hard and very hard at it. Between the rows straight lines; above them the first goes on.
    private static let spanishTable: [(ease: Double, grade: Double)] = [
        (135, 0), (95, 4), (85, 5), (75, 6), (65, 7.5), (55, 10), (40, 13), (0, 16),
    ]

    private static func spanish(ease: Double) -> Double {
        for (upper, lower) in zip(spanishTable, spanishTable.dropFirst()) where ease >= lower.ease {
            let share = (upper.ease - min(ease, upper.ease)) / (upper.ease - lower.ease)
            return upper.grade + share * (lower.grade - upper.grade)
        }
        return 16
    }
}
