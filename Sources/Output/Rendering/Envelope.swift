import Content

extension MailAddress {
    /// The name as it stands in a header: one line of at most 60 characters; nil where nothing is left of it.
    var shownName: String? { name.map { CleanText.line($0, limit: 60) }.flatMap { $0.isEmpty ? nil : $0 } }
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
            guard oneClick.webScheme == "https://", SafeLink.web(oneClick) == oneClick, !oneClick.contains(",") else {
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
    /// No recipient.
    case nobody
    /// Not a host name.
    case badDomain(String)
    /// Not a plain `https` address.
    case badOneClick(String)

    /// What is so and what to do.
    public var description: String {
        switch self {
        case .nobody: "The mail has no recipient. Give at least one address."
        case .badDomain(let text):
            "'\(text)' is not a domain. Write one that the school owns, such as lists.example.org."
        case .badOneClick(let text):
            "'\(text)' cannot be the one-click address. Write a whole https:// address without blanks and commas."
        }
    }
}
