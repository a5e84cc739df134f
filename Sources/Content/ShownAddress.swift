/// An address as people and programs may see it: without user name and password, and with `…` for each value that looks like a
/// secret (`?key=…`). The address itself stays what a feed is read and known by.
public struct ShownAddress: Hashable, Sendable, CustomStringConvertible {
    /// The address without its secrets.
    public let description: String

    /// What may be shown of one address, or of a path, which stays as it is.
    public init(_ address: String) { description = Self.shown(address, isOneAddress: true) }

    /// A text with what may be shown of each address in it.
    public static func text(_ text: String) -> String { shown(text, isOneAddress: false) }

    private static func shown(_ text: String, isOneAddress: Bool) -> String {
        // Most texts hold no address, and this is asked of every line.
        guard text.utf8.contains(UInt8(ascii: ":")) else { return text }
        let bytes = Array(text.utf8)
        var shown: [UInt8] = []
        var done = 0
        while let start = AddressParts.start(in: bytes, from: done) {
            let end = isOneAddress ? bytes.count : AddressParts.end(in: bytes, from: start)
            shown += bytes[done..<start]
            let parts = AddressParts(bytes[start..<end])
            shown += parts.host
            for field in parts.fields {
                shown += field.isSecret ? bytes[field.name] + Array("…".utf8) : Array(bytes[field.whole])
            }
            done = end
        }
        guard done > 0 else { return text }
        return String(decoding: shown + bytes[done...], as: UTF8.self)
    }
}

/// What the secrets of an address are, so that nothing else carries them on: links of a feed that were resolved against its own
/// address, or that its server wrote for this reader alone.
public struct AddressSecrets: Sendable {
    private let login: [UInt8]
    private var values: Set<[UInt8]>
    /// Texts that no link may have anywhere.
    private var hidden: [String] = []

    /// No secrets.
    public init() { (login, values) = ([], []) }

    /// Texts that no link may have, wherever they stand in it: a link that has one where it cannot be taken out is none.
    public mutating func hide(_ texts: [String]) {
        hidden += texts.filter { !$0.isEmpty }
        values.formUnion(hidden.map { Array($0.utf8) })
    }

    /// The secrets of some addresses: of a feed's own, and of the one that it came from in the end.
    public init(of addresses: String...) {
        var login: [UInt8] = []
        var values: Set<[UInt8]> = []
        for address in addresses {
            let bytes = Array(address.utf8)
            guard let start = AddressParts.start(in: bytes, from: 0) else { continue }
            let parts = AddressParts(bytes[start...])
            if !parts.login.isEmpty { login = Array(parts.login) }
            for field in parts.fields where field.isSecret && !field.value.isEmpty {
                values.insert(Array(bytes[field.value]))
            }
        }
        self.login = login
        self.values = values
    }

    /// A link without the secrets: without user name and password where these were the address's, and without the values.
    public func removed(from link: String) -> String {
        let kept = withoutFields(link)
        return hidden.contains { kept.contains($0) } ? "" : kept
    }

    private func withoutFields(_ link: String) -> String {
        guard !login.isEmpty || !values.isEmpty else { return link }
        let bytes = Array(link.utf8)
        guard let start = AddressParts.start(in: bytes, from: 0) else { return link }
        let parts = AddressParts(bytes[start...])
        let keeps = parts.login.isEmpty || login.isEmpty
        var kept = Array(bytes[..<start]) + (keeps ? Array(parts.login) + parts.host : Array(parts.host))
        for field in parts.fields {
            let isKept = field.value.isEmpty || !values.contains(Array(bytes[field.value]))
            if isKept { kept += bytes[field.whole] }
        }
        // What stood behind a field that is gone begins with its own mark.
        if let first = kept.firstIndex(of: UInt8(ascii: "&")), !kept[..<first].contains(UInt8(ascii: "?")) {
            kept[first] = UInt8(ascii: "?")
        }
        return String(decoding: kept, as: UTF8.self)
    }
}

/// Where the parts of an address stand: who logs in, the host and path, and the fields of its query and fragment.
struct AddressParts {
    /// A field of the query or the fragment: `&key=value`.
    struct Field {
        /// The mark before it, its name, the sign and the value.
        var whole: Range<Int>
        /// The mark, the name and the sign.
        var name: Range<Int>
        /// The value.
        var value: Range<Int>
        /// Whether its name is that of something that only its reader should know.
        var isSecret: Bool
    }

