/// Turns the bytes of a document into valid UTF-8, whatever they are labelled.
///
/// The order of belief: a byte order mark, the pattern of zero bytes, letters that are valid UTF-8, the server's label (RFC 7303), the
/// document's own, what the bytes look like. Labels are wrong more often than letters are UTF-8 by accident. Encodings of seven bits
/// are told by their label or their escapes: they are valid UTF-8, and mean something else.
struct ByteDecoder {
    /// Bytes of what is decoded; more is left out. What is UTF-8 already is never copied.
    private let limit: Int
    /// The encoding that the server names.
    private let charset: String?
    /// What was found on the way.
    private(set) var damage = DamageLog()

    init(limit: Int, charset: String? = nil) {
        self.limit = limit
        self.charset = charset?.lowercased()
    }

    /// The document as UTF-8. Its bytes are used again where nobody else holds them.
    mutating func utf8(_ bytes: consuming [UInt8]) -> [UInt8] {
        if let decoded = wide(bytes) { return decoded }
        if bytes.starts(with: [0x4C, 0x6F, 0xA7, 0x94]) {
            // "<?xm" in EBCDIC.
            return LegacyText.utf8(bytes[...], encoding: "IBM037", limit: limit, damage: &damage)
        }
        var text = consume bytes
        if text.starts(with: [0xEF, 0xBB, 0xBF]) {
            // Blanks are shorter than a copy without the mark.
            for index in 0..<3 { text[index] = 0x20 }
        }
        if let encoding = sevenBits(text) {
            return LegacyText.utf8(text[...], encoding: encoding, limit: limit, damage: &damage)
        }
        return UTF8Rescue.isValid(text) ? text : decoded(consume text)
    }

    /// The text of bytes that are not UTF-8 throughout.
    private mutating func decoded(_ bytes: consuming [UInt8]) -> [UInt8] {
        // A server that says UTF-8 of what is none says nothing.
        let labels = [charset, EncodingLabel.declared(in: bytes[...])].compactMap { $0 }
        let label = labels.first { EncodingLabel.encoding(for: $0).map { $0 != "UTF-8" } ?? false } ?? labels.first
        let encoding = label.flatMap(EncodingLabel.encoding(for:))
        guard let encoding, encoding != "UTF-8" else {
            damage.note(label == nil || encoding != nil ? .undecodableBytes : .wrongEncodingLabel)
            return UTF8Rescue.text(consume bytes, limit: limit)
        }
        if !EncodingLabel.isMultiByte(encoding), UTF8Rescue.isNearlyUTF8(bytes) {
            // A single-byte label on what is nearly all UTF-8: one cut sequence must not spoil every letter.
            damage.note(.wrongEncodingLabel)
            return UTF8Rescue.text(consume bytes, limit: limit)
        }
        if encoding == "WINDOWS-1252" {
            let text = Windows1252.utf8(bytes, limit: limit)
            if text.isCut { damage.note(.tooLongDocument) }
            return text.bytes
        }
        return LegacyText.utf8(bytes[...], encoding: encoding, limit: limit, damage: &damage)
    }

    /// The encoding of bytes that are in one of seven bits; nil: they are in none.
    private func sevenBits(_ bytes: [UInt8]) -> String? {
        for label in [charset, EncodingLabel.declared(in: bytes[...])].compactMap({ $0 }) {
            if let encoding = EncodingLabel.encoding(for: label), EncodingLabel.isSevenBit(encoding) {
                return isSevenBits(bytes) ? encoding : nil
            }
        }
        // Unlabelled, their first letters stand near the beginning.
        let beginning = bytes.span.extracting(0..<min(bytes.count, ByteDecoder.beginning))
        guard beginning.firstIndex(of: 0x1B, from: 0) != nil, isSevenBits(bytes) else { return nil }
        // The escapes to the sets of Japanese and Korean, in small letters as texts are looked for.
        for (escape, encoding) in [
            ("\u{1B}$b", "ISO-2022-JP-3"), ("\u{1B}$@", "ISO-2022-JP-3"), ("\u{1B}$)c", "ISO-2022-KR"),
        ]
            as [(StaticString, String)] where bytes.firstIndex(ofText: escape) != nil
        {
            return encoding
        }
        return nil
    }

    private func isSevenBits(_ bytes: [UInt8]) -> Bool {
        bytes.span.firstIndex(of: 0x1B, from: 0) != nil && bytes.allSatisfy { $0 < 0x80 }
    }

    /// Bytes of a document that are looked through for signs of an encoding that nobody names.
    private static let beginning = 64 * 1_024

    /// The text of UTF-16 or UTF-32 bytes, told by a mark or by where the zero bytes are; nil for everything else.
    private mutating func wide(_ bytes: [UInt8]) -> [UInt8]? {
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

    private mutating func utf32(_ bytes: ArraySlice<UInt8>, bigEndian: Bool) -> [UInt8] {
        var out: [UInt8] = []
        out.reserveCapacity(min(bytes.count / 4, limit))
        var at = bytes.startIndex
        while at + 4 <= bytes.endIndex {
            guard out.count < limit else {
                damage.note(.tooLongDocument)
                break
            }
            var value: UInt32 = 0
            for offset in 0..<4 { value = value << 8 | UInt32(bytes[bigEndian ? at + offset : at + 3 - offset]) }
            out.appendScalar(value)
            at += 4
        }
        return out
    }

    private mutating func utf16(_ bytes: ArraySlice<UInt8>, bigEndian: Bool) -> [UInt8] {
        var out: [UInt8] = []
        out.reserveCapacity(min(bytes.count / 2, limit))
        var at = bytes.startIndex
        func unit(_ at: Int) -> UInt32 {
            let (high, low) = bigEndian ? (bytes[at], bytes[at + 1]) : (bytes[at + 1], bytes[at])
            return UInt32(high) << 8 | UInt32(low)
        }
        while at + 2 <= bytes.endIndex {
            guard out.count < limit else {
                damage.note(.tooLongDocument)
                break
            }
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
        switch value {
        case 0..<0x80: append(UInt8(truncatingIfNeeded: value))
        case 0x80..<0x800:
            append(0xC0 | UInt8(truncatingIfNeeded: value >> 6))
            append(0x80 | UInt8(truncatingIfNeeded: value & 0x3F))
        case 0xD800..<0xE000, 0x11_0000...: appendScalar(0xFFFD)
        case 0x800..<0x1_0000:
            append(0xE0 | UInt8(truncatingIfNeeded: value >> 12))
            append(0x80 | UInt8(truncatingIfNeeded: value >> 6 & 0x3F))
            append(0x80 | UInt8(truncatingIfNeeded: value & 0x3F))
        default:
            append(0xF0 | UInt8(truncatingIfNeeded: value >> 18))
            append(0x80 | UInt8(truncatingIfNeeded: value >> 12 & 0x3F))
            append(0x80 | UInt8(truncatingIfNeeded: value >> 6 & 0x3F))
            append(0x80 | UInt8(truncatingIfNeeded: value & 0x3F))
        }
    }
}
