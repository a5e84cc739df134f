/// Attributes of start tags.
extension MarkupRepair {
    /// Copies one attribute; goes at least one byte on. The names before it are known by their hashes.
    mutating func attribute(_ seen: inout [UInt64]) {
        let start = at
        while at < input.count, !input[at].isXMLSpace, input[at] != UInt8(ascii: "="), input[at] != UInt8(ascii: ">"),
            input[at] != UInt8(ascii: "/"), input[at] != UInt8(ascii: "<"), input[at] != UInt8(ascii: "\""),
            input[at] != UInt8(ascii: "'")
        { at += 1 }
        let name = start..<at
        if name.isEmpty { at += 1 }
        while at < input.count, input[at].isXMLSpace { at += 1 }
        let hasValue = at < input.count && input[at] == UInt8(ascii: "=")
        var value = at..<at
        var quote: UInt8?
        if hasValue {
            at += 1
            while at < input.count, input[at].isXMLSpace { at += 1 }
            (value, quote) = attributeValue()
        }
        guard seen.count < limits.attributes else { return damage.note(.tooManyAttributes) }
        let hash = NameHash.of(input[name])
        guard isAttributeName(name), !seen.contains(hash), !isEmptyPrefix(name, value) else {
            return damage.note(.brokenAttributes)
        }
        let isNamespace = input.hasText("xmlns", at: name.lowerBound)
        guard names.keepsAttribute(input[name]) else { return damage.note(.tooManyNames) }
        seen.append(hash)
        if quote == nil { damage.note(.brokenAttributes) }
        write(UInt8(ascii: " "))
        write(input[name])
        write(UInt8(ascii: "="))
        if isNamespace, !names.keepsNamespace(input[value]) {
            damage.note(.tooManyNames)
            write("\"urn:other\"")
        } else {
            writeValue(value, quote: quote ?? UInt8(ascii: "\""))
        }
    }

    /// The range of the value that begins here and its quote; nil for a value without quotes.
    private mutating func attributeValue() -> (Range<Int>, UInt8?) {
        guard at < input.count else { return (at..<at, nil) }
        let first = input[at]
        if first == UInt8(ascii: "\"") || first == UInt8(ascii: "'") {
            let start = at + 1
            if let end = sectionEnd(first == 0x22 ? .doubleQuote : .singleQuote, from: start) {
                at = end
                return (start..<end - 1, first)
            }
            at = start
        }
        if let value = typographicValue() { return (value, nil) }
        let start = at
        while at < input.count, !input[at].isXMLSpace, input[at] != UInt8(ascii: ">"), input[at] != UInt8(ascii: "<") {
            at += 1
        }
        if at > start, at < input.count, input[at] == UInt8(ascii: ">"), input[at - 1] == UInt8(ascii: "/") { at -= 1 }
        return (start..<at, nil)
    }

    /// The range of a value between typographic quotes, as a text program makes of straight ones; nil for any other.
    private mutating func typographicValue() -> Range<Int>? {
        guard let first = typographicQuote(at) else { return nil }
        let start = at + 3
        var end = start
        while end < input.count, input[end] != UInt8(ascii: ">"), input[end] != UInt8(ascii: "<") {
            if let last = typographicQuote(end), last == first {
                at = end + 3
                return start..<end
            }
            end += 1
        }
        return nil
    }

    /// Whether one of the double quotes `“”„‟`, or of the single ones `‘’‚‛`, begins at an index: two or one; nil for neither.
    private func typographicQuote(_ index: Int) -> Int? {
        guard index + 2 < input.count, input[index] == 0xE2, input[index + 1] == 0x80 else { return nil }
        switch input[index + 2] {
        case 0x98...0x9B: return 1
        case 0x9C...0x9F: return 2
        default: return nil
        }
    }

    /// A name, or two with a colon between them (Namespaces in XML 1.0, section 4).
    private func isAttributeName(_ name: Range<Int>) -> Bool {
        let bytes = input[name]
        guard bytes.allSatisfy({ $0.isNameByte }) else { return false }
        let parts = bytes.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
        return parts.count <= 2 && parts.allSatisfy { $0.first?.isNameStart == true }
    }

    /// `xmlns:p=""` is not allowed, nor is giving `xml` or `xmlns` another meaning.
    private func isEmptyPrefix(_ name: Range<Int>, _ value: Range<Int>) -> Bool {
        guard input.hasText("xmlns:", at: name.lowerBound) else { return false }
        return value.isEmpty || input[name].elementsEqual("xmlns:xml".utf8)
            || input[name].elementsEqual("xmlns:xmlns".utf8)
    }

    private mutating func writeValue(_ value: Range<Int>, quote: UInt8) {
        write(quote)
        let resume = at
        var end = value.upperBound
        if value.count > limits.attributeBytes {
            damage.note(.tooManyAttributes)
            end = value.lowerBound + limits.attributeBytes
            while end > value.lowerBound, input[end] & 0xC0 == 0x80 { end -= 1 }
        }
        at = value.lowerBound
        while at < end {
            switch input[at] {
            case UInt8(ascii: "&"): valueReference()
            case UInt8(ascii: "<"):
                write("&lt;")
                at += 1
            case quote:
                write("&quot;")
                at += 1
            case 0xEF: write(forbidden())
            case let byte where byte.isForbiddenControl: write(forbidden())
            case let byte:
                write(byte)
                at += 1
            }
        }
        at = resume
        write(quote)
    }
}
