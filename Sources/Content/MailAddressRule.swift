/// Whether a text can be a mail address: a short sane check that catches typing errors and anything that could break out
/// of a mail header. Only sending shows whether an address exists.
public enum MailAddressRule {
    /// The longest address that mail servers take, in bytes.
    public static let longest = 254

    /// What is wrong with an address, as the end of "'X' is no mail address: …"; nil when nothing is.
    ///
    /// An address has one `@`, something before it, and a domain with a dot after it (or `localhost`); no blanks, control
    /// characters, commas, semicolons, quotes or brackets.
    public static func problem(in address: String) -> String? {
        for scalar in address.unicodeScalars {
            switch scalar {
            case "\"", "<", ">", "(", ")", "[", "]", ",", ";", ":", "\\": return "it has a '\(scalar)' in it"
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
        return nil
    }
}
