import Content

/// Addresses in feeds: cleaned, resolved against a base (RFC 3986), and kept only when safe to follow.
enum WebAddress {
    /// Bytes of an address: servers take some kilobytes. It is less than is kept of an attribute, so that none is cut.
    private static let longest = 32 * 1_024

    /// The address as it is kept: absolute where the base allows; nil for an empty one, for one that is too long, and for schemes
    /// that run or hold code.
    static func resolved(_ text: String, base: String?) -> String? {
        guard !isTooLong(text) else { return nil }
        if isPlainWebAddress(text) { return text }
        let cleaned = clean(text)
        guard !cleaned.isEmpty else { return nil }
        if let scheme = scheme(of: cleaned) {
            guard isSafe(scheme) else { return nil }
            return scheme.hasPrefix("http") && !hasHost(cleaned, scheme) ? nil : cleaned
        }
        guard let base, let scheme = scheme(of: base), isHierarchical(base) else { return cleaned }
        let joined = join(cleaned, base: base, scheme: scheme)
        guard !isTooLong(joined) else { return nil }
        return scheme.hasPrefix("http") && !hasHost(joined, scheme) ? nil : joined
    }

    /// Whether an address is longer than any that is kept.
    static func isTooLong(_ text: String) -> Bool { text.utf8.count > longest }

