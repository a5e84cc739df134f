/// The first part of an article for a list: whole sentences where there is room for one.
enum Teaser {
    /// The text as one line of at most `limit` characters. One that is longer, or that its feed has cut off, ends where a sentence ends; only
    /// where no sentence ends in its first part, it ends in an ellipsis.
    static func of(_ text: String, _ limit: Int) -> String {
        guard limit > 0 else { return "" }
        let short = CleanText.line(text, limit: limit)
        guard isCut(short) else { return short }
        let end = lastSentenceEnd(of: short)
        guard let end, short.distance(from: short.startIndex, to: end) >= min(40, limit / 3) else { return short }
        return String(short[..<end])
    }

    /// Whether a text breaks off.
    private static func isCut(_ text: String) -> Bool {
        ["…", "...", "[…]", "[...]", "(…)", "(more)"].contains { text.hasSuffix($0) }
    }

    private static let ends: Set<Character> = [".", "!", "?", "؟", "。", "！", "？", "۔", "।"]
    private static let closing: Set<Character> = ["”", "’", "\"", "'", "»", ")", "』", "」"]
    /// Words that a full stop stands behind without ending anything.
    private static let shortened: Set<String> = [
        "mr", "mrs", "ms", "dr", "st", "prof", "sr", "sra", "dra", "vs", "etc", "no", "nos", "núm", "ej", "art", "fig",
        "jr",
    ]

    /// The place after the last sentence that is whole: behind its full stop and what closes it, before a blank.
    private static func lastSentenceEnd(of text: String) -> String.Index? {
        var last: String.Index?
        var index = text.startIndex
        while index < text.endIndex {
            defer { index = text.index(after: index) }
            guard ends.contains(text[index]), endsSentence(text, at: index) else { continue }
            var after = text.index(after: index)
            while after < text.endIndex, closing.contains(text[after]) { after = text.index(after: after) }
            let isFullWidth = "。！？".contains(text[index])
            if after < text.endIndex, [" ", "…"].contains(text[after]) || isFullWidth { last = after }
        }
        return last
    }

    private static func endsSentence(_ text: String, at index: String.Index) -> Bool {
        guard text[index] == "." else { return true }
        let word = text[..<index].reversed().prefix { $0.isLetter || $0 == "." }.reversed()
        // An initial, as in U.S. or J. Smith, and a dot in the middle of dots end nothing.
        if word.count == 1 || word.contains(".") { return false }
        return !shortened.contains(String(word).lowercased())
    }
}
