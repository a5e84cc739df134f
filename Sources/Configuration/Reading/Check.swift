import Content
import Foundation

/// What a text must be, beyond being a text. Each check gives nil, or what was expected.
package enum Check {
    /// What was expected instead, and a hint.
    package struct Fault {
        var expected: String
        var remedy = ""

        /// A fault by its words.
        package init(expected: String, remedy: String = "") {
            self.expected = expected
            self.remedy = remedy
        }
    }

    package static func nothing(_ text: String) -> Fault? { nil }

    /// The name of a form, or none.
    static func form(_ text: String) -> Fault? {
        let names = ListForm.allCases.map(\.rawValue)
        if text == "none" || names.contains(text) { return nil }
        return Fault(
            expected: names.joined(separator: ", ") + ", or none",
            remedy: NearestName.hint(for: String(text.prefix(60)), among: names).trimmed)
    }

    /// A time zone that this machine knows.
    static func timeZone(_ text: String) -> Fault? {
        if ["UTC", "GMT"].contains(text) { return nil }
        // Also old names that the system resolves, such as Asia/Calcutta, but not offsets, which know no summer time. The list
        // of all names takes long to make: it is asked for last.
        if text.contains("/"), TimeZone(identifier: text) != nil { return nil }
        let known = TimeZone.knownTimeZoneIdentifiers
        if known.contains(text) { return nil }
        return Fault(
            expected: "a time zone such as Europe/Madrid or America/New_York",
            remedy: NearestName.hint(for: String(text.prefix(60)), among: known).trimmed)
    }

    /// What guardians may be told, or none.
    static func guardianSight(_ text: String) -> Fault? {
        let words = GuardianSight.allCases.map(\.rawValue) + ["none"]
        if words.contains(text.lowercased()) { return nil }
        return Fault(
            expected: words.joined(separator: ", "), remedy: NearestName.hint(for: text, among: words).trimmed)
    }

    /// A region of ISO 3166: two letters.
    static func region(_ text: String) -> Fault? {
        let isRegion = text.utf8.count == 2 && text.allSatisfy { $0.isASCII && $0.isLetter }
        return isRegion ? nil : Fault(expected: "the two letters of a country, such as GB, US or MX")
    }

    /// A BCP 47 primary tag: two or three letters.
    static func language(_ text: String) -> Fault? {
        let isTag = (2...3).contains(text.utf8.count) && text.allSatisfy { $0.isASCII && $0.isLetter }
        return isTag ? nil : Fault(expected: "the two or three letters of a language, such as en, es or fr")
    }

    /// A path or an `http(s)` address.
    static func feedSource(_ text: String) -> Fault? {
        guard text.contains("://") else { return nil }
        let expected = "a path or an http(s) address"
        guard let scheme = text.webScheme else {
            let isFile = text.lowercased().hasPrefix("file://")
            return Fault(expected: expected, remedy: isFile ? "Write the path alone." : "")
        }
        let host = text.dropFirst(scheme.count).prefix { !"/?#".contains($0) }
        return host.isEmpty || text.contains(where: \.isWhitespace) ? Fault(expected: expected) : nil
    }

    /// A mail address alone.
    static func mailAddress(_ text: String) -> Fault? {
        MailAddress.problem(in: text).map {
            Fault(expected: "a mail address such as reading@school.example", remedy: "As it stands, \($0).")
        }
    }

    /// A mail address with or without a name.
    static func mailbox(_ text: String) -> Fault? {
        guard MailAddress(text) == nil else { return nil }
        return Fault(expected: "'Name <address>' such as 'Riverside School <reading@school.example>'")
    }

    /// A domain such as `lists.school.example`.
    static func domain(_ text: String) -> Fault? {
        let labels = text.split(separator: ".", omittingEmptySubsequences: false)
        let isDomain =
            labels.count >= 2 && MailAddress.isDomain(text)
            && labels.allSatisfy { $0.first != "-" && $0.last != "-" }
        return isDomain ? nil : Fault(expected: "a domain such as lists.school.example")
    }

    /// An `https` address.
    static func httpsAddress(_ text: String) -> Fault? {
        let isAddress =
            text.webScheme == "https://" && URL(string: text)?.host?.isEmpty == false
            && !text.contains(where: \.isWhitespace)
        return isAddress ? nil : Fault(expected: "an https address of the school, or null")
    }
}
