/// How often the words of a language are met: on the Zipf scale, the decimal logarithm of a word's number in a billion words
/// (van Heuven, Mandera, Keuleers and Brysbaert 2014). `the` has 7.7; a word of 3 is met once in a million.
public struct WordFrequencies: Sendable {
    private let values: [String: Double]

    /// What a word counts that is in no list of the most frequent ones.
    public static let ofRareWords = 2.0

    /// Frequencies from a list's text: a line a value, in hundredths, with its words behind it; `#` begins a comment.
    public init(text: String) {
        var values: [String: Double] = [:]
        for line in text.split(whereSeparator: { $0.isNewline }) where !line.hasPrefix("#") {
            let parts = line.split(separator: " ")
            guard let first = parts.first, let hundredths = Int(first), (0...1_000).contains(hundredths) else {
                continue
            }
            for word in parts.dropFirst() { values[String(word)] = Double(hundredths) / 100 }
        }
        self.values = values
    }

    /// Whether there is no word at all.
    public var isEmpty: Bool { values.isEmpty }

    /// The frequency of a word in lower case.
    public func of(_ word: String) -> Double { values[word] ?? WordFrequencies.ofRareWords }
}
