import Content
import Foundation

/// An article that may be printed whole: the feed carries all of its text, and its licence lets anybody copy it with the
/// author's name beside it.
public struct PrintedArticle: Hashable, Sendable {
    /// Its paragraphs, plain.
    public var paragraphs: [String]
    /// Who wrote it; where the feed does not say, the feed's title.
    public var author: String
    /// The licence as people call it: `CC BY-SA 4.0`.
    public var license: String

    /// The fewest words of a text that counts as a whole article and not as its teaser.
    static let fewestWords = 120
    /// The most words that are printed: some six pages.
    static let mostWords = 3_000

    /// The article of an item; nil where its text is a teaser, or its licence is unknown or allows no copies.
    public init?(_ item: ContentItem, license: String?) {
        // What a page was read for is measuring; a text that is a teaser of it is none to print whole.
        guard item.pageText == nil, let license, let name = PrintedArticle.openLicense(license) else { return nil }
        guard (PrintedArticle.fewestWords...PrintedArticle.mostWords).contains(item.words),
            item.text.utf8.count > item.summary.utf8.count * 2
        else { return nil }
        paragraphs = item.text.split(separator: "\n").map { CleanText.line(String($0), limit: 20_000) }
            .filter { !$0.isEmpty }
        let authors = item.authors.prefix(3).map { CleanText.line($0, limit: 60) }.filter { !$0.isEmpty }
        author = authors.isEmpty ? CleanText.line(item.feedTitle, limit: 60) : authors.joined(separator: ", ")
        self.license = name
    }

    /// The name of a licence that allows copies to anybody: Creative Commons in all its kinds (a school does not sell its
    /// pages and changes nothing) and what is given to the public domain. Nil for any other.
    static func openLicense(_ text: String) -> String? {
        let lowered = text.lowercased()
        if let range = lowered.range(of: "creativecommons.org/") {
            let parts = lowered[range.upperBound...].split(separator: "/").map(String.init)
            guard parts.count >= 2 else { return nil }
            let version = parts.count > 2 && parts[2].first?.isNumber == true ? " \(parts[2].prefix(3))" : ""
            switch parts[0] {
            case "licenses": return kinds.contains(parts[1]) ? "CC \(parts[1].uppercased())\(version)" : nil
            case "publicdomain": return parts[1] == "zero" ? "CC0\(version)" : "Public domain"
            default: return nil
            }
        }
        let words = lowered.split { $0 == " " || $0 == "," }.map(String.init)
        switch words.first {
        case "cc0": return "CC0"
        case "cc":
            return words.count > 1 && kinds.contains(words[1])
                ? "CC " + words[1...].joined(separator: " ").uppercased().prefix(20) : nil
        case let word?
        where word.hasPrefix("cc-") && kinds.contains(String(word.dropFirst(3).prefix { !$0.isNumber }).trimmingHyphens):
            return word.uppercased().replacing("CC-", with: "CC ", maxReplacements: 1)
        case "public": return words.dropFirst().first == "domain" ? "Public domain" : nil
        default: return licenseInWords(lowered)
        }
    }

    /// A licence that a sentence on rights names: `Ann, under CC BY 4.0`. A sentence that takes anything out, or that speaks of pictures
    /// or code, allows nothing.
    private static func licenseInWords(_ text: String) -> String? {
        guard text.utf8.count <= 400, !exceptions.contains(where: { text.contains($0) }) else { return nil }
        let pattern = #/\bcc[ -](by(?:-nc)?(?:-sa|-nd)?)(?:[ -](\d\.\d))?(?![\w-])/#
        guard let match = text.firstMatch(of: pattern) else { return nil }
        return "CC \(match.1.uppercased())" + (match.2.map { " \($0)" } ?? "")
    }

    private static let exceptions = [
        "all rights reserved", "except", "unless", "otherwise", "not ", "n't", "image", "photo", "picture", "code",
        "logo",
        "music", "excepto", "salvo", "todos los derechos", "imágenes", "fotos",
    ]

    private static let kinds: Set<String> = ["by", "by-sa", "by-nc", "by-nd", "by-nc-sa", "by-nc-nd"]
}

extension String {
    /// The text without hyphens at its end.
    fileprivate var trimmingHyphens: String { String(reversed().drop { $0 == "-" }.reversed()) }
}
