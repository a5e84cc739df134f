import Testing

@testable import FeedParsing

/// Which encoding counts: the mark, the server's word, the document's, the bytes.
@Suite struct CharsetTests {
    private func title(_ title: [UInt8], declared: String, charset: String?) throws -> String? {
        let declaration = declared.isEmpty ? "" : " encoding='\(declared)'"
        let head = Array("<?xml version='1.0'\(declaration)?><rss version='2.0'><channel><title>".utf8)
        let bytes = head + title + Array("</title></channel></rss>".utf8)
        return try FeedParser().parse(bytes, address: "test", charset: charset).feed.title
    }

    @Test(arguments: [
        ("", "iso-8859-2"), ("utf-8", "ISO-8859-2"), ("iso-8859-2", "utf-8"), ("iso-8859-2", nil),
        ("iso-8859-1", "iso-8859-2"), ("iso-8859-2", "no such thing"),
    ])
    func theServersWordComesBeforeTheDocuments(declared: String, charset: String?) throws {
        // Žluť in ISO 8859-2.
        #expect(try title([0xAE, 0x6C, 0x75, 0xBB], declared: declared, charset: charset) == "Žluť")
    }

    @Test func lettersThatAreUTF8AreUTF8WhateverAnybodySays() throws {
        #expect(try title(Array("Žluť".utf8), declared: "", charset: "iso-8859-1") == "Žluť")
        #expect(try title(Array("Žluť".utf8), declared: "iso-8859-2", charset: nil) == "Žluť")
    }

    @Test(arguments: [("iso-2022-jp", nil), ("", "ISO-2022-JP"), ("", nil), ("utf-8", nil)])
    func sevenBitsAreNotUTF8(declared: String, charset: String?) throws {
        // 日本 in ISO 2022-JP.
        let bytes = [0x1B] + Array("$BF|K\\".utf8) + [0x1B] + Array("(B!".utf8)
        #expect(try title(bytes, declared: declared, charset: charset) == "日本!")
    }

    @Test func anEscapeAloneMakesNoEncoding() throws {
        #expect(try title([0x41, 0x1B, 0x42], declared: "", charset: nil) == "AB")
    }
}
