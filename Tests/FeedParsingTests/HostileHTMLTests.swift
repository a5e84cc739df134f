import Testing

@testable import FeedParsing

extension HostileTests {
    /// HTML in bodies that is never closed, never opened, or never ends.
    @Suite struct HTML {
        @Test(
            arguments: [
                "<div>", "<b>", "<table>", "<table><tr><td>", "<a href='x'>", "<li>", "<p>", "<select><option>",
                "<form>",
                "<font><i><u>", "</div>", "</p>", "<!--", "-->", "&", "<", "<a href=\"", "<a href=\">", "<a href='>x",
                "&eacute;", "&eacutx;", "&#65;", "<?x", "<!x", "<![CDATA[ ", "<script>", "<script>x</script>",
                "<style>",
                "<textarea>", "<title>", "<plaintext>", "<body>", "<frameset>", "<pre>\n", "<img src=x alt=y>", "<br>",
                "<a href='https://twitter.com/share?x'>x</a>", "<p><b><table><tr><td><a>", "<p hidden>", "<svg><p>",
            ])
        func oneMarkAgainAndAgain(mark: String) throws {
            var document = HostileDocument.rss()
            document.addItem(body: mark, times: 400_000 / mark.utf8.count, around: ("<![CDATA[", "last]]>"))
            document.endFeed()
            let run = try document.parse()
            run.expectBounded()
            #expect(run.entries == 2 && run.keepsGoodItem)
        }

        @Test func manyBodies() throws {
            var document = HostileDocument.rss()
            for _ in 0..<5 {
                document.addItem(body: "<p>word</p> ", times: 80_000, around: ("<![CDATA[", "]]>"))
            }
            document.endFeed()
            let run = try document.parse()
            run.expectBounded()
            #expect(run.entries == 6 && run.keepsGoodItem)
        }

        @Test func attributesAndNames() throws {
            var document = HostileDocument.rss()
            for (start, end) in [("a", "=x "), ("><b", " c='' "), ("><div d", "=\"e\" style='f'")] {
                document.add("<item><title>First</title><description><![CDATA[<p ")
                document.addNumbered(start, end, count: 60_000)
                document.add(">x]]></description></item>")
            }
            document.endFeed()
            let run = try document.parse()
            run.expectBounded()
            #expect(run.entries == 4 && run.keepsGoodItem)
        }

        @Test func rowsOfBreaksAreOneBreak() {
            for row in ["<br>", "<p>", "</p>", "<P>", "<li>", "</div>"] {
                let text = HTMLText.plainText(of: "a" + String(repeating: row, count: 1_000) + "b")
                #expect(text.hasPrefix("a") && text.hasSuffix("b") && text.utf8.count <= 8, "\(row)")
            }
            #expect(HTMLText.plainText(of: "a<br>b<br><br>c<br><br><br><br>d") == "a\nb\n\nc\n\nd")
            #expect(HTMLText.plainText(of: "<div>a</div></div></div><div>b</div>") == "a\nb")
        }
    }
}
