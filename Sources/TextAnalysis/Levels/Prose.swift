import Content

/// The running text of an article: what a measure of reading counts. Verse, tables, code, short points, headings, captions, interviews and the lines that
/// programs add are left out, for none of them has sentences whose length says anything.
public enum Prose {
    /// A text of whose words less than this share is prose has no level: what is left does not stand for it.
    static let leastShare = 0.4

    /// The prose of a text, a paragraph a line; nil where there is too little of it.
    public static func of(_ text: String, language: String) -> String? {
        let lines = text.split(whereSeparator: { $0.isNewline }).flatMap { points(in: $0) }
        let verse = verses(lines)
        var kept: [Substring] = []
        var (prose, all) = (0, 0)
        for (number, line) in lines.enumerated() {
            let words = Words.count(String(line))
            if isBoilerplate(line) { continue }
            all += words
            guard !verse.contains(number), isProse(line, words: words) else { continue }
            prose += words
            kept.append(line)
        }
        guard prose >= Readability.fewestWords, Double(prose) >= leastShare * Double(all) else { return nil }
        return kept.joined(separator: "\n")
    }

    /// The points of a line that holds several (`• a • b`), each as a line.
    private static func points(in line: Substring) -> [Substring] {
        line.split(whereSeparator: { "•●◦▪‣∙".contains($0) })
    }

    private static func isProse(_ line: Substring, words: Int) -> Bool {
        let text = line.trimmed
        if isCode(text) || isTable(text) || isSpoken(text) { return false }
        // Headings, captions and short points end without a sign.
        return words >= 8 || endsSentence(text)
    }

    private static func endsSentence(_ text: String) -> Bool {
        guard let last = text.last(where: { !"\"'”’»)]*_".contains($0) }) else { return false }
        return ".!?…:。！？".contains(last)
    }

    private static func isCode(_ text: String) -> Bool {
        let signs = text.utf8.count { "{}[]<>=;|\\#$_~^&*/".utf8.contains($0) }
        return signs >= 3 && signs * 12 > text.utf8.count
    }

    private static func isTable(_ text: String) -> Bool {
        let cells = text.utf8.count { $0 == UInt8(ascii: "|") || $0 == 0x09 }
        let digits = text.utf8.count { (0x30...0x39).contains($0) }
        return cells >= 2 || digits * 3 > text.utf8.count
    }

    /// `Q: …`, `MARIA: …`: what somebody says in an interview or a play.
    private static func isSpoken(_ text: String) -> Bool {
        guard let colon = text.firstIndex(of: ":"), let first = text.first, first.isUppercase else { return false }
        let name = text[..<colon]
        guard name.count <= 30, text.index(after: colon) < text.endIndex, text[text.index(after: colon)] == " " else {
            return false
        }
        let parts = name.split(separator: " ")
        return parts.count <= 3
            && (name.count <= 2 || name.allSatisfy { !$0.isLowercase } || speakers.contains(name.lowercased()))
    }

    private static let speakers: Set<String> = [
        "question", "answer", "interviewer", "narrator", "pregunta", "respuesta", "entrevistador", "entrevistadora",
    ]

    /// Lines of verse: four and more short ones in a row most of which end no sentence.
    private static func verses(_ lines: [Substring]) -> Set<Int> {
        var found: Set<Int> = []
        var run: [Int] = []
        func close() {
            let open = run.count { !endsSentence(lines[$0].trimmed) }
            if run.count >= 4, open * 2 >= run.count { found.formUnion(run) }
            run = []
        }
        for (number, line) in lines.enumerated() {
            if Words.count(String(line)) <= 11 { run.append(number) } else { close() }
        }
        close()
        return found
    }

    private static func isBoilerplate(_ line: Substring) -> Bool {
        let lower = line.trimmed.lowercased()
        if lower.hasPrefix("the post "), lower.contains("appeared first on") { return true }
        if lower.hasPrefix("la entrada "),
            lower.contains("se publicó primero en") || lower.contains("aparece primero en")
        {
            return true
        }
        return lower.utf8.count <= 160 && boilerplate.contains { lower.hasPrefix($0) }
    }

    private static let boilerplate = [
        "read more", "continue reading", "keep reading", "subscribe", "sign up", "share this", "follow us", "photo:",
        "photo by",
        "image:", "image credit", "picture:", "photograph:", "credit:", "source:", "copyright", "©",
        "all rights reserved",
        "related:", "see also", "advertisement", "click here", "filed under", "tags:", "leer más", "seguir leyendo",
        "suscríbete",
        "comparte", "foto:", "imagen:", "crédito:", "fuente:", "todos los derechos",
    ]
}
