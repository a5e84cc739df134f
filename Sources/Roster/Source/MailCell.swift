import Content

/// Mail addresses as they stand in one cell, one or several.
enum MailCell {
    /// The addresses that are some, each once, and whether something in the cell is none. They are parted by `;`, `,` and blanks, or by a
    /// separator; what stands beside them (`Ana Ruiz <ana@…>`, `mailto:`) is taken away.
    static func read(_ text: String, separator: String? = nil) -> (addresses: [String], hasOther: Bool) {
        guard !text.isEmpty else { return ([], false) }
        var addresses: [String] = []
        var known: Set<String> = []
        var hasOther = false
        for part in parts(text, separator) {
            let address = MailDomain.ascii(bare(part))
            if MailAddress.problem(in: address) != nil {
                hasOther = true
            } else if known.insert(address.lowercased()).inserted {
                addresses.append(address)
            }
        }
        return (addresses, hasOther)
    }

    /// What stands in a cell as addresses, each without what stands beside it, whether it is one or not.
    static func written(_ text: String) -> [String] { parts(text, nil).map { bare($0) } }

    private static func parts(_ text: String, _ separator: String?) -> [String] {
        if let separator, separator.isEmpty == false {
            return text.split(separator: separator).map { $0.trimmed }.filter { !$0.isEmpty }
        }
        let whole = text.split { ";,|".contains($0) }.map { $0.trimmed }.filter { !$0.isEmpty }
        // Blanks part addresses, and stand in what is none.
        return whole.flatMap { part -> [String] in
            let words = part.split(whereSeparator: \.isWhitespace).map(String.init)
            return words.allSatisfy { $0.utf8.contains(UInt8(ascii: "@")) } ? words : [part]
        }
    }

    private static func bare(_ text: String) -> String {
        if text.hasSuffix(">"), let open = text.lastIndex(of: "<") {
            return text[text.index(after: open)...].dropLast().trimmed
        }
        return text.lowercased().hasPrefix("mailto:") ? String(text.dropFirst("mailto:".count)) : text
    }
}
