import Testing

@testable import FeedParsing

@Suite struct TextTests {
    @Test func nothingExecutableOrRemoteIsLeft() throws {
        let entry = try #require(try Fixture.feed("script-in-body.xml", base: "https://garden.example/").entries.first)
        #expect(entry.summary == "One\n\n• red\n• blue")
        #expect(entry.image == "https://garden.example/pea.jpg")
        #expect(try Fixture.feed("title-with-markup.xml").entries.first?.title == "Peas and beans")
    }

    @Test func unescapedHTMLIsReadAsHTML() throws {
        let entry = try Fixture.feed("unclosed-html-in-description.xml").entries.first
        #expect(entry?.summary == "Sow\nin rows\n\nWater well")
    }

    @Test(
        arguments: [
            ("a&nbsp;&copy b &amp;lt; &#x1F331; &bogus;", "a © b &lt; 🌱 &bogus;"),
            ("one<br><br>two<br>three", "one\n\ntwo\nthree"),
            ("<p>a</p>\n\n<p>b <b>c</b>d</p>", "a\n\nb cd"),
            ("<pre>a\n  b</pre>", "a\n  b"),
            ("<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>", "a b\nc"),
            ("3 < 4 and 5 > 4", "3 < 4 and 5 > 4"),
            ("a<!-- b -->c<!-- d", "ac d"),
            ("<div style='display: none'>x</div>y", "y"),
            ("a<style>b</style><iframe>c</iframe>d", "ad"),
            ("<html><body><p>a</p></body></html><p>b</p>", "a\n\nb"),
            ("10<sup>6</sup> m<sup>2</sup>, 1<sup>st</sup>, H<sub>2</sub>O", "10⁶ m², 1st, H₂O"),
            ("e<sup>2x</sup> x<sup>n+1</sup> so<sup>[3]</sup> and<sup>1,2</sup>", "e^(2x) xⁿ⁺¹ so[3] and¹,²"),
            ("was <del>10</del> <ins>12</ins> <s>or</s> now", "was 12 now"), ("a <s>b c", "a b c"),
            (
                "<math><mi>y</mi><mo>=</mo><mfrac> <mrow><mi>a</mi><mo>+</mo><mi>b</mi></mrow> <mn>2</mn> </mfrac></math>",
                "y=(a+b)/2"
            ),
            (
                "<math><msqrt><msup><mi>x</mi><mi>k</mi></msup></msqrt><annotation>TeX</annotation></math>",
                "√(x^k)"
            ),
            ("<math><msubsup><mi>x</mi><mn>1</mn><mn>2</mn></msubsup></math>", "x₁²"),
            ("fox &#55358;&#56714; and &#xD83D;&#xDE00;, &#xD83D; alone", "fox 🦊 and 😀, � alone"),
            ("", ""),
        ] as [(String, String)])
    func plainText(html: String, text: String) {
        #expect(HTMLText.plainText(of: html) == text)
    }

    @Test(arguments: [
        ("How to use the &lt;details&gt; element", "How to use the <details> element"),
        ("Peas &lt;b&gt;and&lt;/b&gt; beans", "Peas and beans"), ("Peas&lt;p&gt;Beans", "Peas Beans"),
        ("&lt;div&gt;Peas&lt;/div&gt; now", "Peas now"),
    ])
    func theNameOfAnElementIsAWord(written: String, title: String) throws {
        let feed = try Fixture.parse(Fixture.rss("<item><title>\(written)</title></item>")).feed
        #expect(feed.entries.first?.title == title)
    }

    @Test func picturesInTitles() throws {
        let feed = try Fixture.parse(
            Fixture.rss(
                "<item><title>&lt;img src='/a.png' alt='A pea'></title></item>"
                    + "<item><title>&lt;img src='/a.png' onerror='x()'></title></item>")
        ).feed
        #expect(feed.entries.map(\.title) == ["A pea", "<img>"])
    }

    @Test(arguments: [
        ("/x", "https://a.example/x"), ("x?q", "https://a.example/b/x?q"), ("../x", "https://a.example/x"),
        ("//c.example/x", "https://c.example/x"), ("?q", "https://a.example/b/c?q"), ("#f", "https://a.example/b/c#f"),
        (" https://d.example/ ", "https://d.example/"), ("x \u{1}", "https://a.example/b/x"),
        ("./", "https://a.example/b/"),
    ])
    func addresses(written: String, resolved: String) {
        #expect(WebAddress.resolved(written, base: "https://a.example/b/c") == resolved)
    }

    @Test(arguments: [
        "javascript:alert(1)", "JavaScript:alert(1)", "data:text/html,x", "java\nscript:x", "", "vbscript:x", "//",
        "//?x", "//a]b/",
    ])
    func unsafeAddressesAreDropped(written: String) {
        #expect(WebAddress.resolved(written, base: "https://a.example/") == nil)
    }

    @Test(arguments: [
        ("a@b.example (Ada)", "Ada"), ("Ada <a@b.example>", "Ada"), ("Ada (a@b.example)", "Ada"),
        ("a@b.example", "a@b.example"), ("Ada", "Ada"), ("a@b.example Ada L", "Ada L"),
    ])
    func authors(written: String, name: String) {
        #expect(AuthorName.name(in: written) == name)
    }
}
