import Content

/// The headers of a list's mail that have a syntax of their own, written out by hand: all ASCII, folded where a folding
/// blank may stand.
struct MailHeaders {
    let document: ListDocument
    let envelope: Envelope
    /// The list's clean code.
    let listCode: String

    /// The subject, one line.
    let subject: String

    /// The headers in their order, each line ending in CR LF.
    var text: String {
        var headers: [(name: String, words: [String])] = [
            ("From", MailHeaders.words([envelope.from])), ("To", MailHeaders.words(envelope.to)),
            ("Reply-To", MailHeaders.words([envelope.wishes])), ("Subject", EncodedWords.subject(subject)),
            ("Date", [MailHeaders.date(document.made)]), ("Message-ID", ["<\(messageID)>"]),
            ("List-Id", ["<reading-lists.\(envelope.listDomain)>"]), ("List-Unsubscribe", unsubscribe),
        ]
        if envelope.oneClick != nil { headers.append(("List-Unsubscribe-Post", ["List-Unsubscribe=One-Click"])) }
        headers.append(("Auto-Submitted", ["auto-generated"]))
        headers.append(("MIME-Version", ["1.0"]))
        return headers.reduce(into: "") { $0 += MailHeaders.folded($1.name, $1.words) }
    }

    /// The words of addresses: names before addresses in angle brackets, commas between.
    private static func words(_ addresses: [MailAddress]) -> [String] {
        var words: [String] = []
        for (index, address) in addresses.enumerated() {
            let comma = index + 1 < addresses.count ? "," : ""
            let name = address.shownName
            words += name.map(EncodedWords.phrase) ?? []
            words.append(name == nil ? address.address + comma : "<\(address.address)>\(comma)")
        }
        return words
    }

    /// The list, the role and the number: a message that is rendered again keeps its id, and no two of an edition share
    /// one.
    var messageID: String {
        let schedule = MailHeaders.token(document.edition.schedule)
        return "\(schedule).\(document.edition.date.iso).\(listCode).\(recipient)@\(envelope.listDomain)"
    }

    /// A boundary of the same parts, at most 70 characters. `=_` cannot stand in an encoded body.
    var boundary: String {
        "=_\(document.edition.date.iso)-\(listCode)-\(recipient)"
    }

    /// The role, with a number from the second of one role on.
    private var recipient: String {
        document.role.rawValue + (envelope.number > 1 ? ".\(envelope.number)" : "")
    }

    private var unsubscribe: [String] {
        let subject = SayBack.stopSubject(listCode: listCode)
        let mail = "<\(SayBack.link(to: envelope.wishes.address, subject: subject))>"
        guard let oneClick = envelope.oneClick else { return [mail] }
        return ["<\(oneClick)>,", mail]
    }

    /// A header of words, folded before each word that would make the line longer than 78 octets.
    static func folded(_ name: String, _ words: [String]) -> String {
        var text = "\(name):"
        var column = text.utf8.count
        for word in words {
            if column + 1 + word.utf8.count > 78 {
                text += "\r\n"
                column = 0
            }
            text += " \(word)"
            column += 1 + word.utf8.count
        }
        return text + "\r\n"
    }

    /// A date as mail writes it (RFC 5322 3.3), in UTC: `Mon, 23 Nov 2026 06:00:00 +0000`.
    static func date(_ moment: Timestamp) -> String {
        let days = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
        let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        let date = moment.utcDate
        let weekday = ((date.dayNumber + 3) % 7 + 7) % 7
        let clock = moment.iso.dropFirst(date.iso.count + 1).prefix(8)
        return "\(days[weekday]), \(date.day) \(months[date.month - 1]) \(date.year) \(clock) +0000"
    }

    /// A name as part of a message id: bytes that may not stand there as `_` and two hexadecimal digits, so that two
    /// names never become one.
    static func token(_ name: String) -> String {
        var token = ""
        for byte in name.utf8.prefix(40) {
            if Wire.isWord(byte) || byte == UInt8(ascii: "-") {
                token.unicodeScalars.append(Unicode.Scalar(byte))
            } else {
                token += "_" + (byte < 16 ? "0" : "") + String(byte, radix: 16)
            }
        }
        return token
    }
}
