/// Numbers for words: the same text has the same number within one model.
struct Vocabulary: Sendable {
    private var numbers: [String: Int32] = [:]
    private(set) var count: Int32 = 0

    /// The number of a text, given out on first sight.
    mutating func number(of text: String) -> Int32 {
        if let known = numbers[text] { return known }
        numbers[text] = count
        count += 1
        return count - 1
    }

    /// The number of a text that has been seen; nil otherwise.
    func known(_ text: String) -> Int32? { numbers[text] }
}
