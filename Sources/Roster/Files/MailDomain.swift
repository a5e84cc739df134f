import Foundation

/// The domain of a mail address as mail servers of every age take it: letters beyond ASCII as `xn--…` (IDNA, RFC 5891).
enum MailDomain {
    /// An address whose domain is in ASCII; the address itself where it is so already, or cannot be made so.
    static func ascii(_ address: String) -> String {
        guard let at = address.lastIndex(of: "@") else { return address }
        let domain = address[address.index(after: at)...]
        guard !domain.utf8.allSatisfy({ $0 < 0x80 }),
            domain.allSatisfy({ $0.isLetter || $0.isNumber || "-.".contains($0) })
        else { return address }
        let plain = domain.lowercased().precomposedStringWithCanonicalMapping
        guard let url = URL(string: "http://\(plain)/", encodingInvalidCharacters: true)?.absoluteString else {
            return address
        }
        let host = url.dropFirst("http://".count).prefix { $0 != "/" }
        guard host.utf8.allSatisfy({ $0 < 0x80 }), !host.contains("%") else { return address }
        return String(address[...at] + host)
    }
}
