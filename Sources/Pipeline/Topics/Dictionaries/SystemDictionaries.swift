import Configuration

/// The dictionaries that Debian has: WordNet for English, Apertium between languages. What is not installed knows nothing.
struct SystemDictionaries: TopicDictionary {
    private let wordNet = WordNet()
    private let apertium = Apertium()

    var version: String { [wordNet?.version ?? "", apertium.version].filter { !$0.isEmpty }.joined(separator: ", ") }

    var couldNotAsk: Bool { apertium.couldNotAsk }

    func sense(of phrase: String, language: String) -> WordNet.Sense? {
        language == "en" ? wordNet?.sense(of: phrase) : nil
    }

    func translations(of words: [String], from language: String, to other: String) -> [String: String] {
        apertium.translations(of: words, from: language, to: other)
    }
}
