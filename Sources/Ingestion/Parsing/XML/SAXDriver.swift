import CLibXML2

/// Runs the XML library's push parser over clean bytes and hands its events to a receiver.
///
/// The handler is zeroed but for our callbacks, so there is no entity table and nothing to load from: no callback here
/// can be made to open a file or a connection. The user data is the receiver, never the library's context.
struct SAXDriver: ~Copyable {
    private let context: xmlParserCtxtPtr
    private let sink: EventSink

    /// Nil when the library has no memory for a parser.
    init?(receiver: MarkupReceiver) {
        var handler = xmlSAXHandler()
        handler.initialized = UInt32(XML_SAX2_MAGIC)
        handler.startElementNs = { data, name, prefix, uri, _, _, count, _, attributes in
            guard let data, let name else { return }
            let tag = TagView(
                localName: name, prefix: prefix, uri: uri, attributes: attributes, attributeCount: Int(count))
            Unmanaged<EventSink>.fromOpaque(data).takeUnretainedValue().receiver.start(tag)
        }
        handler.endElementNs = { data, _, _, _ in
            guard let data else { return }
            Unmanaged<EventSink>.fromOpaque(data).takeUnretainedValue().receiver.end()
        }
        let characters: charactersSAXFunc = { data, text, length in
            guard let data, let text, length > 0 else { return }
            let bytes = UnsafeBufferPointer(start: text, count: Int(length))
            Unmanaged<EventSink>.fromOpaque(data).takeUnretainedValue().marks(bytes)
        }
        handler.characters = characters
        handler.ignorableWhitespace = characters
        handler.serror = { data, error in
            guard let data, let error, error.pointee.level == XML_ERR_FATAL else { return }
            Unmanaged<EventSink>.fromOpaque(data).takeUnretainedValue().receiver.parserError()
        }
        // The pointer is unretained: `self` keeps the sink alive longer than the context.
        let sink = EventSink(receiver)
        let data = Unmanaged.passUnretained(sink).toOpaque()
        guard let context = xmlCreatePushParserCtxt(&handler, data, nil, 0, nil) else { return nil }
        // Recovery only as a net below the repair: it should never see an error.
        _ = xmlCtxtUseOptions(context, Int32(XML_PARSE_NONET.rawValue | XML_PARSE_RECOVER.rawValue))
        self.context = context
        self.sink = sink
    }

    deinit { xmlFreeParserCtxt(context) }

    /// Hands the next piece of the document over: its markup, and the texts that its marks stand for.
    func push(_ markup: [UInt8], _ texts: AsideTexts = AsideTexts()) {
        sink.texts = texts
        // Its memory is the sender's again when this returns.
        defer { sink.texts = AsideTexts() }
        markup.withUnsafeBufferPointer { buffer in
            buffer.withMemoryRebound(to: CChar.self) { chars in
                _ = xmlParseChunk(context, chars.baseAddress, Int32(chars.count), 0)
            }
        }
    }

    /// Tells the library that the document is complete.
    func finish() { _ = xmlParseChunk(context, nil, 0, 1) }
}

/// What the library's callbacks reach: the receiver, and the texts of the piece that is being read.
private final class EventSink {
    let receiver: MarkupReceiver
    var texts = AsideTexts()
    private var reader = AsideTexts.MarkReader()

    init(_ receiver: MarkupReceiver) { self.receiver = receiver }

    func marks(_ bytes: UnsafeBufferPointer<xmlChar>) {
        for byte in bytes {
            guard let number = reader.next(byte), number < texts.runs.count else { continue }
            let run = texts.runs[number]
            texts.bytes.withUnsafeBufferPointer { receiver.text(UnsafeBufferPointer(rebasing: $0[run])) }
        }
    }
}
