/// The reading level of a text as a school grade, 0…16, by the measure of its language; nil where there is none, and for what is too short or is
/// no prose.
public struct LevelMeasure: Sendable {
    private let english: Difficulty?

    /// A measure with the frequencies of English words; without them English is measured by Flesch and Kincaid's formula.
    public init(english frequencies: WordFrequencies? = nil) {
        self.english = frequencies.flatMap { $0.isEmpty ? nil : Difficulty($0) }
    }

    /// What tells that another measure is used: texts that were measured by another are measured anew.
    public var name: String { english == nil ? "formulas" : "words" }

    /// The level of a text, of its prose alone (``Prose``).
    public func grade(of text: String, language: String?) -> Double? {
        guard let language, Self.languages.contains(language), let prose = Prose.of(text, language: language) else {
            return nil
        }
        let measures = TextMeasures(of: prose, language: language)
        // So long are no sentences: it is a list of words, or its signs are lost.
        guard measures.words <= Self.longest * measures.sentences else { return nil }
        guard language == "en", let english else { return Readability.grade(of: prose, language: language) }
        return english.of(prose).map { Self.rounded(Self.elementary + Self.perUnit * $0) }
    }

    /// The most words a sentence has in the mean.
    private static let longest = 60

    /// The languages with a measure.
    public static let languages = ["en", "es"]

    /// Difficulty as a grade: the straight line by least squares through OneStopEnglish's 282 texts (Vajjala and Lučić 2018), its elementary,
    /// intermediate and advanced editions taken as grades 4, 7 and 10. Flesch and Kincaid's grades of them, 8 to 12, are what the formula gives
    /// news, and not who can read it.
    private static let perUnit = 0.64
    private static let elementary = 6.2

    private static func rounded(_ grade: Double) -> Double { min(16, max(0, (grade * 10).rounded() / 10)) }
}
