/// A mail address with the name to show beside it: `Riverside School <reading@school.example>`. There is none that could break
/// out of a mail header; only sending shows whether it exists.
public struct MailAddress: Hashable, Sendable, CustomStringConvertible {
    /// The name to show, as it was written; nil for a bare address.
    public let name: String?
    /// The address, `local@domain`, ASCII.
    public let address: String

    /// The longest address that mail servers take, in bytes.
    public static let longest = 254

    /// An address by its parts; an error when ``problem(in:)`` finds something wrong with it.
    public init(name: String? = nil, address: String) throws(MailAddressError) {
        guard Self.problem(in: address) == nil else { throw MailAddressError(address: address) }
        self.name = name
        self.address = address
    }

    /// Reads `Name <address>`, `"Name" <address>` or a bare address; nil for anything else.
    public init?(_ text: String) {
        var (name, address) = ("", text.trimmed)
        if address.hasSuffix(">"), let open = address.lastIndex(of: "<") {
            name = address[..<open].trimmed
            address = address[address.index(after: open)...].dropLast().trimmed
        }
        if name.count >= 2, name.hasPrefix("\""), name.hasSuffix("\"") { name = name.dropFirst().dropLast().trimmed }
        guard !name.contains(where: { "<>\"".contains($0) }) else { return nil }
        try? self.init(name: name.isEmpty ? nil : name, address: address)
    }

    /// `Name <address>`, or the bare address: for people and records. A mail header needs its own encoding of the name.
    public var description: String { name.map { "\($0) <\(address)>" } ?? address }

    /// What follows the `@`.
    package var domain: String {
        String(address[address.index(after: address.lastIndex(of: "@") ?? address.startIndex)...])
    }

    /// What is wrong with an address, as the end of "'X' is no mail address: …"; nil when nothing is.
    ///
    /// An address has one `@`, something before it that does not begin with a dot, and a domain with a dot after it (or
    /// `localhost`); no blanks, control characters, commas, semicolons, quotes or brackets.
    public static func problem(in address: String) -> String? {
        for scalar in address.unicodeScalars {
            switch scalar {
            case "\"", "<", ">", "(", ")", "[", "]", ",", ";", ":", "\\", "`": return "it has a '\(scalar)' in it"
            case "\u{0}"..<" ", "\u{7F}"..<"\u{A0}": return "it has a control character in it"
            case " ": return "it has a blank in it"
            case "!"..."~": continue
            default:
                // Mails are written for servers of every age: RFC 5321, not its extension for other scripts.
                return scalar.properties.isWhitespace ? "it has a blank in it" : "it has a '\(scalar)' in it"
            }
        }
        let parts = address.split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2 else { return parts.count < 2 ? "it has no '@'" : "it has more than one '@'" }
        guard !parts[0].isEmpty else { return "nothing stands before the '@'" }
        guard address.utf8.count <= longest, parts[0].utf8.count <= 64 else { return "it is too long" }
        let labels = parts[1].split(separator: ".", omittingEmptySubsequences: false)
        if parts[1].isEmpty { return "nothing stands after the '@'" }
        if labels.contains(where: \.isEmpty) { return "its domain '\(parts[1])' has a dot too many" }
        if labels.count < 2, parts[1].lowercased() != "localhost" { return "its domain '\(parts[1])' has no dot" }
        if parts[0].hasPrefix(".") { return "it begins with a dot" }
        return isDomain(parts[1]) ? nil : "'\(parts[1])' is no domain"
    }

    /// Whether a text is a host name: labels of 1 to 63 letters, digits and hyphens of ASCII between dots, in all at most 190 bytes.
    public static func isDomain(_ text: some StringProtocol) -> Bool {
        func isWord(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte & 0xDF) }
        let labels = text.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        return text.utf8.count <= 190
            && labels.allSatisfy { label in
                (1...63).contains(label.count) && label.allSatisfy { isWord($0) || $0 == UInt8(ascii: "-") }
            }
    }
}

/// A text that is no mail address.
public struct MailAddressError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The text.
    public let address: String

    /// What is so and what to do.
    public var description: String {
        "'\(address.onOneLine.prefix(80))' is not a mail address. Write it as name@example.org, in ASCII."
    }
}
