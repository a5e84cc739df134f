import Configuration
import Content
import FeedParsing
import Files
import Foundation
import Ingestion
import Pipeline

/// What is read of a file or page that somebody adds.
struct OwnItemText {
    /// The title that it has; nil: none.
    var title: String?
    /// Its text.
    var text: String
    /// The language that it declares.
    var language: String?
    /// The address that it came from in the end; nil for a file.
    var address: String?

    /// The largest file that is read, in bytes.
    private static let largest = 5_000_000

    /// Reads a file: HTML by its main text, Markdown without its marks, anything else as it is.
    static func file(_ path: String, named name: String) throws(RequestError) -> OwnItemText {
        let bytes: [UInt8]
        do throws(RegularFile.Problem) {
            bytes = try RegularFile.read(path, limit: largest)
        } catch {
            throw RequestError("could not read \(name): \(error).")
        }
        guard !bytes.contains(0) else {
            throw RequestError("\(name) is no text. Give a file of HTML, Markdown or plain text, or --title alone.")
        }
        let ending = (path as NSString).pathExtension.lowercased()
        let stem = ((path as NSString).lastPathComponent as NSString).deletingPathExtension
        let begins = bytes.first { !(0x09...0x20).contains($0) }
        if ["html", "htm", "xhtml"].contains(ending) || begins == UInt8(ascii: "<") {
            let page = ArticlePage(bytes)
            let text = page.text.isEmpty ? HTMLText.plainText(of: String(decoding: bytes, as: UTF8.self)) : page.text
            return OwnItemText(title: page.title ?? stem, text: text, language: page.language)
        }
        let text = String(decoding: bytes, as: UTF8.self)
        let isMarkdown = ["md", "markdown"].contains(ending)
        let plain = isMarkdown ? MarkdownText(text) : MarkdownText(plain: text)
        return OwnItemText(title: plain.title ?? stem, text: plain.text)
    }

    /// Reads a page of the web.
    static func page(_ address: String, school: School) throws(RequestError) -> OwnItemText {
        switch school.fetcher.fetch([FetchRequest(address: address, wants: .page)]).first {
        case .document(let document):
            let page = ArticlePage(document.bytes, address: document.address, charset: document.charset)
            return OwnItemText(title: page.title, text: page.text, language: page.language, address: address)
        case .failed(let error):
            throw RequestError(
                "the page could not be read. \(error.problem) \(error.remedy) With --title it is added without its text."
            )
        case .notModified, nil: throw RequestError("the page could not be read.")
        }
    }
}

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
