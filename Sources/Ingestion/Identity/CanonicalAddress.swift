/// One form for the many spellings of an article's address, to tell whether two are the same article. Never shown and
/// never followed: the address is kept as the feed gives it.
enum CanonicalAddress {
    /// Parameters that say who follows a link, not what it leads to.
    private static let tracking: Set<String> = [
        "fbclid", "gclid", "dclid", "msclkid", "yclid", "igshid", "mc_cid", "mc_eid", "_hsenc", "_hsmi", "mkt_tok",
        "wt_mc", "ref", "ref_src", "cmpid", "ocid", "spm", "at_medium", "at_campaign", "feature", "source",
    ]

    /// The form without scheme, default port, fragment, tracking parameters and trailing slash, host in lower case; nil
    /// for what is no web address.
    static func of(_ address: String) -> String? {
        guard let start = address.range(of: "://") else { return nil }
        let scheme = address[..<start.lowerBound].lowercased()
        guard scheme == "http" || scheme == "https" else { return nil }
        let rest = address[start.upperBound...].prefix { $0 != "#" }
        let authority = rest.prefix { $0 != "/" && $0 != "?" }
        var host = (authority.split(separator: "@").last.map { String($0) } ?? "").lowercased()
        for port in [":80", ":443"] where host.hasSuffix(port) { host.removeLast(port.count) }
        if host.hasPrefix("www.") { host.removeFirst(4) }
        guard !host.isEmpty else { return nil }
        let tail = rest.dropFirst(authority.count)
        var path = String(tail.prefix { $0 != "?" })
        while path.hasSuffix("/") { path.removeLast() }
        let query = tail.drop { $0 != "?" }.dropFirst().split(whereSeparator: { $0 == "&" || $0 == ";" }).filter {
            part in
            let name = part.prefix { $0 != "=" }.lowercased()
            return !name.hasPrefix("utm_") && !name.hasPrefix("at_custom") && !tracking.contains(name)
        }
        return host + path + (query.isEmpty ? "" : "?" + query.joined(separator: "&"))
    }
}

extension String {
    /// The first place of a text; Foundation's search is not needed for plain ASCII.
    fileprivate func range(of text: String) -> Range<String.Index>? {
        var start = startIndex
        while start < endIndex {
            if self[start...].hasPrefix(text) { return start..<index(start, offsetBy: text.count) }
            start = index(after: start)
        }
        return nil
    }
}