    /// User name, password and `@`; empty where there are none.
    let login: ArraySlice<UInt8>
    /// Host and path, up to the first field.
    let host: ArraySlice<UInt8>
    /// The fields.
    let fields: [Field]

    /// Takes apart what follows `://`.
    init(_ rest: ArraySlice<UInt8>) {
        let authority = rest.firstIndex { "/?#\\".utf8.contains($0) } ?? rest.endIndex
        var hostStart = rest.startIndex
        if let at = rest[..<authority].lastIndex(of: UInt8(ascii: "@")) {
            hostStart = at + 1
        } else if Self.isBrokenLogin(rest[..<authority]), let at = rest.lastIndex(of: UInt8(ascii: "@")) {
            // A password with a slash in it, which should have been written %2F.
            hostStart = at + 1
        }
        login = rest[..<hostStart]
        let after = rest[hostStart...]
        let query = after.firstIndex { "?#".utf8.contains($0) } ?? rest.endIndex
        host = rest[hostStart..<query]
        var fields: [Field] = []
        var start = query
        while start < rest.endIndex {
            let end = rest[(start + 1)...].firstIndex { "&;#?".utf8.contains($0) } ?? rest.endIndex
            let sign = rest[start..<end].firstIndex(of: UInt8(ascii: "=")).map { $0 + 1 } ?? end
            let name = String(decoding: rest[start..<sign], as: UTF8.self)
            fields.append(
                Field(whole: start..<end, name: start..<sign, value: sign..<end, isSecret: Self.isSecret(name)))
            start = end
        }
        self.fields = fields
    }

    /// Where the part after the next `://` of a text begins.
    static func start(in bytes: [UInt8], from index: Int) -> Int? {
        var at = index
        while at + 2 < bytes.count {
            if bytes[at] == UInt8(ascii: ":"), bytes[at + 1] == UInt8(ascii: "/"), bytes[at + 2] == UInt8(ascii: "/") {
                return at + 3
            }
            at += 1
        }
        return nil
    }

    /// Where an address in a text ends: at a blank or a mark that stands in none.
    static func end(in bytes: [UInt8], from start: Int) -> Int {
        var scheme = start - 3
        while scheme > 0, (0x61...0x7A).contains(bytes[scheme - 1] | 0x20) { scheme -= 1 }
        let isQuoted = scheme > 0 && bytes[scheme - 1] == UInt8(ascii: "'")
        let closing = Array("”".utf8)
        var end = start
        while end < bytes.count {
            let byte = bytes[end]
            if byte <= 0x20 || byte == 0x7F || "\"<>".utf8.contains(byte) || (isQuoted && byte == UInt8(ascii: "'")) {
                break
            }
            if byte == closing[0], bytes[end...].starts(with: closing) { break }
            end += 1
        }
        // The end of a sentence or clause.
        while end > start, ".,:;!)".utf8.contains(bytes[end - 1]) { end -= 1 }
        return end
    }

    /// Whether a host has what is no port after its colon.
    private static func isBrokenLogin(_ authority: ArraySlice<UInt8>) -> Bool {
        guard authority.first != UInt8(ascii: "["), let colon = authority.firstIndex(of: UInt8(ascii: ":")) else {
            return false
        }
        return !authority[(colon + 1)...].allSatisfy { (0x30...0x39).contains($0) }
    }

    /// Whether a field's name says that its value is a secret.
    private static func isSecret(_ field: String) -> Bool {
        let name = field.lowercased().filter { $0.isASCII && ($0.isLetter || $0.isNumber) }
        return whole.contains(name) || within.contains { name.contains($0) } || name.hasSuffix("key")
    }

    private static let whole: Set<String> = [
        "auth", "authorization", "authentication", "oauth", "sig", "pass", "pwd", "pw", "pin", "sid", "jwt", "hmac",
    ]
    private static let within = [
        "token", "secret", "passw", "passphrase", "passcode", "signature", "credential", "session", "apikey", "authkey",
    ]
}

extension Feed {
    /// The feed as people may see it.
    public var shown: Feed {
        var feed = self
        feed.address = ShownAddress(address).description
        feed.title = ShownAddress.text(title)
        feed.homePage = homePage.map { ShownAddress($0).description }
        return feed
    }
}
