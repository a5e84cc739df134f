import Content

/// A mail address with the name that is shown for it: `Riverside School <reading@school.example>`.
public struct Mailbox: Hashable, Sendable, CustomStringConvertible {
    /// The name to show; nil for a bare address.
    public let name: String?
    /// The address.
    public let address: String

    /// Reads `Name <address>`, `"Name" <address>` or a bare address; nil for anything else.
    public init?(_ text: String) {
        let text = text.trimmed
        guard text.hasSuffix(">"), let open = text.lastIndex(of: "<") else {
            guard MailAddressRule.problem(in: text) == nil else { return nil }
            self.init(name: nil, address: text)
            return
        }
        let address = text[text.index(after: open)...].dropLast().trimmed
        var name = text[..<open].trimmed
        if name.count >= 2, name.hasPrefix("\""), name.hasSuffix("\"") { name = name.dropFirst().dropLast().trimmed }
        guard MailAddressRule.problem(in: address) == nil else { return nil }
        guard !name.contains(where: { "<>\"".contains($0) }) else { return nil }
        self.init(name: name.isEmpty ? nil : name, address: address)
    }

    /// A mailbox by its parts; the address is taken as it is.
    public init(name: String?, address: String) {
        self.name = name
        self.address = address
    }

    /// `Name <address>`, or the bare address: for people and records. A mail header needs its own encoding of the name.
    public var description: String { name.map { "\($0) <\(address)>" } ?? address }
}
