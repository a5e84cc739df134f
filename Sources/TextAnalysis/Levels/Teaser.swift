/// Whether a feed's text of an article is a teaser: its beginning, or words about it.
///
/// The page behind it says so best: a text that has less than seven tenths of the page's words is a teaser. Without a page the text's end tells, then
/// its length.
public enum Teaser {
    /// A text with a smaller share of its page's words than this is a teaser. Whole texts lack captions and boxes only.
    public static let fullShare = 0.7
    /// Without other signs a text of fewer words than this is taken for a teaser.
    static let fewestWords = 100

    /// Whether a text is a teaser.
    ///
    /// - Parameters:
    ///   - text: what the feed gives, plain.
    ///   - words: how many words it has.
    ///   - pageWords: how many words the main text of the article's page has; nil where the page is not known, 0 where nothing was found in it.
    public static func isTeaser(_ text: String, words: Int, pageWords: Int?) -> Bool {
        if let pageWords, pageWords > 0 { return isTeaser(words: words, ofPage: pageWords) }
        return endsAsTeaser(text) || words < fewestWords
    }

    /// Whether a text of so many words is a teaser of a page of so many.
    public static func isTeaser(words: Int, ofPage pageWords: Int) -> Bool {
        Double(words) < fullShare * Double(pageWords)
    }

    /// Whether the end of a text says that there is more elsewhere.
    public static func endsAsTeaser(_ text: String) -> Bool {
        let end = text.suffix(160).lowercased().withSingleSpaces
        if cutMarks.contains(where: { end.hasSuffix($0) }) { return true }
        // A line that sends the reader on, perhaps with the article's or the site's name behind it.
        let line =
            text.split(separator: "\n").last { !$0.allSatisfy { $0.isWhitespace } }.map {
                $0.lowercased().withSingleSpaces
            } ?? ""
        // In one paragraph with the text it comes after the end of a sentence.
        let isAfterSentence = sendOn.contains { phrase in
            guard end.hasSuffix(phrase), let before = end.dropLast(phrase.count).last(where: { $0 != " " }) else {
                return false
            }
            return ".!?…]»”\"".contains(before)
        }
        if isAfterSentence { return true }
        return line.count <= 120 && sendOn.contains { line.hasPrefix($0) || line.hasSuffix($0) || end.hasSuffix($0) }
    }

    private static let cutMarks = ["[…]", "[...]", "[ … ]", "(…)", "(...)", "[&hellip;]", "[more]", "…»"]
    private static let sendOn = [
        "read more", "read more »", "read more…", "read more...", "read more →", "read on", "continue reading",
        "continue reading →", "continue reading…", "continue reading »",
        "keep reading", "read the full", "read the whole", "read full", "full story",
        "leer más", "leer mas", "seguir leyendo", "sigue leyendo", "continuar leyendo", "lire la suite", "weiterlesen",
        "mehr lesen", "leia mais", "continue lendo", "continua a leggere", "leggi tutto",
        "lees verder", "läs mer", "les mer", "czytaj dalej", "читать далее", "続きを読む", "阅读全文", "اقرأ المزيد",
    ]
}

extension StringProtocol {
    fileprivate var withSingleSpaces: String { split(whereSeparator: { $0.isWhitespace }).joined(separator: " ") }
}
