/// Turns the bytes of a document into valid UTF-8, whatever they are labelled.
///
/// The order of belief: a byte order mark, the pattern of zero bytes, valid UTF-8, the label. Labels are wrong more often than bytes
/// are UTF-8 by accident.
enum ByteDecoder {
    static func utf8(_ bytes: [UInt8], damage: inout DamageLog) -> [UInt8] {
        if let decoded = wide(bytes) { return decoded }
        if bytes.starts(with: [0x4C, 0x6F, 0xA7, 0x94]) {
            // "<?xm" in EBCDIC.
            return LegacyText.utf8(bytes[...], encoding: "IBM037", damage: &damage)
        }
        let body = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...]
        if UTF8Rescue.isValid(body) {
            return body.count == bytes.count ? bytes : Array(body)
        }
        let label = EncodingLabel.declared(in: body)
        let encoding = label.flatMap(EncodingLabel.encoding(for:))
        let rescue = UTF8Rescue(body)
        guard let encoding, encoding != "UTF-8" else {
            damage.note(label == nil || encoding != nil ? .undecodableBytes : .wrongEncodingLabel)
            return rescue.bytes
        }
        if !EncodingLabel.isMultiByte(encoding), rescue.validSequences >= 4 * rescue.invalidBytes {
            // A single-byte label on what is nearly all UTF-8: one cut sequence must not spoil every letter.
            damage.note(.wrongEncodingLabel)
            return rescue.bytes
        }
        if encoding == "WINDOWS-1252" { return Windows1252.utf8(body) }
        return LegacyText.utf8(body, encoding: encoding, damage: &damage)
    }

    /// The text of UTF-16 or UTF-32 bytes, told by a mark or by where the zero bytes are; nil for everything else.
    private static func wide(_ bytes: [UInt8]) -> [UInt8]? {
        guard bytes.count >= 4 else { return nil }
        switch (bytes[0], bytes[1], bytes[2], bytes[3]) {
        case (0xFF, 0xFE, 0, 0): return utf32(bytes[4...], bigEndian: false)
        case (0, 0, 0xFE, 0xFF): return utf32(bytes[4...], bigEndian: true)
        case (0xFF, 0xFE, _, _): return utf16(bytes[2...], bigEndian: false)
        case (0xFE, 0xFF, _, _): return utf16(bytes[2...], bigEndian: true)
        case (0, 0, 0, 1...0x7F): return utf32(bytes[...], bigEndian: true)
        case (1...0x7F, 0, 0, 0): return utf32(bytes[...], bigEndian: false)
        case (0, 1...0x7F, 0, 1...0x7F): return utf16(bytes[...], bigEndian: true)
        case (1...0x7F, 0, 1...0x7F, 0): return utf16(bytes[...], bigEndian: false)
        default: return nil
        }
    }

    private static func utf32(_ bytes: ArraySlice<UInt8>, bigEndian: Bool) -> [UInt8] {
        var out: [UInt8] = []
        out.reserveCapacity(bytes.count / 4)
        var at = bytes.startIndex
        while at + 4 <= bytes.endIndex {
            var value: UInt32 = 0
            for offset in 0..<4 { value = value << 8 | UInt32(bytes[bigEndian ? at + offset : at + 3 - offset]) }
            out.appendScalar(value)
            at += 4
        }
        return out
    }

    private static func utf16(_ bytes: ArraySlice<UInt8>, bigEndian: Bool) -> [UInt8] {
        var out: [UInt8] = []
        out.reserveCapacity(bytes.count / 2)
        var at = bytes.startIndex
        func unit(_ at: Int) -> UInt32 {
            let (high, low) = bigEndian ? (bytes[at], bytes[at + 1]) : (bytes[at + 1], bytes[at])
            return UInt32(high) << 8 | UInt32(low)
        }
        while at + 2 <= bytes.endIndex {
            let first = unit(at)
            at += 2
            if first & 0xFC00 == 0xD800, at + 2 <= bytes.endIndex, unit(at) & 0xFC00 == 0xDC00 {
                out.appendScalar(0x10000 + (first & 0x3FF) << 10 + (unit(at) & 0x3FF))
                at += 2
            } else {
                out.appendScalar(first)
            }
        }
        return out
    }
}

extension [UInt8] {
    /// Appends a code point as UTF-8; a surrogate or a number beyond Unicode becomes U+FFFD.
    mutating func appendScalar(_ value: UInt32) {
        let scalar = Unicode.Scalar(value) ?? "\u{FFFD}"
        if scalar.isASCII {
            append(UInt8(truncatingIfNeeded: scalar.value))
        } else {
            append(contentsOf: UTF8.encode(scalar).map { Array($0) } ?? [])
        }
    }
}
