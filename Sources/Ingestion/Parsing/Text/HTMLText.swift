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
        self.init(html: Array(html.utf8)[...], style: style)
    }

    /// Reads HTML source that is known to be UTF-8.
    init(html: ArraySlice<UInt8>, style: Style) {
        guard HTMLText.needsReading(html) else {
            self.init(text: HTMLText.collapsed(html))
            return
        }
        guard html.contains(UInt8(ascii: "<")) else {
            self.init(text: HTMLText.collapsed(HTMLReferences.decoded(html)[...]))
            return
        }
        let source = HTMLSource.prepared(html)
        let reader = HTMLReader(style: style)
        reader.read(source)
        self.init(text: reader.finish())
        image = reader.image
        hasPicture = reader.hasPicture
    }

    /// The plain text of HTML: paragraphs parted by empty lines, list items after bullets.
    public static func plainText(of html: String, style: Style = .paragraphs) -> String {
        HTMLText(html: html, style: style).text
    }

    /// Whether bytes have anything that HTML would read as more than text.
    static func needsReading(_ bytes: ArraySlice<UInt8>) -> Bool {
        bytes.contains { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "&") }
    }

    /// Text with every run of white space as one space.
    static func collapsed(_ bytes: ArraySlice<UInt8>) -> String {
        var writer = TextWriter(style: .line, capacity: bytes.count)
        writer.text(bytes.span)
        return writer.finish()
    }

    /// Plain text whose line feeds count: lines stay, runs of empty lines become one.
    static func plainParagraphs(_ bytes: ArraySlice<UInt8>) -> String {
        guard bytes.contains(0x0A) else { return collapsed(bytes) }
        var writer = TextWriter(style: .paragraphs, capacity: bytes.count)
        var breaks = 0
        for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
            let text = line.trimmed
            if text.isEmpty {
                breaks += 1
                continue
            }
            writer.breakLine(paragraph: breaks > 0)
            writer.text(text.span)
            breaks = 0
        }
        return writer.finish()
    }
}
