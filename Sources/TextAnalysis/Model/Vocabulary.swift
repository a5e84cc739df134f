/// Numbers for words: the same text has the same number within one model.
struct Vocabulary: Sendable {
    private var numbers: [String: Int32] = [:]
    /// The texts, by their numbers.
    private(set) var texts: [String] = []
    var count: Int32 { Int32(texts.count) }

    /// The number of a text, given out on first sight.
    mutating func number(of text: String) -> Int32 {
        if let known = numbers[text] { return known }
        let number = count
        numbers[text] = number
        texts.append(text)
        return number
    }

    /// The number of a text that has been seen; nil otherwise.
    func known(_ text: String) -> Int32? { numbers[text] }
}
