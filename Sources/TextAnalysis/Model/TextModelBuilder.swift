/// Reads documents into sequences of numbers, one after another.
struct TextModelBuilder {
    private(set) var sequences: [TextModel.Sequence] = []
    /// For each item, the stems of its stop words and lone characters, which a term vector leaves out.
    private(set) var stopPositions: [Set<Int32>] = []
    private(set) var words = Vocabulary()
    private(set) var stems = Vocabulary()
    private var stemmers: [String: Stemmer] = [:]
    private var known: [String: [String: (word: Int32, stem: Int32)]] = [:]

    /// The name for an unknown language; see ``Stemmer`` for how its words are stemmed.
    static let unknownLanguage = "und"

    mutating func add(_ document: TextDocument) {
        let language = document.language ?? Self.unknownLanguage
        let stemmer = stemmers[language] ?? Stemmer(language: language)
        stemmers[language] = stemmer
        let stopWords = StopWords.of(language)
        var sequence = TextModel.Sequence(words: [], stems: [], bodyStart: 0, language: language)
        var stops: Set<Int32> = []
        var cache = known.removeValue(forKey: language) ?? [:]
        func read(_ text: String) {
            Words.forEach(in: text) { spelling in
                let lower = spelling.lowercased()
                let numbers: (word: Int32, stem: Int32)
                if let seen = cache[lower] {
                    numbers = seen
                } else {
                    numbers = (words.number(of: Words.folded(lower)), stems.number(of: stemmer.stem(lower)))
                    cache[lower] = numbers
                }
                sequence.words.append(numbers.word)
                sequence.stems.append(numbers.stem)
                if lower.utf8.count < 2 || stopWords.contains(lower) { stops.insert(numbers.stem) }
            }
            sequence.words.append(TextModel.separator)
            sequence.stems.append(TextModel.separator)
        }
        read(document.title)
        for tag in document.tags { read(tag) }
        sequence.bodyStart = sequence.words.count
        read(document.body)
        known[language] = cache
        sequences.append(sequence)
        stopPositions.append(stops)
    }
}
