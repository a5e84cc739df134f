/// Start and end tags.
extension MarkupRepair {
    /// HTML elements that have no end tag; feeds with unescaped HTML leave them open.
    private func isVoid(_ name: Range<Int>) -> Bool {
        let bytes = input[name]
        switch bytes.count {
        case 2: return bytes.hasText("br", at: name.lowerBound) || bytes.hasText("hr", at: name.lowerBound)
        case 3: return bytes.hasText("img", at: name.lowerBound) || bytes.hasText("wbr", at: name.lowerBound)
        case 5: return bytes.hasText("input", at: name.lowerBound)
        default: return false
        }
    }

    /// Copies a start tag with sound attributes; escapes its `<` when it turns out to be none.
    mutating func startTag() {
        let tagStart = at
        endText()
        let mark = output.count
        at += 1
        let name = nameRange()
        write(UInt8(ascii: "<"))
        write(input[name])
        // The root has been found by its name: it is a tag, however broken.
        let isRoot = !rootSeen
        guard
            isRoot
                || at < input.count
                    && (input[at].isXMLSpace || input[at] == UInt8(ascii: ">") || input[at] == UInt8(ascii: "/"))
        else { return notATag(mark, tagStart) }
        var attributes: [Range<Int>] = []
        var selfClosing = false
        tag: while true {
            while at < input.count, input[at].isXMLSpace { at += 1 }
            guard at < input.count else {
                rewind(to: mark)
                damage.note(.brokenTags)
                return
            }
            switch input[at] {
            case UInt8(ascii: ">"):
                at += 1
                break tag
            case UInt8(ascii: "/"):
                selfClosing = at + 1 < input.count && input[at + 1] == UInt8(ascii: ">")
                at += 1
            case UInt8(ascii: "<"):
                // The tag has no end of its own. With attributes it was one; without, the `<` was text.
                guard !attributes.isEmpty || isRoot else { return notATag(mark, tagStart) }
                damage.note(.brokenTags)
                break tag
            default:
                attribute(&attributes)
            }
        }
        finishStartTag(name, mark: mark, selfClosing: selfClosing)
    }

    private mutating func finishStartTag(_ name: Range<Int>, mark: Int, selfClosing: Bool) {
        if droppedDepth > 0 || open.count >= limits.depth {
            rewind(to: mark)
            damage.note(.tooDeep)
            if !selfClosing, !isVoid(name) { droppedDepth += 1 }
            return
        }
        if selfClosing || isVoid(name) {
            write("/>")
            if open.isEmpty { opened(0..<0); _ = open.popLast() }
        } else {
            write(UInt8(ascii: ">"))
            opened(name)
        }
    }

    private mutating func notATag(_ mark: Int, _ tagStart: Int) {
        rewind(to: mark)
        at = tagStart
        takeLessThan()
    }

    /// Reads the name that begins here.
    private mutating func nameRange() -> Range<Int> {
        let start = at
        while at < input.count, input[at].isNameByte { at += 1 }
        return start..<at
    }

    /// Copies one attribute; goes at least one byte on.
    private mutating func attribute(_ seen: inout [Range<Int>]) {
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
        let accepted = isAttributeName(name) && !seen.contains { input[$0] == input[name] }
        guard accepted, !isEmptyPrefix(name, value) else {
            damage.note(.brokenAttributes)
            return
        }
        guard seen.count < limits.attributes else {
            damage.note(.tooManyAttributes)
            return
        }
        seen.append(name)
        if quote == nil { damage.note(.brokenAttributes) }
        write(UInt8(ascii: " "))
        write(input[name])
        write(UInt8(ascii: "="))
        writeValue(value, quote: quote ?? UInt8(ascii: "\""))
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
        let start = at
        while at < input.count, !input[at].isXMLSpace, input[at] != UInt8(ascii: ">"), input[at] != UInt8(ascii: "<") {
            at += 1
        }
        if at > start, at < input.count, input[at] == UInt8(ascii: ">"), input[at - 1] == UInt8(ascii: "/") { at -= 1 }
        return (start..<at, nil)
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

    /// Closes the element that an end tag names, and with it all that is still open inside; drops it when none is.
    mutating func endTag() {
        let start = at
        at += 2
        let name = nameRange()
        guard !name.isEmpty else {
            at = start
            return takeLessThan()
        }
        while at < input.count, input[at] != UInt8(ascii: ">"), input[at] != UInt8(ascii: "<") { at += 1 }
        if at < input.count, input[at] == UInt8(ascii: ">") { at += 1 }
        if droppedDepth > 0 {
            droppedDepth -= 1
            return
        }
        guard let match = open.lastIndex(where: { sameName($0, name) }) else {
            if !isVoid(name) { damage.note(.mismatchedTags) }
            return
        }
        if match == 0, open.count > 0, moreEntries(after: at) {
            // The root ends too early: what follows are still entries of this feed.
            damage.note(.mismatchedTags)
            return
        }
        if match < open.count - 1 { damage.note(.mismatchedTags) }
        while open.count > match { closeTop() }
        if match == 0, input[at...].contains(where: { !$0.isXMLSpace }) { noteJunkAfterRoot() }
    }

    private mutating func noteJunkAfterRoot() {
        var rest = at
        while rest < input.count {
            if input[rest].isXMLSpace {
                rest += 1
            } else if input.hasText("<!--", at: rest), let end = input.firstIndex(ofText: "-->", from: rest) {
                rest = end + 3
            } else {
                damage.note(.junkAfterRoot)
                return
            }
        }
    }

    private func sameName(_ left: Range<Int>, _ right: Range<Int>) -> Bool {
        guard left.count == right.count else { return false }
        for offset in 0..<left.count
        where input[left.lowerBound + offset].asciiLowercased != input[right.lowerBound + offset].asciiLowercased {
            return false
        }
        return true
    }

    /// Whether an entry begins behind an index. The last one is looked for once, from the end.
    private mutating func moreEntries(after index: Int) -> Bool {
        if let lastEntryTag { return lastEntryTag >= index }
        var at = input.count - 1
        while at >= index, !isEntryTag(at) { at -= 1 }
        lastEntryTag = at
        return at >= index
    }

    private func isEntryTag(_ at: Int) -> Bool {
        guard input[at] == UInt8(ascii: "<") else { return false }
        return input.hasText("<item>", at: at) || input.hasText("<item ", at: at) || input.hasText("<entry>", at: at)
            || input.hasText("<entry ", at: at)
    }
}
