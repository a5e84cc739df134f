/// Puts text together: white space collapsed, breaks written only between texts.
struct TextWriter {
    private var out: [UInt8] = []
    private var style: HTMLText.Style
    private var pendingSpace = false
    private var pendingBreaks = 0
    private var pendingBullet = false

    init(style: HTMLText.Style, capacity: Int = 0) {
        self.style = style
        out.reserveCapacity(capacity)
    }

    /// Begins anew, with the memory that is there.
    mutating func restart(style: HTMLText.Style, capacity: Int) {
        out.removeAll(keepingCapacity: true)
        out.reserveCapacity(capacity)
        self.style = style
        (pendingSpace, pendingBreaks, pendingBullet) = (false, 0, false)
    }

    /// Whether nothing has been written.
    var isEmpty: Bool { out.isEmpty }

    /// Appends text, a run of white space (no-break spaces too) as one space.
    mutating func text(_ bytes: Span<UInt8>) {
        var at = 0
        let end = bytes.count
        while at < end {
            let skip = TextWriter.spaceLength(bytes, at)
            if skip > 0 {
                pendingSpace = true
                at += skip
                continue
            }
            let start = at
            at += 1
            while at < end {
                let byte = bytes[at]
                if byte <= 0x20 {
                    // A single space between words is part of the run: sentences are copied whole.
                    guard byte == 0x20, at + 1 < end, TextWriter.spaceLength(bytes, at + 1) == 0 else { break }
                } else if byte == 0xC2, TextWriter.spaceLength(bytes, at) > 0 {
                    break
                }
                at += 1
            }
            flush()
            bytes.extracting(start..<at).withUnsafeBufferPointer { out.append(contentsOf: $0) }
        }
    }

    /// The length of the space at an index; 0 when there is none. A no-break space is a space to text without layout, and so is
    /// a control character, which no text has a use for.
    @inline(__always)
    private static func spaceLength(_ bytes: Span<UInt8>, _ at: Int) -> Int {
        let byte = bytes[at]
        if byte <= 0x20 { return 1 }
        return byte == 0xC2 && at + 1 < bytes.count && bytes[at + 1] == 0xA0 ? 2 : 0
    }

    /// Appends text as it stands, line feeds and all.
    mutating func verbatim(_ bytes: Span<UInt8>) {
        guard style == .paragraphs else { return text(bytes) }
        for index in 0..<bytes.count where bytes[index] != 0x0D {
            if bytes[index] <= 0x20, out.isEmpty { continue }
            if bytes[index] == 0x0A {
                pendingSpace = false
                pendingBreaks = min(2, pendingBreaks + 1)
            } else {
                flush()
                out.append(max(0x20, bytes[index]))
            }
        }
    }

    /// Ends the line, or the paragraph.
    mutating func breakLine(paragraph: Bool) {
        pendingSpace = true
        pendingBreaks = max(pendingBreaks, paragraph ? 2 : 1)
    }

    /// Ends the line where a break stands in the source; two of them end the paragraph.
    mutating func lineBreak() {
        pendingSpace = true
        pendingBreaks = min(2, pendingBreaks + 1)
    }

    /// Begins an item of a list.
    mutating func bullet() {
        breakLine(paragraph: false)
        pendingBullet = style == .paragraphs
    }

    /// Writes the space that was put off, if there is a text in front of it.
    mutating func settle() { if !out.isEmpty { flush() } }

    /// Where the next text begins, or the space in front of it.
    var mark: Int { out.count }

    /// Writes anew what was written since a mark, if anything was. `keepsSpace`: the space in front of it stays.
    mutating func rewrite(from mark: Int, keepsSpace: Bool, _ change: (String) -> String) {
        guard mark < out.count else { return }
        var start = mark
        while start < out.count, out[start].isXMLSpace { start += 1 }
        guard start < out.count else { return }
        let text = change(String(decoding: out[start...], as: UTF8.self))
        out.replaceSubrange((keepsSpace ? start : mark)..., with: text.utf8)
        pendingSpace = pendingSpace && keepsSpace
    }

    /// A space, unless there is one.
    mutating func space() { pendingSpace = true }

    /// Writes what was put off until there is text behind it.
    private mutating func flush() {
        guard pendingSpace || pendingBreaks > 0 || pendingBullet else { return }
        if !out.isEmpty {
            if style == .paragraphs, pendingBreaks > 0 {
                for _ in 0..<pendingBreaks { out.append(0x0A) }
            } else if out.last != 0x20 {
                out.append(0x20)
            }
        }
        if pendingBullet { out.append(contentsOf: "• ".utf8) }
        pendingBullet = false
        pendingSpace = false
        pendingBreaks = 0
    }

    /// The text, without white space at its end.
    func finish() -> String {
        var end = out.count
        while end > 0, out[end - 1].isXMLSpace { end -= 1 }
        return String(decoding: out[..<end], as: UTF8.self)
    }
}
