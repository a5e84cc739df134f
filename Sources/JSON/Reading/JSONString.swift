/// The one place where what stands between quotes becomes a text.
package enum JSONString {
    /// What came of reading.
    package enum End {
        /// The closing quote, which is passed.
        case closed
        /// More bytes than were asked for: the reader stands where it was at the last escape or run.
        case cut
        /// The end of the document.
        case missing
        /// Something that stands in no string of JSON, at the place.
        case wrong
    }

    /// Reads on behind an opening quote and appends what it says, in UTF-8 as far as the document is.
    ///
    /// - Parameters:
    ///   - limit: so many bytes; reading ends when there are more.
    ///   - isForgiving: an escape that means nothing is the letter itself, half a character is U+FFFD, and control characters are taken as they
    ///     stand; those that are written as escapes are left out where they are no line's end or tab.
    package static func read(
        _ bytes: borrowing Span<UInt8>, at place: inout Int, into text: inout [UInt8], limit: Int = .max,
        isForgiving: Bool = false
    ) -> End {
        while place < bytes.count, text.count <= limit {
            let start = place
            while place < bytes.count, bytes[place] != UInt8(ascii: "\""), bytes[place] != UInt8(ascii: "\\"),
                isForgiving || bytes[place] >= 0x20
            {
                place += 1
            }
            // No more of a run than tells that it is too long.
            let end = place - start > limit ? start + limit + 1 : place
            bytes.extracting(start..<end).withUnsafeBufferPointer { text.append(contentsOf: $0) }
            guard place < bytes.count else { return .missing }
            guard bytes[place] >= 0x20 || isForgiving else { return .wrong }
            place += 1
            if bytes[place - 1] == UInt8(ascii: "\"") { return .closed }
            guard escape(bytes, at: &place, into: &text, isForgiving) else { return .wrong }
        }
        return place < bytes.count ? .cut : .missing
    }

    /// What an escape behind its backslash says; false where it means nothing and that is not forgiven.
    private static func escape(
        _ bytes: borrowing Span<UInt8>, at place: inout Int, into text: inout [UInt8], _ isForgiving: Bool
    ) -> Bool {
        guard place < bytes.count else { return isForgiving }
        let letter = bytes[place]
        place += 1
        if letter == UInt8(ascii: "u") { return code(bytes, at: &place, into: &text, isForgiving) }
        guard let byte = JSONEscape.byte(of: letter) else {
            if isForgiving { text.append(letter) }
            return isForgiving
        }
        if !isForgiving || isText(UInt32(byte)) || byte == 0x0D { text.append(byte) }
        return true
    }

    private static func code(
        _ bytes: borrowing Span<UInt8>, at place: inout Int, into text: inout [UInt8], _ isForgiving: Bool
    ) -> Bool {
        guard var code = unit(bytes, at: &place) else { return isForgiving }
        if code & 0xFC00 == 0xD800, place + 1 < bytes.count, bytes[place] == UInt8(ascii: "\\"),
            bytes[place + 1] == UInt8(ascii: "u")
        {
            place += 2
            if let low = unit(bytes, at: &place), low & 0xFC00 == 0xDC00 {
                code = 0x10000 + (code & 0x3FF) << 10 + (low & 0x3FF)
            }
        }
        if isForgiving, !isText(code) { return true }
        guard let scalar = Unicode.Scalar(code) ?? (isForgiving ? "\u{FFFD}" : nil) else { return false }
        text.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
        return true
    }

    private static func isText(_ code: UInt32) -> Bool { code >= 0x20 || code == 0x0A || code == 0x09 }

    private static func unit(_ bytes: borrowing Span<UInt8>, at place: inout Int) -> UInt32? {
        guard place + 4 <= bytes.count else { return nil }
        var code: UInt32 = 0
        for index in place..<place + 4 {
            let digit: UInt32
            switch bytes[index] {
            case let byte where byte &- 0x30 <= 9: digit = UInt32(byte - 0x30)
            case let byte where (byte | 0x20) &- UInt8(ascii: "a") <= 5: digit = UInt32((byte | 0x20) - 0x57)
            default: return nil
            }
            code = code << 4 | digit
        }
        place += 4
        return code
    }

    /// The text behind an opening quote; nil where it is none.
    static func text(_ bytes: borrowing Span<UInt8>, at start: Int) -> String? {
        var text: [UInt8] = []
        var place = start
        guard read(bytes, at: &place, into: &text) == .closed else { return nil }
        return String(validating: text, as: UTF8.self)
    }

    /// Goes over a string from its opening quote to behind its closing one, without reading it. False: it does not end.
    package static func pass(_ bytes: borrowing Span<UInt8>, at place: inout Int) -> Bool {
        place += 1
        while place < bytes.count, bytes[place] != UInt8(ascii: "\"") {
            place += bytes[place] == UInt8(ascii: "\\") ? 2 : 1
        }
        guard place < bytes.count else {
            place = bytes.count
            return false
        }
        place += 1
        return true
    }
}
