/// A mail address with the name to show beside it.
public struct MailAddress: Hashable, Sendable {
    /// The name to show, if any.
    public let name: String?
    /// The address, `local@domain`, ASCII.
    public let address: String

    /// An address; an error when it is not a plain `local@domain` of ASCII letters, digits and `.!#$%&'*+-/=?^_{|}~`.
    public init(name: String? = nil, address: String) throws(EnvelopeError) {
        guard MailAddress.isPlain(address) else { throw .badAddress(CleanText.line(address, limit: 80)) }
        self.name = name.map { CleanText.line($0, limit: 60) }.flatMap { $0.isEmpty ? nil : $0 }
        self.address = address
    }

    private static func isPlain(_ address: String) -> Bool {
        let parts = address.utf8.split(separator: UInt8(ascii: "@"), omittingEmptySubsequences: false)
        guard parts.count == 2, (1...64).contains(parts[0].count) else { return false }
        guard isDomain(String(parts[1]) ?? "") else { return false }
        return parts[0].allSatisfy { isWord($0) || ".!#$%&'*+-/=?^_{|}~".utf8.contains($0) }
            && !parts[0].starts(with: ".".utf8)
    }

    /// Whether a text is a host name: labels of letters, digits and hyphens between dots.
    static func isDomain(_ text: String) -> Bool {
        let labels = text.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        return text.utf8.count <= 190
            && labels.allSatisfy { label in
                (1...63).contains(label.count) && label.allSatisfy { isWord($0) || $0 == UInt8(ascii: "-") }
            }
    }

    private static func isWord(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte & 0xDF)
    }
}

/// Whom a mail goes to and comes from, and how it is answered.
public struct Envelope: Hashable, Sendable {
    /// Who sends the lists: the school.
    public let from: MailAddress
    /// Who gets this one.
    public let to: [MailAddress]
    /// Where wishes and "stop" go: the `Reply-To` and the target of the links.
    public let wishes: MailAddress
    /// The domain of `List-Id` and `Message-ID`: one that the school owns.
    public let listDomain: String
    /// The address of one-click unsubscription with its opaque token, where the school has one. It stands in the header
    /// alone, never in the body.
    public let oneClick: String?
    /// Which of several mails of one list to one role this is, from 1: two guardians get one each.
    public let number: Int

    /// An envelope; an error when there is nobody to send to, the domain is none, or the one-click address is not a
    /// plain `https` one.
    public init(
        from: MailAddress, to: [MailAddress], wishes: MailAddress, listDomain: String, oneClick: String? = nil,
        number: Int = 1
    ) throws(EnvelopeError) {
        guard !to.isEmpty else { throw .nobody }
        guard MailAddress.isDomain(listDomain) else { throw .badDomain(CleanText.line(listDomain, limit: 80)) }
        if let oneClick {
            guard oneClick.hasPrefix("https://"), SafeLink.web(oneClick) == oneClick, !oneClick.contains(",") else {
                throw .badOneClick(CleanText.line(oneClick, limit: 120))
            }
        }
        self.from = from
        self.to = to
        self.wishes = wishes
        self.listDomain = listDomain
        self.oneClick = oneClick
        self.number = max(1, number)
    }
}

/// Why a mail cannot be addressed.
public enum EnvelopeError: Error, Hashable, Sendable, CustomStringConvertible {
    /// Not a plain `local@domain`.
    case badAddress(String)
    /// No recipient.
    case nobody
    /// Not a host name.
    case badDomain(String)
    /// Not a plain `https` address.
    case badOneClick(String)

    /// What is so and what to do.
    public var description: String {
        switch self {
        case .badAddress(let text): "'\(text)' is not a mail address. Write it as name@example.org, in ASCII."
        case .nobody: "The mail has no recipient. Give at least one address."
        case .badDomain(let text):
            "'\(text)' is not a domain. Write one that the school owns, such as lists.example.org."
        case .badOneClick(let text):
            "'\(text)' cannot be the one-click address. Write a whole https:// address without blanks and commas."
        }
    }
}
