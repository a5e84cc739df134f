import Content

/// One form for the many spellings of an article's address, to tell whether two are the same article. Never shown and
/// never followed: the address is kept as the feed gives it.
enum CanonicalAddress {
    /// The part of an address from `#` on; empty without one, or where it only says who follows the link.
    static func fragment(of address: String) -> Substring {
        let fragment = address.drop { $0 != "#" }
        return TrackingParameters.contain(fragment.dropFirst()) ? "" : fragment
    }

    /// The form without scheme, default port, `www.`, fragment, session, tracking parameters and trailing slash, host in lower
    /// case and in ASCII, escapes in one form; nil for what is no web address. A fragment that is a path (`#/article/7`) leads to a
    /// page of its own and stays.
    static func of(_ address: String) -> String? { former(of: ArticleAddress.of(address)) }

    /// The same without a look at sessions, escapes and letters beyond ASCII, as stores of older versions know it.
    static func former(of address: String) -> String? {
        guard let scheme = address.webScheme else { return nil }
        let start = address.dropFirst(scheme.count)
        let rest = start.prefix { $0 != "#" }
        let authority = rest.prefix { $0 != "/" && $0 != "?" }
        var host = (authority.split(separator: "@").last.map { String($0) } ?? "").lowercased()
        for port in [":80", ":443"] where host.hasSuffix(port) { host.removeLast(port.count) }
        if host.hasPrefix("www.") { host.removeFirst(4) }
        guard !host.isEmpty else { return nil }
        let tail = rest.dropFirst(authority.count)
        var path = String(tail.prefix { $0 != "?" })
        while path.hasSuffix("/") { path.removeLast() }
        let query = tail.drop { $0 != "?" }.dropFirst().split(whereSeparator: { $0 == "&" || $0 == ";" })
            .filter { !TrackingParameters.contain($0) }
        let route = CanonicalAddress.route(start.drop { $0 != "#" })
        return host + path + (query.isEmpty ? "" : "?" + query.joined(separator: "&")) + route
    }

    /// A fragment that a page's own program reads as a path: it begins with `#/` or `#!`.
    private static func route(_ fragment: Substring) -> Substring {
        guard fragment.hasPrefix("#/") || fragment.hasPrefix("#!") else { return "" }
        var route = fragment
        while let last = route.last, "/!#".contains(last) { route.removeLast() }
        return route
    }
}
