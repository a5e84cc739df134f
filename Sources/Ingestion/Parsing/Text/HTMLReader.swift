import CLibXML2

/// Reads HTML by the XML library's HTML parser and writes its text. One reader serves any number of texts, one after the other.
final class HTMLReader {
    private var source = HTMLSource()
    private var writer = TextWriter(style: .line)
    private var image: String?
    private var hasPicture = false
    /// Open elements, from which of them on nothing counts, and how many of them keep white space.
    private var depth = 0
    private var skippedFrom = 0
    private var preformatted = 0
    private var alternative: String?
    private var formula = FormulaText()
    private var mark = AsideTexts.MarkReader()
    private var context: htmlParserCtxtPtr?

    init() {}

    deinit { if let context { htmlFreeParserCtxt(context) } }

    /// The text of UTF-8 source. A line that has no text is the alternative text of its first picture.
    func read(_ bytes: Span<UInt8>, style: HTMLText.Style) -> HTMLText {
        source.read(bytes)
        writer.restart(style: style, capacity: source.texts.bytes.count)
        (image, hasPicture, alternative, mark) = (nil, false, nil, AsideTexts.MarkReader())
        (depth, skippedFrom, preformatted) = (0, 0, 0)
        formula.restart()
        if source.hasTags { parse() } else { writer.text(source.texts.bytes.span) }
        if writer.isEmpty, style == .line, let alternative { writer.text(Array(alternative.utf8).span) }
        var text = HTMLText(text: writer.finish())
        text.image = image
        text.hasPicture = hasPicture
        return text
    }

    private func parse() {
        guard let context = fresh() else { return }
        HTMLPush.parse(source.markup, with: context)
    }

    /// The parser, ready for a new document. Making one costs as much as reading a short text.
    private func fresh() -> htmlParserCtxtPtr? {
        if let context, xmlCtxtResetPush(context, nil, 0, nil, nil) == 0 {
            // The reset is that of the XML parser, which clears this.
            context.pointee.html = 1
        } else {
            if let context { htmlFreeParserCtxt(context) }
            var handler = HTMLReader.handler
            // The pointer is unretained: the context is freed before the reader.
            let data = Unmanaged.passUnretained(self).toOpaque()
            context = htmlCreatePushParserCtxt(&handler, data, nil, 0, nil, XML_CHAR_ENCODING_UTF8)
        }
        let options =
            HTML_PARSE_NONET.rawValue | HTML_PARSE_NOIMPLIED.rawValue | HTML_PARSE_NOERROR.rawValue
            | HTML_PARSE_NOWARNING.rawValue
        if let context { _ = htmlCtxtUseOptions(context, Int32(options)) }
        return context
    }

    private static var handler: xmlSAXHandler {
        var handler = xmlSAXHandler()
        handler.startElement = { data, name, attributes in
            guard let data, let name else { return }
            let reader = Unmanaged<HTMLReader>.fromOpaque(data).takeUnretainedValue()
            reader.start(HTMLTag.named(name)?.effect ?? .inline, attributes)
        }
        handler.endElement = { data, name in
            guard let data, let name else { return }
            Unmanaged<HTMLReader>.fromOpaque(data).takeUnretainedValue().end(HTMLTag.named(name)?.effect ?? .inline)
        }
        let characters: charactersSAXFunc = { data, text, length in
            guard let data, let text, length > 0 else { return }
            let bytes = UnsafeBufferPointer(start: text, count: Int(length))
            Unmanaged<HTMLReader>.fromOpaque(data).takeUnretainedValue().marks(bytes)
        }
        handler.characters = characters
        handler.ignorableWhitespace = characters
        return handler
    }

    private func start(_ effect: HTMLTag.Effect, _ attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?) {
        depth += 1
        guard skippedFrom == 0 else { return }
        // Nearly no text has any, and asking twice is quicker than changing once.
        if effect.isFormula || !formula.isEmpty { formula.start(effect, depth: depth, writer) }
        switch effect {
        case .inline: if isHidden(attributes) { skippedFrom = depth }
        case .line: if isHidden(attributes) { skippedFrom = depth } else { writer.breakLine(paragraph: false) }
        case .paragraph: if isHidden(attributes) { skippedFrom = depth } else { writer.breakLine(paragraph: true) }
        case .lineBreak: writer.lineBreak()
        case .item: writer.bullet()
        case .cell: writer.space()
        case .skipped: skippedFrom = depth
        case .preformatted:
            writer.breakLine(paragraph: true)
            preformatted += 1
        case .picture: picture(attributes)
        case .anchor:
            if let address = value("href", attributes), ShareLinks.isShareLink(Array(address.utf8).span) {
                skippedFrom = depth
            }
        // White space between the parts of a formula is none of its own; that in front of it is the text's.
        case .formula: writer.settle()
        case .document, .raised, .lowered, .fraction, .power, .index, .indexAndPower, .root: break
        }
    }

    private func end(_ effect: HTMLTag.Effect) {
        defer { depth -= 1 }
        if skippedFrom > 0 {
            if depth <= skippedFrom { skippedFrom = 0 }
            return
        }
        switch effect {
        case .line, .item: writer.breakLine(paragraph: false)
        case .paragraph: writer.breakLine(paragraph: true)
        case .preformatted:
            preformatted = max(0, preformatted - 1)
            writer.breakLine(paragraph: true)
        case .cell: writer.space()
        case .raised, .lowered, .formula, .fraction, .power, .index, .indexAndPower, .root: break
        case .inline, .lineBreak, .skipped, .picture, .anchor, .document: break
        }
        if !formula.isEmpty { formula.end(depth: depth, &writer) }
    }

    private func marks(_ bytes: UnsafeBufferPointer<xmlChar>) {
        for byte in bytes {
            if let number = mark.next(byte), number < source.texts.runs.count { text(source.texts.runs[number]) }
        }
    }

    private func text(_ run: Range<Int>) {
        guard skippedFrom == 0 else { return }
        let texts = source.texts.bytes
        let bytes = texts.span.extracting(run)
        if preformatted > 0 { writer.verbatim(bytes) } else { writer.text(bytes) }
    }

    private func picture(_ attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?) {
        hasPicture = true
        if alternative == nil, let alt = value("alt", attributes), !alt.isEmpty { alternative = alt }
        guard image == nil, let source = value("src", attributes), !source.isEmpty else { return }
        let sizes = [value("width", attributes), value("height", attributes)].compactMap { $0 }
        let isTiny = sizes.contains("1") || sizes.contains("0")
        if !isTiny, !isHidden(attributes), !ShareLinks.isTracker(source) { image = source }
    }

    private func isHidden(_ attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?) -> Bool {
        guard attributes != nil else { return false }
        if value("hidden", attributes) != nil { return true }
        guard let style = value("style", attributes) else { return false }
        let compact = style.utf8.filter { !$0.isXMLSpace }
        return compact.firstIndex(ofText: "display:none") != nil
            || compact.firstIndex(ofText: "visibility:hidden") != nil
    }

    private func value(_ name: StaticString, _ attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?) -> String? {
        guard var at = attributes else { return nil }
        while let key = at[0] {
            let length = name.utf8CodeUnitCount
            let equal = name.withUTF8Buffer { wanted in
                for offset in 0..<length where key[offset] != wanted[offset] { return false }
                return key[length] == 0
            }
            if equal { return at[1].map { String(cString: $0) } ?? "" }
            at += 2
        }
        return nil
    }
}
