/// Writes JSON byte by byte, the keys of an object in the order in which they are given. Commas come by themselves.
///
/// It never fails and never looks back: that brackets match is for who calls it.
package struct JSONWriter: Sendable {
    /// What was written since bytes were last taken, in UTF-8.
    package internal(set) var bytes: [UInt8] = []
    /// How it is spelled.
    let style: JSONStyle
    /// Whether a value stands before, so that a comma comes next.
    var needsComma = false

    /// A writer of nothing yet.
    package init(_ style: JSONStyle = .plain) { self.style = style }

    /// Gives what is written so far, which is then no longer held.
    package mutating func takeBytes() -> [UInt8] { exchange(&bytes, with: []) }

    /// Ends a line of JSON Lines, after a whole value.
    package mutating func endLine() {
        bytes.append(0x0A)
        needsComma = false
    }

    /// Begins an object (`{`) or an array (`[`) as the next value.
    package mutating func open(_ bracket: Unicode.Scalar) {
        separate()
        bytes.append(UInt8(ascii: bracket))
        needsComma = false
    }

    /// Ends it.
    package mutating func close(_ bracket: Unicode.Scalar) {
        bytes.append(UInt8(ascii: bracket))
        needsComma = true
    }

    /// A key; it must need no escaping.
    package mutating func key(_ name: StaticString) {
        separate()
        bytes.append(UInt8(ascii: "\""))
        name.withUTF8Buffer { bytes.append(contentsOf: $0) }
        bytes.append(UInt8(ascii: "\""))
        bytes.append(UInt8(ascii: ":"))
        needsComma = false
    }

    /// A key that is not known beforehand.
    package mutating func key(_ name: String) {
        value(name)
        bytes.append(UInt8(ascii: ":"))
        needsComma = false
    }

    /// A text.
    package mutating func value(_ text: String) {
        begin()
        append(quoting: text)
    }

    /// A text, or null.
    package mutating func value(_ text: String?) {
        if let text { value(text) } else { null() }
    }

    /// A list of texts.
    package mutating func value(_ texts: [String]) { list(texts) { $0.value($1) } }

    /// A whole number.
    package mutating func value(_ number: some FixedWidthInteger) {
        begin()
        bytes.append(contentsOf: String(number).utf8)
    }

    /// A whole number, or null.
    package mutating func value(_ number: (some FixedWidthInteger)?) {
        if let number { value(number) } else { null() }
    }

    /// The shortest text that reads back as the number; null where it is none, for JSON has no word for that.
    package mutating func value(_ number: Double) { value(number, number.description) }

    /// A number, or null.
    package mutating func value(_ number: Double?) {
        if let number { value(number) } else { null() }
    }

    /// The shortest text that reads back as the number in single precision; null where it is none.
    package mutating func value(_ number: Float) { value(number, number.description) }

    private mutating func value(_ number: some FloatingPoint, _ description: String) {
        guard number.isFinite else { return null() }
        begin()
        let digits = description.utf8Span.span
        let count = digits.count
        let isWhole =
            !style.keepsFraction && count > 2 && digits[count - 1] == UInt8(ascii: "0")
            && digits[count - 2] == UInt8(ascii: ".")
        append(digits, 0..<(isWhole ? count - 2 : count))
    }

    /// True or false.
    package mutating func value(_ isSo: Bool) {
        begin()
        bytes.append(contentsOf: (isSo ? "true" : "false").utf8)
    }

    /// Nothing.
    package mutating func null() {
        begin()
        bytes.append(contentsOf: "null".utf8)
    }

    /// A value that is JSON already.
    package mutating func json(_ text: String) {
        begin()
        bytes.append(contentsOf: text.utf8)
    }

    /// An array, each of its elements written by `write`.
    package mutating func list<Elements: Sequence>(
        _ elements: Elements, _ write: (inout JSONWriter, Elements.Element) -> Void
    ) {
        open("[")
        for element in elements { write(&self, element) }
        close("]")
    }

    private mutating func separate() { if needsComma { bytes.append(UInt8(ascii: ",")) } }

    private mutating func begin() {
        separate()
        needsComma = true
    }
}
