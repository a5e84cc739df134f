import Content
import FeedParsing
import TextAnalysis

/// Makes an item of a parsed entry: title and text cleaned, words counted, language and level found.
struct ItemMaker {
    /// The language of the feed as it declares it, or as the school's list says.
    let feedLanguage: String?
    let wordsPerMinute: Int
    /// The licence that the feed gives all its entries.
    var feedLicense: String?
    /// What must not stand in a link that learners see: what the school itself logs in with.
    var secrets = AddressSecrets()
    var levels = LevelMeasure()

    /// The longest summary, in characters.
    static let longestSummary = 320
    /// The longest title, in characters: longer ones are texts in the wrong field.
    static let longestTitle = 300

    func item(_ entry: ParsedEntry, keys: ItemKeys) -> IncomingItem {
        let body = entry.content ?? ""
        let teaser = entry.summary ?? ""
        let text = body.count >= teaser.count ? body : teaser
        let link = entry.link.map { ArticleAddress.of(secrets.removed(from: $0)) }
        let canonicalURL = link.flatMap { CanonicalAddress.of($0) }
        let url = canonicalURL == nil ? nil : link
        let title = ItemMaker.title(entry, text: text, url: url)
        let words = Words.count(text)
        let language = language(of: entry, title: title, text: text)
        // What is not known is not claimed: a teaser says nothing of how long or how hard its article is.
        let isTeaser = Teaser.endsAsTeaser(text)
        var item = IncomingItem(
            keys: keys, url: url, canonicalURL: canonicalURL, title: title,
            summary: ItemMaker.shortened(teaser.isEmpty ? text : teaser, to: ItemMaker.longestSummary), text: text,
            authors: entry.authors.filter { !$0.isEmpty }, tags: ItemMaker.tags(entry.tags), language: language,
            image: entry.image.flatMap { CanonicalAddress.of($0) == nil ? nil : secrets.removed(from: $0) },
            published: [entry.published, entry.updated].compactMap { $0 }.first { !ZeroDate.isOne($0) }, words: words,
            minutes: StatedLevel.minutes(of: entry.learning)
                ?? (isTeaser ? 0 : ReadingTime.minutes(words: words, wordsPerMinute: wordsPerMinute)),
            level: StatedLevel.grade(of: entry.learning)
                ?? (isTeaser ? nil : levels.grade(of: text, language: language)))
        item.license = entry.license ?? feedLicense
        return item
    }

    /// The entry's own language, else the feed's, else what the text looks like; the primary tag alone. A long text that is clearly in another
    /// than is declared counts as what it is: site programs say English of everything.
    private func language(of entry: ParsedEntry, title: String, text: String) -> String? {
        guard let declared = declaredLanguage(of: entry) else {
            return LanguageDetector.language(of: title + ". " + text)
        }
        return DeclaredLanguage.contradicted(declared, by: text) ?? declared
    }

    /// The language that is declared for an entry; nil: none.
    func declaredLanguage(of entry: ParsedEntry) -> String? {
        [entry.language, feedLanguage].compactMap { $0 }.map { ItemMaker.primaryTag($0) }.first { !$0.isEmpty }
    }

    /// `en-GB` → `en`; empty for what is no tag.
    static func primaryTag(_ tag: String) -> String {
        let primary = tag.prefix { $0 != "-" && $0 != "_" }.lowercased().trimmed
        return (2...3).contains(primary.count) && primary.allSatisfy { $0.isASCII && $0.isLetter } ? primary : ""
    }

    private static func title(_ entry: ParsedEntry, text: String, url: String?) -> String {
        let title = (entry.title ?? "").trimmed
        if !title.isEmpty { return shortened(title, to: longestTitle) }
        let opening = shortened(text.prefix { $0 != "\n" }.trimmed, to: 80)
        return opening.isEmpty ? url ?? "Untitled" : opening
    }

    private static func tags(_ tags: [String]) -> [String] {
        var kept: [String] = []
        for tag in tags.map({ $0.trimmed }) where !tag.isEmpty && tag.count <= 80 && !kept.contains(tag) {
            kept.append(tag)
        }
        return Array(kept.prefix(20))
    }

    /// A text of at most so many characters, cut after a sentence where one ends in its second half, else after a word.
    static func shortened(_ text: String, to limit: Int) -> String {
        let line = firstLine(of: text, atLeast: limit + 1)
        guard line.count > limit else { return line }
        let head = line.prefix(limit)
        let half = head.index(head.startIndex, offsetBy: limit / 2)
        if let stop = sentenceEnd(in: line, before: head.endIndex), stop >= half { return String(head[...stop]) }
        guard let blank = head.lastIndex(of: " "), blank > head.startIndex else { return String(head.dropLast()) + "…" }
        return head[..<blank].trimmed + "…"
    }

    /// The last sign in a line's beginning that ends a sentence, with a blank behind it. Looked for by bytes: none of these is part of another letter.
    private static func sentenceEnd(in line: String, before end: String.Index) -> String.Index? {
        var next = line.utf8[end...].first
        var at = end
        while at > line.startIndex {
            at = line.utf8.index(before: at)
            let byte = line.utf8[at]
            if next == 0x20, byte == UInt8(ascii: ".") || byte == UInt8(ascii: "!") || byte == UInt8(ascii: "?") {
                return at
            }
            next = byte
        }
        return nil
    }

    /// The beginning of a text with each run of white space as one blank, at least so many characters of it if there are.
    private static func firstLine(of text: String, atLeast wanted: Int) -> String {
        if let line = plainLine(of: text, atLeast: wanted) { return line }
        var line = ""
        var count = 0
        var gap = false
        for character in text {
            if character.isWhitespace {
                gap = !line.isEmpty
                continue
            }
            if gap { line.append(" ") }
            line.append(character)
            count += gap ? 2 : 1
            gap = false
            if count > wanted { break }
        }
        return line
    }

    /// The same for a beginning in ASCII, where a byte is a character; nil for another.
    private static func plainLine(of text: String, atLeast wanted: Int) -> String? {
        var line: [UInt8] = []
        line.reserveCapacity(wanted + 2)
        var gap = false
        for byte in text.utf8 {
            guard byte < 0x80 else { return nil }
            if byte == 0x20 || (0x09...0x0D).contains(byte) {
                gap = !line.isEmpty
                continue
            }
            if gap { line.append(0x20) }
            line.append(byte)
            gap = false
            if line.count > wanted { break }
        }
        return String(decoding: line, as: UTF8.self)
    }
}
