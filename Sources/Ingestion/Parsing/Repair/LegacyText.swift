import Glibc

/// Text in an old encoding, by the C library's converter.
enum LegacyText {
    /// The bytes as UTF-8, as far as a bound allows. What the encoding does not have becomes U+FFFD, byte by byte, and is noted once.
    static func utf8(_ bytes: ArraySlice<UInt8>, encoding: String, limit: Int, damage: inout DamageLog) -> [UInt8] {
        let converter = iconv_open("UTF-8", encoding)
        guard converter != iconv_t(bitPattern: -1) else {
            damage.note(.wrongEncodingLabel)
            return UTF8Rescue.text(Array(bytes), limit: limit)
        }
        defer { iconv_close(converter) }
        var out: [UInt8] = []
        out.reserveCapacity(min(bytes.count + bytes.count / 2, limit))
        var failed = false
        var piece = [CChar](repeating: 0, count: 32 * 1_024)
        bytes.withUnsafeBytes { input in
            // iconv asks for a mutable pointer to its input although it only reads.
            var from = input.baseAddress.map {
                UnsafeMutableRawPointer(mutating: $0).assumingMemoryBound(to: CChar.self)
            }
            var left = input.count
            while left > 0, out.count < limit {
                let outcome = piece.withUnsafeMutableBufferPointer { piece in
                    var to = piece.baseAddress
                    var room = piece.count
                    let result = iconv(converter, &from, &left, &to, &room)
                    let code = result == -1 ? errno : 0
                    let made = UnsafeRawBufferPointer(start: piece.baseAddress, count: piece.count - room)
                    out.append(contentsOf: made)
                    return code
                }
                guard outcome != 0, outcome != E2BIG, left > 0 else { continue }
                failed = true
                out.appendScalar(0xFFFD)
                from = from?.advanced(by: 1)
                left -= 1
            }
            if left > 0 { damage.note(.tooLongDocument) }
        }
        if failed { damage.note(.undecodableBytes) }
        return out
    }
}
