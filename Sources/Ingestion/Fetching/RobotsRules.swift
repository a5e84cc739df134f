/// What a server's `robots.txt` lets programs read (RFC 9309).
struct RobotsRules: Hashable, Sendable {
    private struct Rule: Hashable {
        var allows: Bool
        var pattern: [UInt8]
    }

    private var rules: [Rule] = []

    /// The name that groups of rules know us by.
    static let product = "gleaner"
    /// Bytes of a file that are read (RFC 9309, 2.5).
    private static let longest = 512 * 1_024
    /// Rules that are kept, and bytes of one.
    private static let mostRules = 5_000
    private static let longestRule = 2_000

    /// A server without rules: all is allowed.
    static let everything = RobotsRules()

    private init(rules: [Rule] = []) { self.rules = rules }

    /// Reads a file. The groups that name us hold; where none does, those for everybody.
    init(_ bytes: [UInt8]) {
        let text = String(decoding: bytes.prefix(RobotsRules.longest), as: UTF8.self)
        var ours: [Rule] = []
        var everybodys: [Rule] = []
        var hasOurs = false
        // A group begins with one or more names; the first rule ends them.
        var (isOurs, isEverybodys, isInNames) = (false, false, false)
        for line in text.split(whereSeparator: { $0.isNewline }) {
            let plain = line.prefix { $0 != "#" }
            guard let colon = plain.firstIndex(of: ":") else { continue }
            let key = plain[..<colon].lowercased().filter { !$0.isWhitespace }
            let value = plain[plain.index(after: colon)...].drop { $0.isWhitespace }
            let end = value.lastIndex { !$0.isWhitespace }.map { value.index(after: $0) } ?? value.startIndex
            let word = value[..<end]
            switch key {
            case "user-agent":
                if !isInNames { (isOurs, isEverybodys) = (false, false) }
                isInNames = true
                let name = word.lowercased().prefix { $0.isLetter || $0 == "-" || $0 == "_" }
                if name == RobotsRules.product { (isOurs, hasOurs) = (true, true) }
                if word == "*" { isEverybodys = true }
            case "allow", "disallow":
                isInNames = false
                // An empty rule says nothing.
                guard !word.isEmpty, word.utf8.count <= RobotsRules.longestRule else { continue }
                let rule = Rule(allows: key == "allow", pattern: RobotsRules.plain(String(word)))
                if isOurs, ours.count < RobotsRules.mostRules { ours.append(rule) }
                if isEverybodys, everybodys.count < RobotsRules.mostRules { everybodys.append(rule) }
            default: continue
            }
        }
        rules = hasOurs ? ours : everybodys
    }

    /// Whether a page may be read. Of the rules that fit the longest holds; of two as long the one that allows.
    func allows(_ address: String) -> Bool {
        let path = RobotsRules.path(of: address)
        if path.elementsEqual("/robots.txt".utf8) { return true }
        var best: Rule?
        for rule in rules where RobotsRules.fits(rule.pattern, path) {
            guard let known = best else {
                best = rule
                continue
            }
            let (new, old) = (rule.pattern.count, known.pattern.count)
            if new > old || (new == old && rule.allows) { best = rule }
        }
        return best?.allows ?? true
    }

    /// The address of the file that rules an address's server.
    static func address(for page: String) -> String? {
        guard let scheme = page.firstRange(of: "://") else { return nil }
        let host = page[scheme.upperBound...].prefix { !"/?#".contains($0) }
        // Nobody logs in to read it.
        let name = host.split(separator: "@").last ?? ""
        return name.isEmpty ? nil : page[..<scheme.upperBound] + name + "/robots.txt"
    }

    private static func path(of address: String) -> [UInt8] {
        guard let scheme = address.firstRange(of: "://") else { return Array("/".utf8) }
        let path = address[scheme.upperBound...].drop { !"/?#".contains($0) }.prefix { $0 != "#" }
        return plain(path.hasPrefix("/") ? String(path) : "/" + path)
    }

    /// With letters beyond ASCII as their escapes, and escapes in capitals, so that one path has one form.
    private static func plain(_ path: String) -> [UInt8] {
        let digits = Array("0123456789ABCDEF".utf8)
        let bytes = Array(path.utf8)
        var out: [UInt8] = []
        var at = 0
        while at < bytes.count {
            let byte = bytes[at]
            if byte >= 0x80 {
                out += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            } else if byte == UInt8(ascii: "%"), at + 2 < bytes.count {
                out.append(byte)
                out += bytes[(at + 1)...(at + 2)].map { (0x61...0x66).contains($0) ? $0 - 32 : $0 }
                at += 2
            } else {
                out.append(byte)
            }
            at += 1
        }
        return out
    }

    /// Whether a pattern fits the beginning of a path; `*` stands for anything, `$` at its end for the path's end. In time of the product of both.
    private static func fits(_ pattern: [UInt8], _ path: [UInt8]) -> Bool {
        let isWhole = pattern.last == UInt8(ascii: "$")
        let pattern = isWhole ? pattern.dropLast() : pattern[...]
        var (at, next) = (0, pattern.startIndex)
        // Where to go on after the last star if it has to stand for more.
        var retry: (at: Int, next: Int)?
        while true {
            if next == pattern.endIndex {
                if !isWhole || at == path.count { return true }
            } else if pattern[next] == UInt8(ascii: "*") {
                next += 1
                retry = (at, next)
                continue
            } else if at < path.count, pattern[next] == path[at] {
                (at, next) = (at + 1, next + 1)
                continue
            }
            guard let known = retry, known.at < path.count else { return false }
            retry = (known.at + 1, known.next)
            (at, next) = (known.at + 1, known.next)
        }
    }
}
