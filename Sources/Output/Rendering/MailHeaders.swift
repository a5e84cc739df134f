import Content

/// The headers of a list's mail that have a syntax of their own, written out by hand: all ASCII, folded where a folding
/// blank may stand.
struct MailHeaders {
    let document: ListDocument
    let envelope: Envelope
    /// The list's clean code.
    let listCode: String

    /// The headers in their order.
    var all: [(name: String, value: String)] {
        var headers = [
            (name: "Date", value: MailHeaders.date(document.made)),
            MailHeaders.folded("Message-ID", ["<\(messageID)>"]),
            MailHeaders.folded("List-Id", ["<reading-lists.\(envelope.listDomain)>"]),
            MailHeaders.folded("List-Unsubscribe", unsubscribe),
        ]
        if envelope.oneClick != nil {
            headers.append((name: "List-Unsubscribe-Post", value: "List-Unsubscribe=One-Click"))
        }
        headers.append((name: "Auto-Submitted", value: "auto-generated"))
        headers.append((name: "MIME-Version", value: "1.0"))
        return headers
    }

    /// The list and the role: a message that is rendered again keeps its id, and no two of an edition share one.
    var messageID: String {
        let schedule = MailHeaders.token(document.edition.schedule)
        return "\(schedule).\(document.edition.date.iso).\(listCode).\(document.role.rawValue)@\(envelope.listDomain)"
    }

    /// A boundary of the same parts, at most 70 characters. `=_` cannot stand in an encoded body.
    var boundary: String {
        "=_\(document.edition.date.iso)-\(listCode)-\(document.role.rawValue)"
    }

    private var unsubscribe: [String] {
        let subject = SayBack.stopSubject(listCode: listCode)
        let mail = "<\(SayBack.link(to: envelope.wishes.address, subject: subject))>"
        guard let oneClick = envelope.oneClick else { return [mail] }
        return ["<\(oneClick)>,", mail]
    }

    /// A header of words, folded before each word that would make the line longer than 78 octets.
    private static func folded(_ name: String, _ words: [String]) -> (name: String, value: String) {
        var value = ""
        var column = name.utf8.count + 1
        for word in words {
            let fits = column + 1 + word.utf8.count <= 78
            // The blank after the colon is written with the header; a folded line begins with its own.
            value += fits ? (value.isEmpty ? "" : " ") : "\r\n "
            value += word
            column = (fits ? column : 0) + 1 + word.utf8.count
        }
        return (name, value)
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
