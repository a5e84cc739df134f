/// Texts that stand aside while a parser reads the tags around them.
///
/// The parsers of the XML library look at every letter of a text several times, and lose some. So they get a short mark instead of each
/// text and decide only where it belongs; whoever receives the mark looks the text up here.
struct AsideTexts {
    /// The texts, one behind the other.
    var bytes: [UInt8] = []
    /// Where each text stands, by the number in its mark.
    private(set) var runs: [Range<Int>] = []

    /// What a mark begins with; a number and `;` follow. A control character that can come in by a text only.
    private static let sign: UInt8 = 0x7F

    /// Begins anew, with the memory that is there.
    mutating func removeAll() {
        bytes.removeAll(keepingCapacity: true)
        runs.removeAll(keepingCapacity: true)
    }

    /// Whether there is text behind the last mark.
    var isPending: Bool { bytes.count > runs.last?.upperBound ?? 0 }

    /// Writes the mark of the text since the last one, when there is any.
    mutating func endRun(in markup: inout [UInt8]) {
        let start = runs.last?.upperBound ?? 0
        guard bytes.count > start else { return }
        markup.append(AsideTexts.sign)
        AsideTexts.write(runs.count, to: &markup)
        markup.append(UInt8(ascii: ";"))
        runs.append(start..<bytes.count)
    }

    private static func write(_ number: Int, to markup: inout [UInt8]) {
        if number >= 10 { write(number / 10, to: &markup) }
        markup.append(0x30 + UInt8(truncatingIfNeeded: number % 10))
    }

    /// Reads marks out of what a parser hands over, which may be pieces of them.
    struct MarkReader {
        private var number: Int?

        /// The number of the mark that a byte ends.
        mutating func next(_ byte: UInt8) -> Int? {
            if byte == AsideTexts.sign {
                number = 0
            } else if let before = number, byte.isASCIIDigit, before < 1 << 40 {
                number = before * 10 + Int(byte & 0x0F)
            } else {
                defer { number = nil }
                return byte == UInt8(ascii: ";") ? number : nil
            }
            return nil
        }
    }
}
