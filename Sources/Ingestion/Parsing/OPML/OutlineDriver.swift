import CLibXML2

/// Runs the XML library's push parser over a list of feeds: start tags are all that it listens to, so there is nothing
/// that could load or expand.
struct OutlineDriver: ~Copyable {
    private let context: xmlParserCtxtPtr
    private let reader: OutlineReader

    /// Nil when the library has no memory for a parser.
    init?(reader: OutlineReader) {
        var handler = xmlSAXHandler()
        handler.initialized = UInt32(XML_SAX2_MAGIC)
        handler.startElementNs = { data, name, prefix, uri, _, _, count, _, attributes in
            guard let data, let name else { return }
            let tag = TagView(
                localName: name, prefix: prefix, uri: uri, attributes: attributes, attributeCount: Int(count))
            Unmanaged<OutlineReader>.fromOpaque(data).takeUnretainedValue().take(tag)
        }
        handler.serror = { _, _ in }
        // The pointer is unretained: `self` keeps the reader alive longer than the context.
        let data = Unmanaged.passUnretained(reader).toOpaque()
        guard let context = xmlCreatePushParserCtxt(&handler, data, nil, 0, nil) else { return nil }
        _ = xmlCtxtUseOptions(context, Int32(XML_PARSE_NONET.rawValue | XML_PARSE_RECOVER.rawValue))
        self.context = context
        self.reader = reader
    }

    deinit { xmlFreeParserCtxt(context) }

    /// Hands the next piece of the document over.
    func push(_ bytes: [UInt8]) {
        bytes.withUnsafeBufferPointer { buffer in
            buffer.withMemoryRebound(to: CChar.self) { chars in
                _ = xmlParseChunk(context, chars.baseAddress, Int32(chars.count), 0)
            }
        }
    }

    /// Tells the library that the document is complete.
    func finish() { _ = xmlParseChunk(context, nil, 0, 1) }
}
