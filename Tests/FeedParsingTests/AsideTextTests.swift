import FeedParsing
import Testing

@testable import FeedParsing

/// The XML library sees marks instead of texts: no text may be lost, forged or put elsewhere.
@Suite struct AsideTextTests {
    @Test func aTextThatLooksLikeAMarkIsText() throws {
        let mark = "\u{7F}0;"
        let feed = try Fixture.parse(
            Fixture.rss(
                "<item><title>first</title><description>\(mark) and &lt;p&gt;\(mark)&lt;/p&gt;</description></item>")
        ).feed
        #expect(feed.entries.first?.title == "first")
        #expect(feed.entries.first?.summary == "\(mark) and\n\n\(mark)")
        #expect(HTMLText.plainText(of: "<p title='\(mark)'>a</p><img alt='\(mark)'>b") == "a\n\nb")
    }

    @Test(arguments: [1, 63, 64, 65, 200])
    func longTextsKeepEveryByteAndTheirPlace(kilobytes: Int) throws {
        let text = String(repeating: "Zwiebel ü&amp;", count: kilobytes * 1_024 / 14)
        let feed = try Fixture.parse(
            Fixture.rss(
                "<item><title>a</title><description>\(text)</description></item>"
                    + "<item><title>b</title><description><![CDATA[\(text)]]></description></item><item><title>c</title></item>"
            )
        ).feed
        #expect(feed.entries.map(\.title) == ["a", "b", "c"])
        let plain = text.replacing("&amp;", with: "&")
        #expect(feed.entries.first?.summary == plain)
        // A reference in a CDATA section is one of HTML.
        #expect(feed.entries.dropFirst().first?.summary == plain)
    }

    @Test(arguments: 0..<4) func noCharacterIsCutWhereAPieceEnds(offset: Int) throws {
        let text = String(repeating: "x", count: offset) + String(repeating: "“é🌱”", count: 30_000)
        for body in [text, "<![CDATA[\(text)]]>"] {
            let feed = try Fixture.parse(Fixture.rss("<item><description>\(body)</description></item>")).feed
            #expect(feed.entries.first?.summary == text)
        }
    }

    @Test func piecesAreReadBeforeTheNextOneBegins() throws {
        // Every piece but the last is text only: the library must not keep a mark for later.
        let text = String(repeating: "x", count: 64 * 1_024 * 5 + 17)
        let feed = try Fixture.parse(Fixture.rss("<item><description>\(text)</description></item>")).feed
        #expect(feed.entries.first?.summary?.utf8.count == text.utf8.count)
    }

    @Test(
        arguments: [
            ("a <select> b</p><p>c", "a b\n\nc"),
            ("a <select><option>x</select> b", "a b"),
            ("a<script>x <p> y</script>b", "ab"),
            ("a<script>never closed", "a"),
            ("<a title='x > y' href='/z'>in</a> out", "in out"),
            ("<a href=\"https://www.facebook.com/sharer.php?u=x\">Share <b>this</b></a> text <i>on</i>", "text on"),
            ("<span style='display : none'>x<span>y</span>z</span>kept", "kept"),
            ("<span hidden>x</span>a<em>b</em>", "ab"),
            ("<p-list>a</p-list> <g-emoji>b</g-emoji>", "a b"),
            ("<p/>a<div/>b", "a\nb"),
            ("x <b", "x"),
            ("1 <2 and <3", "1 <2 and <3"),
            ("<p class=\"a>one</p><p>two</p>", "one\n\ntwo"),
            ("<ul><li>a<li>b</ul>", "• a\n• b"),
            ("a<![CDATA[b]]>c", "ab]]>c"),
        ] as [(String, String)])
    func tagsThatMatterAndThoseThatDoNot(html: String, text: String) {
        #expect(HTMLText.plainText(of: html) == text)
    }

    @Test func oneReaderServesManyTexts() {
        let reader = HTMLReader()
        for _ in 0..<3 {
            #expect(reader.read(Array("<p>a<table><tr><td>b".utf8).span, style: .paragraphs).text == "a\n\nb")
            #expect(reader.read(Array("<pre>c\n d".utf8).span, style: .paragraphs).text == "c\n d")
            #expect(reader.read(Array("<form>e</form><script>f".utf8).span, style: .line).text == "")
            #expect(reader.read(Array("<img src=/g.png>h &eacute;<br>i".utf8).span, style: .line).text == "h é i")
        }
    }

    @Test func fieldsAsTheyAreWritten() throws {
        let bytes = Array(Fixture.rss("<item><title>a &lt;b&gt;c&lt;/b&gt;</title></item>").utf8)
        let feed = try FeedParser(texts: .asWritten).parse(bytes, address: "test").feed
        #expect(feed.entries.first?.title == "a <b>c</b>")
    }
}
