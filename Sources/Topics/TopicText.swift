/// A text as a row of words, each with where it stands.
public struct TopicText: Sendable {
    let words: [TopicWord]
    private let places: [Place]
    private let text: String

    /// Where a word stands in the text's bytes.
    private struct Place {
        var start: UInt32
        var count: UInt32
    }

    /// The words of a text in a language; `+` and `#` after a word belong to it, as in `C++` and `C#`.
    public init(_ text: String, language: String) {
        self.text = text
        var words: [TopicWord] = []
        var places: [Place] = []
        let bytes = Array(text.utf8)
        words.reserveCapacity(bytes.count / 6)
        places.reserveCapacity(bytes.count / 6)
        var buffer: [UInt8] = []
        var index = 0
        while index < bytes.count {
            let start = index
            var isASCII = true
            while index < bytes.count {
                if bytes[index] < 0x80 {
                    guard Self.isPart(bytes[index]) else { break }
                    index += 1
                } else {
                    let (scalar, count) = Self.scalar(bytes, at: index)
                    // A mark alone begins no word.
                    guard Self.isPart(scalar, first: index == start) else { break }
                    isASCII = false
                    index += count
                }
            }
            guard index > start else {
                index += bytes[index] < 0x80 ? 1 : Self.scalar(bytes, at: index).count
                continue
            }
            while index < bytes.count, bytes[index] == 0x2B || bytes[index] == 0x23 { index += 1 }
            let written = bytes[start..<index]
            words.append(
                isASCII
                    ? TopicWord(ascii: written, language: language, buffer: &buffer)
                    : TopicWord(String(decoding: written, as: UTF8.self), language: language))
            places.append(Place(start: UInt32(start), count: UInt32(index - start)))
        }
        self.words = words
        self.places = places
    }

    /// The words of a text as they are compared.
    public static func forms(of text: String, language: String) -> [String] {
        TopicText(text, language: language).words.map { $0.form }
    }

    /// Some words as they stand in the text, with what is between them.
    func written(_ range: Range<Int>) -> String {
        guard let first = range.first, let last = range.last else { return "" }
        let utf8 = text.utf8
        let start = utf8.index(utf8.startIndex, offsetBy: Int(places[first].start))
        let end = utf8.index(utf8.startIndex, offsetBy: Int(places[last].start + places[last].count))
        return String(text[start..<end])
    }

    private static func isPart(_ byte: UInt8) -> Bool {
        (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte)
    }

    private static func isPart(_ scalar: Unicode.Scalar, first: Bool) -> Bool {
        let properties = scalar.properties
        if properties.generalCategory == .nonspacingMark { return !first }
        return properties.isAlphabetic || properties.numericType != nil
    }

    /// The scalar that begins at a place, and how many bytes it has. A string's bytes are valid UTF-8.
    private static func scalar(_ bytes: [UInt8], at index: Int) -> (Unicode.Scalar, count: Int) {
        let first = bytes[index]
        let count = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
        var value = UInt32(first) & (count == 2 ? 0x1F : count == 3 ? 0x0F : 0x07)
        for next in bytes[min(index + 1, bytes.count)..<min(index + count, bytes.count)] {
            value = value << 6 | UInt32(next & 0x3F)
        }
        return (Unicode.Scalar(value) ?? "\u{FFFD}", count)
    }
}
