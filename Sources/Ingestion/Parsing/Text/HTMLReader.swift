import CLibXML2

/// Reads HTML by the XML library's HTML parser and writes its text.
final class HTMLReader {
    private var writer: TextWriter
    private(set) var image: String?
    private(set) var hasPicture = false
    /// Open elements, how many of them are skipped from which on, and which keep white space.
    private var depth = 0
    private var skippedFrom = 0
    private var preformatted = 0
    private let style: HTMLText.Style
    private var alternative: String?

    init(style: HTMLText.Style) {
        self.style = style
        writer = TextWriter(style: style)
    }

    /// Reads UTF-8 source.
    func read(_ source: [UInt8]) {
        var handler = xmlSAXHandler()
        handler.startElement = { data, name, attributes in
            guard let data, let name else { return }
            let reader = Unmanaged<HTMLReader>.fromOpaque(data).takeUnretainedValue()
            reader.start(HTMLTags.effect(of: name), attributes)
        }
        handler.endElement = { data, name in
            guard let data, let name else { return }
            Unmanaged<HTMLReader>.fromOpaque(data).takeUnretainedValue().end(HTMLTags.effect(of: name))
        }
        let characters: charactersSAXFunc = { data, text, length in
            guard let data, let text, length > 0 else { return }
            let bytes = UnsafeBufferPointer(start: text, count: Int(length))
            Unmanaged<HTMLReader>.fromOpaque(data).takeUnretainedValue().text(bytes.span)
        }
        handler.characters = characters
        handler.ignorableWhitespace = characters
        handler.cdataBlock = nil
        let data = Unmanaged.passUnretained(self).toOpaque()
        guard let context = htmlCreatePushParserCtxt(&handler, data, nil, 0, nil, XML_CHAR_ENCODING_UTF8) else {
            return
        }
        defer { htmlFreeParserCtxt(context) }
        let options =
            HTML_PARSE_NONET.rawValue | HTML_PARSE_NOIMPLIED.rawValue | HTML_PARSE_NOERROR.rawValue
            | HTML_PARSE_NOWARNING.rawValue
        _ = htmlCtxtUseOptions(context, Int32(options))
        source.withUnsafeBufferPointer { buffer in
            buffer.withMemoryRebound(to: CChar.self) { chars in
                var from = 0
                while from < chars.count {
                    let count = min(64 * 1_024, chars.count - from)
                    _ = htmlParseChunk(context, chars.baseAddress.map { $0 + from }, Int32(count), 0)
                    from += count
                }
                _ = htmlParseChunk(context, nil, 0, 1)
            }
        }
    }

    /// The text that was read; a picture's alternative text when there is nothing else.
    func finish() -> String {
        if writer.isEmpty, style == .line, let alternative { writer.text(Array(alternative.utf8).span) }
        return writer.finish()
    }

    private func start(_ effect: HTMLTags.Effect, _ attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?) {
        depth += 1
        guard skippedFrom == 0 else { return }
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
            if let address = value("href", attributes), ShareLinks.isShareLink(address) { skippedFrom = depth }
        }
    }

    private func end(_ effect: HTMLTags.Effect) {
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
        case .inline, .lineBreak, .skipped, .picture, .anchor: break
        }
    }

    private func text(_ bytes: Span<UInt8>) {
        guard skippedFrom == 0 else { return }
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
