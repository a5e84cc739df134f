/// How hard an English text is to read, without a model that was trained on anybody's judgement: the sum of how far the text lies from the mean
/// in the length of its sentences (logarithm of words a sentence), the syllables of its content words, and the frequency of these.
///
/// The means and deviations are those of the 189 articles of OneStopEnglish (Vajjala and Lučić 2018), news rewritten for learners at three levels; no
/// coefficient is fitted. 0 is their mean; each unit is a deviation of one of the three parts. It has no bounds.
public struct Difficulty: Sendable {
    private let frequencies: WordFrequencies

    /// A measure with the frequencies of English words.
    package init(_ frequencies: WordFrequencies) { self.frequencies = frequencies }

    /// Content words whose frequencies are averaged together, each once: a longer text repeats more of its words, and would seem easier.
    static let window = 100

    /// What is measured of a text.
    struct Parts: Hashable {
        /// The natural logarithm of words a sentence.
        var sentences: Double
        /// Syllables a content word.
        var syllables: Double
        /// The mean frequency of content words, each counted once in so many words of text.
        var frequency: Double
    }

    /// The mean and the deviation of a part over OneStopEnglish.
    private static let sentences = (mean: 2.961, deviation: 0.182)
    private static let syllables = (mean: 1.879, deviation: 0.122)
    private static let frequency = (mean: 4.894, deviation: 0.138)

    /// The difficulty; nil for a text of fewer words than ``Readability/fewestWords``, or without words that carry meaning.
    public func of(_ text: String) -> Double? {
        guard let parts = parts(of: text) else { return nil }
        return (parts.sentences - Self.sentences.mean) / Self.sentences.deviation
            + (parts.syllables - Self.syllables.mean) / Self.syllables.deviation
            - (parts.frequency - Self.frequency.mean) / Self.frequency.deviation
    }

    func parts(of text: String) -> Parts? {
        let measures = TextMeasures(of: text, language: "en")
        guard measures.words >= Readability.fewestWords else { return nil }
        let stops = StopWords.of("en")
        var (words, syllables, contents) = (0, 0, 0)
        // The frequencies of a window in the order of its words, so that every machine adds in the same order.
        var seen: Set<String> = []
        var values: [Double] = []
        var windows: [Double] = []
        var last = text.startIndex
        func close() {
            if !values.isEmpty { windows.append(values.reduce(0, +) / Double(values.count)) }
            (seen, values) = ([], [])
        }
        Words.forEach(in: text) { word in
            words += 1
            if words % Self.window == 0 { close() }
            let beginsSentence = words == 1 || text[last..<word.startIndex].contains { ".!?…\n:“\"".contains($0) }
            last = word.endIndex
            let lower = word.lowercased().replacing("’", with: "'")
            guard !stops.contains(lower), let first = word.first, first.isLetter else { return }
            // A lone letter is one of `U.S.` or `e.g.`: no word.
            guard lower.utf8.count > 1 else { return }
            contents += 1
            let spoken = Abbreviations.syllables[lower]
            syllables += spoken ?? Syllables.count(in: word, language: "en")
            // How rare a name is says nothing of a text, nor how rare a word is that was cut short.
            guard spoken == nil, beginsSentence || !first.isUppercase, seen.insert(lower).inserted else { return }
            values.append(frequencies.of(lower))
        }
        // The rest of a text is no window of its own, unless it is large enough, or all there is.
        if windows.isEmpty || words % Self.window >= Self.window / 2 { close() }
        guard contents > 0, !windows.isEmpty else { return nil }
        return Parts(
            sentences: StableMath.log(Double(measures.words) / Double(measures.sentences)),
            syllables: Double(syllables) / Double(contents), frequency: windows.reduce(0, +) / Double(windows.count))
    }
}
