import CLibXML2

/// Runs the XML library's push parser over clean bytes and hands its events to a receiver.
///
/// The handler is zeroed but for our callbacks, so there is no entity table and nothing to load from: no callback here
/// can be made to open a file or a connection. The user data is the receiver, never the library's context.
struct SAXDriver: ~Copyable {
    private let context: xmlParserCtxtPtr
    private let receiver: MarkupReceiver

    /// Nil when the library has no memory for a parser.
    init?(receiver: MarkupReceiver) {
        var handler = xmlSAXHandler()
        handler.initialized = UInt32(XML_SAX2_MAGIC)
        handler.startElementNs = { data, name, prefix, uri, _, _, count, _, attributes in
            guard let data, let name else { return }
            let tag = TagView(
                localName: name, prefix: prefix, uri: uri, attributes: attributes, attributeCount: Int(count))
            Unmanaged<MarkupReceiver>.fromOpaque(data).takeUnretainedValue().start(tag)
        }
        handler.endElementNs = { data, _, _, _ in
            guard let data else { return }
            Unmanaged<MarkupReceiver>.fromOpaque(data).takeUnretainedValue().end()
        }
        let characters: charactersSAXFunc = { data, text, length in
            guard let data, let text, length > 0 else { return }
            let bytes = UnsafeBufferPointer(start: text, count: Int(length))
            Unmanaged<MarkupReceiver>.fromOpaque(data).takeUnretainedValue().text(bytes)
        }
        handler.characters = characters
        handler.ignorableWhitespace = characters
        handler.cdataBlock = characters
        handler.serror = { data, error in
            guard let data, let error, error.pointee.level == XML_ERR_FATAL else { return }
            Unmanaged<MarkupReceiver>.fromOpaque(data).takeUnretainedValue().parserError()
        }
        // The pointer is unretained: `self` keeps the receiver alive longer than the context.
        let data = Unmanaged.passUnretained(receiver).toOpaque()
        guard let context = xmlCreatePushParserCtxt(&handler, data, nil, 0, nil) else { return nil }
        // Recovery only as a net below the repair: it should never see an error.
        _ = xmlCtxtUseOptions(context, Int32(XML_PARSE_NONET.rawValue | XML_PARSE_RECOVER.rawValue))
        self.context = context
        self.receiver = receiver
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
