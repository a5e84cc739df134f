/// The name out of the many ways to write a person: `a@b.org (Name)`, `Name <a@b.org>`, `Name (a@b.org)`.
enum AuthorName {
    /// The name; the mail address when there is no name; nil for nothing.
    static func name(in text: String) -> String? {
        guard text.contains("@") else { return text.isEmpty ? nil : text }
        for (open, close) in [("(", ")"), ("<", ">")] as [(Character, Character)] {
            guard let start = text.firstIndex(of: open) else { continue }
            let end = text[start...].firstIndex(of: close) ?? text.endIndex
            let inner = trimmed(text[text.index(after: start)..<end])
            let outer = trimmed(text[..<start])
            if inner.contains("@"), !outer.isEmpty, !outer.contains("@") { return outer }
            if outer.contains("@"), !inner.isEmpty, !inner.contains("@") { return inner }
        }
        // An address and a name without brackets.
        let words = text.split(separator: " ")
        let names = words.filter { !$0.contains("@") }
        return names.isEmpty ? text : names.joined(separator: " ")
    }

    private static func trimmed(_ text: Substring) -> String {
        var text = text
        while let first = text.first, first.isWhitespace || first == "\"" { text = text.dropFirst() }
        while let last = text.last, last.isWhitespace || last == "\"" { text = text.dropLast() }
        return String(text)
    }
}