    /// Whether an address is what nearly all are: `https://`, a letter or digit, and nothing that needs cleaning.
    private static func isPlainWebAddress(_ text: String) -> Bool {
        let bytes = text.utf8Span.span
        let start = bytes.hasText("https://", at: 0) ? 8 : bytes.hasText("http://", at: 0) ? 7 : 0
        guard start > 0, start < bytes.count, bytes[start].isASCIILetter || bytes[start].isASCIIDigit else {
            return false
        }
        for index in start..<bytes.count {
            switch bytes[index] {
            case 0...0x20, UInt8(ascii: "<"), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "@"): return false
            default: break
            }
        }
        return true
    }

    /// Whether an address has a scheme that a link of an article may have.
    static func isUnsafe(_ text: String) -> Bool { scheme(of: clean(text)).map { !isSafe($0) } ?? false }

    /// Whether an address has a scheme that runs or holds code, or opens what lies on the reader's machine.
    static func runsCode(_ text: String) -> Bool {
        scheme(of: clean(text)).map { codeSchemes.contains($0) } ?? false
    }

    /// Whether an address has no scheme: nothing was there to resolve it against.
    static func isRelative(_ text: String) -> Bool {
        let bytes = text.utf8Span.span
        if bytes.hasText("https://", at: 0) || bytes.hasText("http://", at: 0) { return false }
        return scheme(of: text) == nil
    }

    /// Whether an address is a web address with a host.
    static func isWeb(_ text: String) -> Bool {
        text.webScheme.map { text.utf8.count > $0.utf8.count } ?? false
    }

    /// Without white space at the ends, and without line breaks and tabs inside.
    private static func clean(_ text: String) -> String {
        let bytes = Array(text.utf8)
        let trimmed = bytes[...].trimmed
        guard trimmed.count != bytes.count || trimmed.contains(where: { $0 < 0x20 }) else { return text }
        let kept = trimmed.filter { $0 >= 0x20 }
        return String(decoding: kept[...].trimmed, as: UTF8.self)
    }

    /// The scheme in lower case; nil for a relative address.
    private static func scheme(of text: String) -> String? {
        guard let colon = text.utf8.firstIndex(of: UInt8(ascii: ":")), let first = text.utf8.first, first.isASCIILetter
        else { return nil }
        let scheme = text.utf8[..<colon]
        guard
            scheme.allSatisfy({
                $0.isASCIILetter || $0.isASCIIDigit || $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: "-")
                    || $0 == UInt8(ascii: ".")
            })
        else { return nil }
        return String(decoding: scheme.map(\.asciiLowercased), as: UTF8.self)
    }

    /// Whether what follows `http://` could be a host: something, and without brackets that hold no IPv6 address.
    private static func hasHost(_ text: String, _ scheme: String) -> Bool {
        let rest = text.utf8.dropFirst(scheme.utf8.count + 1)
        guard rest.starts(with: "//".utf8) else { return true }
        let host = rest.dropFirst(2).prefix { $0 != 0x2F && $0 != 0x3F && $0 != 0x23 }
        let name = host.lastIndex(of: UInt8(ascii: "@")).map { host[host.index(after: $0)...] } ?? host
        guard let first = name.first else { return false }
        return first == UInt8(ascii: "[") || !name.contains { $0 == 0x5B || $0 == 0x5D || $0 == 0x3C || $0 == 0x3E }
    }

    private static func isSafe(_ scheme: String) -> Bool { safeSchemes.contains(scheme) }

    private static let safeSchemes: Set<String> = [
        "http", "https", "ftp", "ftps", "feed", "mailto", "magnet", "tag", "urn", "gemini", "gopher", "news",
        "nntp", "itms", "rtsp",
        "mms", "webcal", "xmpp", "irc", "at", "acct", "doi", "tel", "geo",
    ]

    private static let codeSchemes: Set<String> = [
        "javascript", "vbscript", "livescript", "mocha", "data", "blob", "filesystem", "file", "view-source", "about",
        "jar",
        "chrome", "resource", "ms-its", "mhtml", "res", "smb",
    ]

    private static func isHierarchical(_ text: String) -> Bool { text.contains("://") }

    private static func join(_ reference: String, base: String, scheme: String) -> String {
        if reference.hasPrefix("//") { return scheme + ":" + reference }
        let base = base[...]
        let afterScheme = base.utf8.dropFirst(scheme.utf8.count + 3)
        let authority = afterScheme.prefix { !$0.endsAuthority }
        let root = base[..<authority.endIndex]
        let basePath = base[authority.endIndex...].beforeQuery
        if reference.hasPrefix("?") { return root + (basePath.isEmpty ? "/" : basePath) + reference }
        if reference.hasPrefix("#") { return base.beforeFragment + reference }
        let path = reference[...].beforeQuery
        let rest = reference[path.endIndex...]
        if path.hasPrefix("/") { return root + withoutDots(path) + rest }
        let folder = basePath.utf8.lastIndex(of: UInt8(ascii: "/")).map { basePath[...$0] } ?? "/"
        return root + withoutDots(folder + path) + rest
    }

    /// A path with `.` and `..` carried out.
    private static func withoutDots(_ path: Substring) -> String {
        guard path.utf8.contains(UInt8(ascii: ".")) else { return String(path) }
        var kept: [Substring.UTF8View.SubSequence] = []
        let parts = path.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false).dropFirst()
        for part in parts {
            let isUp = part.elementsEqual("..".utf8)
            guard isUp || part.elementsEqual(".".utf8) else {
                kept.append(part)
                continue
            }
            if isUp { _ = kept.popLast() }
            if part.endIndex == path.endIndex { kept.append(path.utf8.suffix(0)) }
        }
        return "/" + kept.map { String(Substring($0)) }.joined(separator: "/")
    }
}

extension Substring {
    /// Up to the first `?` or `#`.
    fileprivate var beforeQuery: Substring {
        prefix(upTo: utf8.firstIndex { $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "#") } ?? endIndex)
    }

    /// Up to the first `#`.
    fileprivate var beforeFragment: Substring { prefix(upTo: utf8.firstIndex(of: UInt8(ascii: "#")) ?? endIndex) }
}

extension UInt8 {
    /// `/`, `?` or `#`.
    fileprivate var endsAuthority: Bool {
        self == UInt8(ascii: "/") || self == UInt8(ascii: "?") || self == UInt8(ascii: "#")
    }
}
