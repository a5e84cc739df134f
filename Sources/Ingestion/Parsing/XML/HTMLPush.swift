import CLibXML2

/// Hands HTML to the XML library's parser in pieces.
enum HTMLPush {
    /// Bytes of a piece.
    private static let piece = 64 * 1_024

    /// Hands over all of a text, and says that it has ended.
    static func parse(_ bytes: [UInt8], with context: htmlParserCtxtPtr) {
        bytes.withUnsafeBufferPointer { buffer in
            // The library reads a piece during the call only.
            buffer.withMemoryRebound(to: CChar.self) { chars in
                var from = 0
                while from < chars.count {
                    let count = min(piece, chars.count - from)
                    _ = htmlParseChunk(context, chars.baseAddress.map { $0 + from }, Int32(count), 0)
                    from += count
                }
                _ = htmlParseChunk(context, nil, 0, 1)
            }
        }
    }
}
