/// What keeps a document from costing more than it is worth: contents that nobody will keep are passed over at the speed of a
/// search, and what is nested too deeply is made flat.
extension MarkupRepair {
    /// Passes over the rest of the outermost element that is content, or of a text that stands between elements.
    mutating func skipContent() {
        damage.note(.tooLongText)
        if open.count > content.holders {
            passOver(to: open[content.holders].name)
            while open.count > content.holders + 1 { closeTop() }
            dropped.removeAll()
        } else {
            let bytes = input
            at = bytes.span.firstIndex(of: UInt8(ascii: "<"), from: at) ?? bytes.count
        }
        content.restart(written: output.count + texts.bytes.count)
    }

    /// Whether a tag begins an entry that is one too many.
    func isBeyondEntries(_ name: TagName) -> Bool {
        content.entries >= limits.entries && open.count <= content.holders && content.shape.isEntry(name.localHash)
    }

    /// Passes over an entry that is one too many.
    mutating func skipEntry(_ name: TagName) {
        damage.note(.tooManyEntries)
        at = name.range.upperBound
        passOver(to: name)
        if input.hasText("</", at: at), isSame(tagName(at: at + 2), name) {
            at = sectionEnd(.tag, from: at) ?? input.count
        }
    }

    /// Goes on to the end tag of an element, to that of an element that holds it, or to where an entry begins.
    private mutating func passOver(to element: TagName) {
        let bytes = input
        let holders = open.prefix(content.holders).map(\.name)
        var nested = 0
        while let found = bytes.span.firstIndex(of: UInt8(ascii: "<"), from: at) {
            at = found
            let next = found + 1 < bytes.count ? bytes[found + 1] : 0
            if next == UInt8(ascii: "/") {
                let name = tagName(at: found + 2)
                if isSame(element, name) {
                    if nested == 0 { return }
                    nested -= 1
                } else if holders.contains(where: { isSame($0, name) }) {
                    return
                }
                at = name.range.upperBound
            } else if next.isNameStart {
                let name = tagName(at: found + 1)
                if content.shape.isEntry(name.localHash) { return }
                at = name.range.upperBound
                if isSame(element, name), !closesItself() { nested += 1 }
            } else if bytes.hasText("<!--", at: found) {
                at = sectionEnd(.comment, from: found + 4) ?? found + 4
            } else if bytes.hasText("<![cdata[", at: found) {
                at = sectionEnd(.characterData, from: found + 9) ?? found + 9
            } else {
                at = found + 1
            }
        }
        at = bytes.count
    }

    /// Whether the tag that is being read ends with `/>`.
    private mutating func closesItself() -> Bool {
        guard let end = sectionEnd(.tag, from: at) else { return false }
        return input[end - 2] == UInt8(ascii: "/")
    }

    /// Makes room for an entry among elements that are nested too deeply: what is open around it ends, down to the first entry that
    /// is open, or to what holds entries. False for other elements, which are dropped.
    mutating func makesRoom(for name: TagName, behind mark: Int) -> Bool {
        guard content.shape.isEntry(name.localHash) else { return false }
        damage.note(.tooDeep)
        let tag = Array(output[mark...])
        rewind(to: mark)
        let entry = open.firstIndex { content.shape.isEntry($0.name.localHash) }
        while open.count > max(1, entry ?? content.holders) { closeTop() }
        write(tag[...])
        return true
    }
}

/// How much content there is since the last element that holds others, or entry, began or ended.
struct ContentBound {
    let shape: DocumentShape
    /// So many of the outermost open elements only hold others.
    private(set) var holders = 0
    /// Entries so far, directly in what holds them.
    private(set) var entries = 0
    /// Bytes of the pieces before this one.
    var passed = 0
    private var start = 0
    private let limit: Int

    init(_ shape: DocumentShape, _ limits: ParsingLimits) {
        self.shape = shape
        limit = limits.contentBytes
    }

    /// Whether there is more than anybody keeps, when so many bytes of this piece are written.
    @inline(__always)
    func isFull(_ written: Int) -> Bool { passed + written - start > limit }

    /// Begins to count anew.
    mutating func restart(written: Int) { start = passed + written }

    /// Notes an element that is open now, the innermost of so many.
    @inline(__always)
    mutating func opened(_ name: TagName, depth: Int, written: Int) {
        if holders == depth - 1, shape.holds(name.localHash) {
            holders = depth
            if shape.isEntry(name.localHash) { entries += 1 }
        }
        if depth <= holders + 1 || shape.isEntry(name.localHash) { restart(written: written) }
    }

    /// Notes that an element has ended and so many are left.
    @inline(__always)
    mutating func closed(_ name: TagName, depth: Int, written: Int) {
        holders = min(holders, depth)
        if depth <= holders || shape.isEntry(name.localHash) { restart(written: written) }
    }
}

/// Elements whose tags were dropped, for their end tags must go too: how many of each name, since the order was lost.
struct DroppedElements {
    private(set) var count = 0
    private var names: [UInt64: Int] = [:]
    /// Different names; the end tags of more are taken for those of open elements.
    private static let limit = 1_024

    mutating func open(_ name: UInt64) {
        guard names.count < DroppedElements.limit || names[name] != nil else { return }
        names[name, default: 0] += 1
        count += 1
    }

    /// Whether an end tag is that of a dropped element.
    mutating func close(_ name: UInt64) -> Bool {
        guard let open = names[name], open > 0 else { return false }
        names[name] = open - 1
        count -= 1
        return true
    }

    mutating func removeAll() {
        guard count > 0 else { return }
        names.removeAll(keepingCapacity: true)
        count = 0
    }
}
