import CLibXML2
import Content

@testable import FeedParsing

/// What must hold for what the repair makes of any bytes.
enum RepairExercise {
    /// What does not hold, in words; empty when all does.
    static func violations(_ bytes: [UInt8]) -> [String] {
        var decoder = ByteDecoder(limit: ParsingLimits.standard.decodedBytes)
        let text = decoder.utf8(bytes)
        guard isUTF8(text) else { return ["a decoded document is not UTF-8"] }
        guard let document = repaired(text) else { return [] }
        var found = isUTF8(document) ? [] : ["what the repair writes is not UTF-8"]
        if !isAccepted(document) { found.append("the XML library does not take what the repair writes") }
        // Forms of a feed that begin with `{` are not for the repair.
        guard text.first(where: { !$0.isXMLSpace && $0 != 0 }) != UInt8(ascii: "{") else { return found }
        let whole = feed(text, pieceBytes: 64 * 1_024)
        for pieceBytes in [1, 7, 61] where feed(text, pieceBytes: pieceBytes) != whole {
            found.append("in pieces of \(pieceBytes) bytes a feed is another")
        }
        return found
    }

    /// The markup that goes to the XML library, with its texts in their places.
    private static func repaired(_ text: [UInt8]) -> [UInt8]? {
        guard var repair = MarkupRepair(text, limits: .standard) else { return nil }
        var document: [UInt8] = []
        while repair.next() {
            document += repair.output
            if !isUTF8(repair.texts.bytes) { document.append(0xFF) }
        }
        return document
    }

    /// Whether the library reads a document without recovery and without a fatal error.
    private static func isAccepted(_ document: [UInt8]) -> Bool {
        var handler = xmlSAXHandler()
        handler.initialized = UInt32(XML_SAX2_MAGIC)
        handler.startElementNs = { _, _, _, _, _, _, _, _, _ in }
        handler.serror = { _, _ in }
        guard let context = xmlCreatePushParserCtxt(&handler, nil, nil, 0, nil) else { return true }
        defer { xmlFreeParserCtxt(context) }
        _ = xmlCtxtUseOptions(context, Int32(XML_PARSE_NONET.rawValue))
        document.withUnsafeBufferPointer { buffer in
            buffer.withMemoryRebound(to: CChar.self) { chars in
                _ = xmlParseChunk(context, chars.baseAddress, Int32(chars.count), 1)
            }
        }
        return context.pointee.wellFormed == 1
    }

    /// The feed, read in pieces of some length.
    private static func feed(_ text: [UInt8], pieceBytes: Int) -> ParsedFeed? {
        guard var repair = MarkupRepair(text, limits: .standard, pieceBytes: pieceBytes) else { return nil }
        let receiver = FeedReceiver(FeedBuilder(base: nil, limits: .standard, texts: .cleaned))
        guard let driver = SAXDriver(receiver: receiver) else { return nil }
        while repair.next() { driver.push(repair.output, repair.texts) }
        driver.finish()
        receiver.builder.finishDocument()
        return receiver.builder.feed
    }

    private static func isUTF8(_ bytes: [UInt8]) -> Bool { String(validating: bytes, as: UTF8.self) != nil }
}
