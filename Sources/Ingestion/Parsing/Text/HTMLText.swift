/// The text of a piece of HTML, as a reader would see it, and the first picture in it.
///
/// Nothing of the markup is left: no tag, no address, no script. What looks like a tag in the text is a letter of the text
/// and must be escaped by whoever writes it into a page.
public struct HTMLText: Sendable, Equatable {
    /// How breaks come out.
    public enum Style: Sendable {
        /// As spaces: one line.
        case line
        /// Lines as line feeds, paragraphs parted by an empty line, list items after a bullet.
        case paragraphs
    }

    /// The text, without white space at its ends.
    public var text: String
    /// The address of the first picture that is not a tracking pixel, as written.
    public var image: String?
    /// Whether there was any picture at all.
    public var hasPicture = false

    /// A text without a picture.
    init(text: String) { self.text = text }

    /// Reads HTML source (UTF-8; bytes that are not are replaced).
    public init(html: String, style: Style = .paragraphs) {
        self = HTMLReader().read(Array(html.utf8).span, style: style)
    }

    /// The plain text of HTML: paragraphs parted by empty lines, list items after bullets.
    public static func plainText(of html: String, style: Style = .paragraphs) -> String {
        HTMLText(html: html, style: style).text
    }

    /// Whether text is meant as HTML: it has a comment, a tag that HTML has, or a reference that HTML knows. `isLine`: it is a title, in
    /// which the name of an element may be a word.
    static func isHTML(_ bytes: Span<UInt8>, isLine: Bool = false) -> Bool {
        var scratch: [UInt8] = []
        var ends = SectionEnds()
        var at = 0
        while at < bytes.count {
            if bytes[at] == UInt8(ascii: "&") {
                if HTMLReferences.append(referenceIn: bytes, at: at, to: &scratch) != nil { return true }
            } else if bytes[at] == UInt8(ascii: "<"), at + 1 < bytes.count {
                if bytes.hasText("<!--", at: at) { return true }
                if isTag(bytes, at: at, isLine: isLine, &ends) { return true }
            }
            at += 1
        }
        return false
    }

    private static func isTag(_ bytes: Span<UInt8>, at start: Int, isLine: Bool, _ ends: inout SectionEnds) -> Bool {
        let nameStart = start + (bytes[start + 1] == UInt8(ascii: "/") ? 2 : 1)
        var at = nameStart
        while at < bytes.count, at - nameStart < 12, bytes[at].isASCIILetter || bytes[at].isASCIIDigit { at += 1 }
        guard at > nameStart, at < bytes.count,
            bytes[at] == UInt8(ascii: ">") || bytes[at] == UInt8(ascii: "/") || bytes[at].isXMLSpace,
            let tag = HTMLTag.named(bytes.extracting(nameStart..<at)), let end = ends.end(.tag, in: bytes, from: at)
        else { return false }
        // "How to use the <details> element": among words, and never closed.
        if isLine, start > 0, end < bytes.count, end == at + 1, tag.holdsBlocks,
            bytes.firstIndex(ofText: "</", from: 0) == nil
        {
            return false
        }
        // The name of a rare element in pointed brackets may be a word; with an attribute it is a tag.
        return tag.tellsHTML || bytes.extracting(at..<end).firstIndex(of: UInt8(ascii: "="), from: 0) != nil
    }

    /// Whether bytes have anything that HTML would read as more than text.
    static func needsReading(_ bytes: Span<UInt8>) -> Bool {
        for index in 0..<bytes.count where bytes[index] == UInt8(ascii: "<") || bytes[index] == UInt8(ascii: "&") {
            return true
        }
        return false
    }

    /// Text with every run of white space as one space.
    static func collapsed(_ bytes: Span<UInt8>) -> String {
        var writer = TextWriter(style: .line, capacity: bytes.count)
        writer.text(bytes)
        return writer.finish()
    }

    /// Plain text whose line feeds count: lines stay, runs of empty lines become one.
    static func plainParagraphs(_ bytes: Span<UInt8>) -> String {
        var writer = TextWriter(style: .paragraphs, capacity: bytes.count)
        var breaks = 0
        var at = 0
        while at < bytes.count {
            let end = bytes.firstIndex(of: 0x0A, from: at) ?? bytes.count
            let line = bytes.extracting(at..<end)
            at = end + 1
            if line.isBlank {
                breaks += 1
                continue
            }
            writer.breakLine(paragraph: breaks > 0)
            writer.text(line)
            breaks = 0
        }
        return writer.finish()
    }
}

extension String {
    /// The text itself; nil when it is empty.
    var nonEmpty: String? { isEmpty ? nil : self }
}
