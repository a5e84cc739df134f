import Foundation

/// An article's address as it is kept, shown and followed: without the session of whoever fetched the feed, in ASCII that every
/// program understands (IDNA for the host, RFC 3986 escapes for the rest), each escape in one form.
enum ArticleAddress {
    /// The address; what is none stays as it is.
    static func of(_ address: String) -> String {
        let plain = SessionParts.removed(from: address)
        let isASCII = plain.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F }
        return escapes(isASCII ? plain : URL(string: plain)?.absoluteString ?? plain)
    }

    /// Escapes in capitals, and none for what needs none (RFC 3986, 6.2.2).
    private static func escapes(_ address: String) -> String {
        guard address.utf8.contains(UInt8(ascii: "%")) else { return address }
        let bytes = Array(address.utf8)
        var out: [UInt8] = []
        out.reserveCapacity(bytes.count)
        var at = 0
        while at < bytes.count {
            guard bytes[at] == UInt8(ascii: "%"), at + 2 < bytes.count, let high = digit(bytes[at + 1]),
                let low = digit(bytes[at + 2])
            else {
                out.append(bytes[at])
                at += 1
                continue
            }
            let byte = high << 4 | low
            if isUnreserved(byte) {
                out.append(byte)
            } else {
                out += [UInt8(ascii: "%"), digits[Int(high)], digits[Int(low)]]
            }
            at += 3
        }
        return String(decoding: out, as: UTF8.self)
    }

    private static let digits = Array("0123456789ABCDEF".utf8)

    private static func digit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
        case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
        case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
        default: nil
        }
    }

    private static func isUnreserved(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
            UInt8(ascii: "~"):
            true
        default: false
        }
    }
}
