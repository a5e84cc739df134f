import Glibc

/// Text in an old encoding, by the C library's converter.
enum LegacyText {
    /// The bytes as UTF-8. What the encoding does not have becomes U+FFFD, byte by byte, and is noted once.
    static func utf8(_ bytes: ArraySlice<UInt8>, encoding: String, damage: inout DamageLog) -> [UInt8] {
        let converter = iconv_open("UTF-8", encoding)
        guard converter != iconv_t(bitPattern: -1) else {
            damage.note(.wrongEncodingLabel)
            return UTF8Rescue(bytes).bytes
        }
        defer { iconv_close(converter) }
        var out: [UInt8] = []
        out.reserveCapacity(bytes.count + bytes.count / 2)
        var failed = false
        var piece = [CChar](repeating: 0, count: 32 * 1_024)
        // iconv asks for a mutable pointer to its input although it only reads; the copy is ours.
        var input = bytes.map { CChar(bitPattern: $0) }
        input.withUnsafeMutableBufferPointer { input in
            var from = input.baseAddress
            var left = input.count
            while left > 0 {
                let outcome = piece.withUnsafeMutableBufferPointer { piece in
                    var to = piece.baseAddress
                    var room = piece.count
                    let result = iconv(converter, &from, &left, &to, &room)
                    let code = result == -1 ? errno : 0
                    out.append(contentsOf: piece[..<(piece.count - room)].lazy.map { UInt8(bitPattern: $0) })
                    return code
                }
                guard outcome != 0, outcome != E2BIG, left > 0 else { continue }
                failed = true
                out.appendScalar(0xFFFD)
                from = from?.advanced(by: 1)
                left -= 1
            }
        }
        if failed { damage.note(.undecodableBytes) }
        return out
    }
}
