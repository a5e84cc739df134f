import Content
import FeedParsing

/// Markdown as plain text: a small reader of the marks that school papers have.
struct MarkdownText {
    /// The first heading; nil: there is none.
    private(set) var title: String?
    /// The paragraphs.
    private(set) var text: String

    /// Text without marks, as it is.
    init(plain: String) {
        text = plain.split(whereSeparator: \.isNewline).map { String($0).onOneLine.trimmed }.filter { !$0.isEmpty }
            .joined(separator: "\n")
    }

    /// Text with marks, which are taken out.
    init(_ source: String) {
        var lines: [String] = []
        var title: String?
        for line in source.split(whereSeparator: \.isNewline) {
            var line = String(line).trimmed
            let isHeading = line.hasPrefix("#")
            while let first = line.first, "#>".contains(first) { line = String(line.dropFirst()).trimmed }
            for mark in ["- ", "* ", "+ "] where line.hasPrefix(mark) { line = String(line.dropFirst(2)) }
            if line.allSatisfy({ "-=*_`~ ".contains($0) }) { continue }
            line = line.replacing(/!?\[([^\]]*)\]\([^)]*\)/) { "\($0.output.1)" }
                // Marks at the beginning and end of words; one that stands alone or within a word is a sign of its own.
                .replacing(/(^|[\s("'“])[*_`]{1,3}(?=\S)/) { "\($0.output.1)" }
                .replacing(/(\S)[*_`]{1,3}(?=[\s.,;:!?)"'”]|$)/) { "\($0.output.1)" }
            line = HTMLText.plainText(of: line).onOneLine.trimmed
            if line.isEmpty { continue }
            if isHeading, title == nil {
                title = line
            } else {
                lines.append(line)
            }
        }
        self.title = title
        text = lines.joined(separator: "\n")
    }
}
