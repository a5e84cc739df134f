import Content

/// Decides which addresses of feeds may become links, and gives them in a form that is the same in HTML and text.
package enum SafeLink {
    /// The longest address that is linked, in bytes.
    static let longest = 900

    /// The address as ASCII without blanks, quotes, angle brackets or braces, or nil when it is not a plain `http(s)`
    /// address: another scheme, no host, a user name before the host (a favourite of forged links), control characters.
    package static func web(_ address: String?) -> String? {
        guard let address, address.utf8.count <= longest else { return nil }
        guard let scheme = address.webScheme else { return nil }
        let rest = address.dropFirst(scheme.count)
        // By scalars, not by characters: a mark after a slash or an at-sign must not hide it.
        // A backslash does not end the host either: programs that take it for a slash and those that do not would go to two places.
        let authority = rest.unicodeScalars.prefix { !"/?#".unicodeScalars.contains($0) }
        let isForged = authority.contains { $0 == "@" || $0 == "\\" || $0.properties.isWhitespace }
        guard !authority.isEmpty, !isForged else { return nil }
        guard !address.unicodeScalars.contains(where: { $0.value < 0x20 || $0.value == 0x7F }) else { return nil }
        let bytes = address.utf8
        // The common address is kept as it is.
        if address.hasPrefix(scheme), bytes.allSatisfy({ isKept($0) && $0 != UInt8(ascii: "&") }) { return address }
        var result = scheme
        // Feeds that escape twice are common; an address with a literal "&amp;" in it is not.
        for byte in decodingAmpersands(rest).utf8 { result += isKept(byte) ? ascii(byte) : escaped(byte) }
        return result.utf8.count <= longest ? result : nil
    }

    /// Text for the inside of a `mailto:` address: everything but letters, digits and `-._` percent-encoded.
    static func mailtoComponent(_ text: String) -> String {
        if text.utf8.allSatisfy({ isUnreserved($0) }) { return text }
        var result = ""
        for byte in text.utf8 { result += isUnreserved(byte) ? ascii(byte) : escaped(byte) }
        return result
    }

    /// The address as it is printed on paper: without scheme and trailing slash; the host alone when it is long.
    static func printed(_ link: String, limit: Int = 90) -> String {
        var bare = link[...]
        for scheme in ["https://", "http://"] where bare.hasPrefix(scheme) { bare = bare.dropFirst(scheme.count) }
        if bare.hasPrefix("www.") { bare = bare.dropFirst(4) }
        if bare.hasSuffix("/") { bare = bare.dropLast() }
        guard bare.utf8.count > limit else { return String(bare) }
        return bare.prefix { $0 != "/" && $0 != "?" && $0 != "#" }.prefix(limit) + "/…"
    }

    /// The text with `&amp;` as `&`, and no other entity left in it.
    private static func decodingAmpersands(_ text: Substring) -> String {
        var rest = text
        var result = ""
        while let start = rest.firstIndex(of: "&") {
            result += rest[...start]
            rest = rest[rest.index(after: start)...]
            while rest.hasPrefix("amp;") { rest = rest.dropFirst(4) }
            // A name that reads like an entity would be taken for one by programs that show text as HTML.
            let name = rest.prefix { $0.isASCII && $0.isLetter }
            if rest[name.endIndex...].hasPrefix(";") {
                result += name + "%3B"
                rest = rest[name.endIndex...].dropFirst()
            }
        }
        return result + rest
    }

    private static func isUnreserved(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"): true
        default: false
        }
    }

    private static func isKept(_ byte: UInt8) -> Bool {
        // Letters, digits and `!#$%&()*+,-./:;=?@[]_~`.
        switch byte {
        case 0x21, 0x23...0x26, 0x28...0x3B, 0x3D, 0x3F...0x5B, 0x5D, 0x5F, 0x61...0x7A, 0x7E: true
        default: false
        }
    }

    private static func ascii(_ byte: UInt8) -> String { String(Unicode.Scalar(byte)) }

    private static func escaped(_ byte: UInt8) -> String {
        let hex = String(byte, radix: 16, uppercase: true)
        return hex.utf8.count == 1 ? "%0\(hex)" : "%\(hex)"
    }
}
