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

    /// Copies a start tag with sound attributes; takes its `<` as text when it turns out to be none.
    mutating func startTag() {
        let tagStart = at
        let name = tagName(at: at + 1)
        if isBeyondEntries(name) { return skipEntry(name) }
        // The root has been found by its name: it is a tag, however broken.
        let isRoot = !rootSeen
        guard isRoot || isTag(behindName: name.range.upperBound) else { return takeLessThan() }
        endText()
        let mark = output.count
        at = name.range.upperBound
        let spelling = names.spelling(of: name, in: input)
        if spelling != .asWritten { damage.note(name.isSound ? .tooManyNames : .brokenTags) }
        write(UInt8(ascii: "<"))
        write(name, spelling)
        var attributes: [UInt64] = []
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
        finishStartTag(OpenElement(name: name, spelling: spelling), mark: mark, selfClosing: selfClosing)
    }

    private mutating func finishStartTag(_ element: OpenElement, mark: Int, selfClosing: Bool) {
        let isEmpty = selfClosing || isVoid(element.name.range)
        if dropped.count > 0 || open.count >= limits.depth, !makesRoom(for: element.name, behind: mark) {
            rewind(to: mark)
            damage.note(.tooDeep)
            if !isEmpty { dropped.open(element.name.localHash) }
            return
        }
        if isEmpty {
            write("/>")
            if open.isEmpty { rootSeen = true }
        } else {
            write(UInt8(ascii: ">"))
            opened(element)
        }
    }

    /// Whether what follows a name could be the rest of a tag.
    private func isTag(behindName end: Int) -> Bool {
        guard end < input.count else { return false }
        var next = end
        while next < input.count, input[next].isXMLSpace { next += 1 }
        guard next > end else { return input[end] == UInt8(ascii: ">") || input[end] == UInt8(ascii: "/") }
        return next == input.count || input[next] != UInt8(ascii: "<")
    }

    private mutating func notATag(_ mark: Int, _ tagStart: Int) {
        rewind(to: mark)
        at = tagStart
        takeLessThan()
    }

    /// Reads the name that begins at an index.
    func tagName(at start: Int) -> TagName {
        let bytes = input
        return TagName(in: bytes.span, at: start)
    }

    /// Writes the name of a tag.
    mutating func write(_ name: TagName, _ spelling: NameBook.Spelling) {
        switch spelling {
        case .asWritten: write(input[name.range])
        case .known: for index in name.localRange { write(input[index].asciiLowercased) }
        case .unknown: write(NameBook.unknown)
        }
    }

    /// Closes the element that an end tag names, and with it all that is still open inside; drops it when none is.
    mutating func endTag() {
        let name = tagName(at: at + 2)
        guard !name.range.isEmpty else { return takeLessThan() }
        at = name.range.upperBound
        while at < input.count, input[at] != UInt8(ascii: ">"), input[at] != UInt8(ascii: "<") { at += 1 }
        if at < input.count, input[at] == UInt8(ascii: ">") { at += 1 }
        if dropped.count > 0, dropped.close(name.localHash) { return }
        guard let match = openNames.mayHold(name.localHash) ? open.lastIndex(where: { isSame($0.name, name) }) : nil
        else {
            if !isVoid(name.range) { damage.note(.mismatchedTags) }
            return
        }
        if match == 0, moreEntries(after: at) {
            // The root ends too early: what follows are still entries of this feed.
            damage.note(.mismatchedTags)
            return
        }
        if match < open.count - 1 { damage.note(.mismatchedTags) }
        while open.count > match { closeTop() }
        if match == 0 { noteJunkAfterRoot() }
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

    /// Whether two names are the same but for the case of their letters.
    func isSame(_ left: TagName, _ right: TagName) -> Bool {
        guard left.localHash == right.localHash, left.range.count == right.range.count else { return false }
        if left.hash == right.hash { return true }
        for offset in 0..<left.range.count
        where input[left.range.lowerBound + offset].asciiLowercased
            != input[right.range.lowerBound + offset].asciiLowercased
        {
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
