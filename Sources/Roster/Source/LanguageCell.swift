import Content

/// A language as another program names it. Names of languages are not guessed: a map says what they mean.
enum LanguageCell {
    /// What should stand there.
    static let expected = "a language by its two or three letters, such as en or es-MX"

    /// The primary tag of a cell, empty for an empty one; nil: it is no tag.
    static func tag(_ text: String) -> String? {
        guard !text.isEmpty else { return "" }
        let parts = text.lowercased().split(omittingEmptySubsequences: false) { $0 == "-" || $0 == "_" }
        let isTag = parts.allSatisfy { part in
            (1...8).contains(part.utf8.count) && part.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
        }
        guard isTag, let primary = parts.first, (2...3).contains(primary.utf8.count),
            primary.allSatisfy({ $0.isLetter })
        else { return nil }
        return String(primary)
    }
}
