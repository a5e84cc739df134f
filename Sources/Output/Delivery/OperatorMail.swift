import Content

/// A short plain mail to whoever looks after the machine. It speaks of no learner.
public struct OperatorMail: Hashable, Sendable {
    /// The whole message, with CR LF line ends.
    public let bytes: [UInt8]

    /// A message; `name` makes its id, so that one that is made again is the same.
    public init(
        from: MailAddress, to: MailAddress, subject: String, lines: [String], at: Timestamp, name: String
    ) {
        var text = "From:"
        for word in (from.shownName.map(EncodedWords.phrase) ?? []) + ["<\(from.address)>"] { text += " \(word)" }
        text += "\r\nTo: \(to.address)\r\n"
        text += MailHeaders.folded("Subject", EncodedWords.subject(CleanText.line(subject, limit: 150)))
        text += "Date: \(MailHeaders.date(at))\r\nMessage-ID: <\(MailHeaders.token(name)).operator@\(from.domain)>"
        text += "\r\nAuto-Submitted: auto-generated\r\nMIME-Version: 1.0"
        text += "\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
        let body = QuotedPrintable.encoded(Array((lines.joined(separator: "\n") + "\n").utf8))
        bytes =
            Array(text.utf8)
            + body.reduce(into: [UInt8]()) { wire, byte in
                if byte == 0x0A, wire.last != 0x0D { wire.append(0x0D) }
                wire.append(byte)
            }
    }
}
