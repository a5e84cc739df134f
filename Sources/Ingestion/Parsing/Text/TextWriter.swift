/// Puts text together: white space collapsed, breaks written only between texts.
struct TextWriter {
    private var out: [UInt8] = []
    private let style: HTMLText.Style
    private var pendingSpace = false
    private var pendingBreaks = 0
    private var atBullet = false

    init(style: HTMLText.Style) { self.style = style }

    /// Whether nothing has been written.
    var isEmpty: Bool { out.isEmpty }

    /// Appends text, a run of white space (no-break spaces too) as one space.
    mutating func text(_ bytes: some Collection<UInt8>) {
        for byte in bytes {
            if byte.isXMLSpace || byte == 0x0C {
                pendingSpace = true
            } else {
                flush()
                out.append(byte)
                if byte == 0xA0, out.count >= 2, out[out.count - 2] == 0xC2 {
                    // A no-break space is a space to a text without layout.
                    out.removeLast(2)
                    pendingSpace = true
                }
            }
        }
    }

    /// Appends text as it stands, line feeds and all.
    mutating func verbatim(_ bytes: some Collection<UInt8>) {
        guard style == .paragraphs else { return text(bytes) }
        for byte in bytes where byte != 0x0D {
            if byte == 0x0A {
                if out.isEmpty { continue }
                pendingSpace = false
                pendingBreaks = min(2, pendingBreaks + 1)
            } else {
                flush()
                out.append(byte)
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
        guard style == .paragraphs, !atBullet else { return }
        atBullet = true
    }

    /// A space, unless there is one.
    mutating func space() { pendingSpace = true }

    private mutating func flush() {
        if pendingBreaks == 0, !pendingSpace, !atBullet { return }
        if !out.isEmpty {
            if style == .paragraphs, pendingBreaks > 0 {
                for _ in 0..<pendingBreaks { out.append(0x0A) }
            } else if pendingSpace || pendingBreaks > 0 {
                if out.last != 0x20 { out.append(0x20) }
            }
        }
        if atBullet { out.append(contentsOf: "• ".utf8) }
        atBullet = false
        pendingSpace = false
        pendingBreaks = 0
    }

    /// The text.
    mutating func finish() -> String {
        var end = out.count
        while end > 0, out[end - 1].isXMLSpace { end -= 1 }
        return String(decoding: out[..<end], as: UTF8.self)
    }
}
