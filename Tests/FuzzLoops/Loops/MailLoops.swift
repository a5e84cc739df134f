#if DEBUG
    import Content
    import Foundation
    @testable import Output

    /// Mailboxes as they are read and written.
    enum Mailboxes {
        static func read(_ text: String) -> String? { MailAddress(text).map { "\($0)" } }
    }

    extension Holds {
        /// What goes into a mail of a text: a link, a name before an address, a subject.
        static func links(_ text: String) -> [String] {
            var found: [String] = []
            if let link = SafeLink.web(text) {
                if !link.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && !"\"'<>{}\\^`|".utf8.contains($0) }) {
                    found.append("an odd link: \(link)")
                }
                if SafeLink.web(link) != link { found.append("a link that is no link: \(link)") }
                if !link.hasPrefix("http://") && !link.hasPrefix("https://") {
                    found.append("a link elsewhere: \(link)")
                }
                _ = SafeLink.printed(link)
            }
            if let address = try? MailAddress(name: text, address: "a@b.example"), let name = address.shownName {
                found += words(EncodedWords.phrase(name), say: name)
            }
            found += words(
                EncodedWords.subject(CleanText.line(text, limit: 200)), say: CleanText.line(text, limit: 200))
            if let address = try? MailAddress(address: text),
                address.address.utf8.contains(where: { $0 <= 0x20 || $0 > 0x7E || $0 == 0x3E })
            {
                found.append("an address that ends its header")
            }
            return found
        }

        /// Words of a header: printable ASCII, none too long where it was encoded, and the text when they are decoded.
        private static func words(_ words: [String], say text: String) -> [String] {
            var found: [String] = []
            for word in words where !word.utf8.allSatisfy({ (0x20..<0x7F).contains($0) }) {
                found.append("a header word that is not ASCII")
            }
            let encoded = words.filter { $0.hasPrefix("=?") }
            guard !encoded.isEmpty else { return found }
            if encoded.contains(where: { $0.utf8.count > 75 }) { found.append("an encoded word of more than 75 bytes") }
            let decoded = encoded.map { decode($0) }.joined()
            if decoded != text { found.append("a header that says something else: \(decoded.debugDescription)") }
            return found
        }

        private static func decode(_ word: String) -> String {
            let body = word.dropFirst(10).dropLast(2)
            if word.hasPrefix("=?utf-8?B?") {
                return String(decoding: Data(base64Encoded: String(body)) ?? Data(), as: UTF8.self)
            }
            var bytes: [UInt8] = []
            var rest = Array(body.utf8)[...]
            while let byte = rest.popFirst() {
                if byte == 0x3D {
                    bytes.append(UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16) ?? 0)
                    rest = rest.dropFirst(2)
                } else {
                    bytes.append(byte == 0x5F ? 0x20 : byte)
                }
            }
            return String(decoding: bytes, as: UTF8.self)
        }
    }
#endif
