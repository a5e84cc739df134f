import Configuration
import Content
import FeedParsing
import Files
import Foundation
import Ingestion
import Pipeline

/// What is read of a file or page that somebody adds.
struct OwnArticleText {
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
    static func file(_ path: String, named name: String) throws(ArticleRefusal) -> OwnArticleText {
        let bytes: [UInt8]
        do throws(RegularFile.Problem) {
            bytes = try RegularFile.read(path, limit: largest)
        } catch {
            throw .unreadable(path: Verbatim(name), error)
        }
        guard !bytes.contains(0) else {
            throw .notText(path: Verbatim(name))
        }
        let ending = (path as NSString).pathExtension.lowercased()
        let stem = ((path as NSString).lastPathComponent as NSString).deletingPathExtension
        let begins = bytes.first { !(0x09...0x20).contains($0) }
        if ["html", "htm", "xhtml"].contains(ending) || begins == UInt8(ascii: "<") {
            let page = ArticlePage(bytes)
            let text = page.text.isEmpty ? HTMLText.plainText(of: String(decoding: bytes, as: UTF8.self)) : page.text
            return OwnArticleText(title: page.title ?? stem, text: text, language: page.language)
        }
        let text = String(decoding: bytes, as: UTF8.self)
        let isMarkdown = ["md", "markdown"].contains(ending)
        let plain = isMarkdown ? MarkdownText(text) : MarkdownText(plain: text)
        return OwnArticleText(title: plain.title ?? stem, text: plain.text)
    }

    /// Reads a page of the web.
    static func page(_ address: String, school: School) throws(ArticleRefusal) -> OwnArticleText {
        switch school.fetcher.fetch([FetchRequest(address: address, wants: .page)]).first {
        case .document(let document):
            let page = ArticlePage(document.bytes, address: document.address, charset: document.charset)
            return OwnArticleText(title: page.title, text: page.text, language: page.language, address: address)
        case .failed(let error):
            throw .pageUnread(.notFetched(error))
        case .notModified, nil: throw .pageUnread(.noAnswer)
        }
    }
}
