/// The parts of an address that name the session of whoever fetched it: another at each fetch, and nobody else's business.
enum SessionParts {
    private static let names: Set<String> = [
        "jsessionid", "phpsessid", "sessionid", "session_id", "sessid", "sesskey", "phpsession", "oscsid", "zenid",
        "cfid",
        "cftoken", "asp.net_sessionid",
    ]
    /// Names that stand for other things too: of a session only with a value that looks like one.
    private static let sometimes: Set<String> = ["sid", "s", "session"]

    /// The address without them.
    static func removed(from address: String) -> String {
        guard
            address.utf8.contains(where: {
                $0 == UInt8(ascii: ";") || $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "(")
            })
        else { return address }
        let beforeFragment = address.prefix { $0 != "#" }
        let fragment = address[beforeFragment.endIndex...]
        let path = beforeFragment.prefix { $0 != "?" }
        let query = beforeFragment[path.endIndex...].dropFirst()
        let keptPath = removed(fromPath: path)
        let parts = query.split(separator: "&", omittingEmptySubsequences: false)
        let kept = parts.filter { !isSession($0) }
        guard keptPath.count < path.count || kept.count < parts.count else { return address }
        return keptPath + (kept.isEmpty || query.isEmpty ? "" : "?" + kept.joined(separator: "&")) + fragment
    }

    /// `/view;jsessionid=0A1B` and `/(S(0a1b))/view`, as Java and ASP.NET write them.
    private static func removed(fromPath path: Substring) -> String {
        var segments: [Substring] = []
        for segment in path.split(separator: "/", omittingEmptySubsequences: false) {
            if segment.hasSuffix("))"), segment.hasPrefix("(S(") || segment.hasPrefix("(X(1)S(") { continue }
            guard segment.contains(";") else {
                segments.append(segment)
                continue
            }
            let parts = segment.split(separator: ";", omittingEmptySubsequences: false)
            let kept = parts.filter { !isSession($0) }
            segments.append(kept.count == parts.count ? segment : kept.joined(separator: ";")[...])
        }
        return segments.joined(separator: "/")
    }

    private static func isSession(_ part: some StringProtocol) -> Bool {
        guard let equals = part.firstIndex(of: "=") else { return false }
        let name = part[..<equals].lowercased()
        if names.contains(name) || name.hasPrefix("aspsessionid") { return true }
        return sometimes.contains(name) && isToken(part[part.index(after: equals)...])
    }

    /// Letters and digits mixed, as chance makes them.
    private static func isToken(_ value: some StringProtocol) -> Bool {
        value.utf8.count >= 20 && value.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
            && value.contains { $0.isNumber } && value.contains { $0.isLetter }
    }
}
