import Testing
import TextAnalysis

@testable import FeedParsing

/// The main text of pages, each made after a fault of a real one.
@Suite struct PageTests {
    private func page(_ body: String, head: String = "") -> ArticlePage {
        ArticlePage(
            Array("<!doctype html><html lang=en><head>\(head)</head><body>\(body)</body></html>".utf8),
            address: "https://example.org/a/b.html")
    }

    private let first = "Volcanoes grow where hot rock from below finds a way through the crust of the earth."
    private let second = "The ash of one that broke out in 1815 took the summer of the next year from half the world."

    @Test func theArticleStandsAmongMenusTeasersAndComments() {
        let found = page(
            """
            <nav><a href=/>Home</a> <a href=/news>News</a></nav>
            <div class="sidebar"><p>Subscribe to our letter, which is free and comes each Monday morning to you.</p></div>
            <article><h1>How volcanoes grow</h1><div class="entry-content"><p>\(first)</p><p>\(second)</p>
            <ul class="links"><li><a href=1>More about ash and about what it does</a></li><li><a href=2>More about rock</a></li></ul>
            </div></article>
            <footer>© A publisher that has all rights of all texts on this page.</footer>
            """)
        #expect(found.text == "\(first)\n\(second)")
    }

    @Test func whatReadersSayMayBeLongerThanTheArticle() {
        let comment =
            "<div class=\"comment\"><p>I have seen one with my own eyes, and I say that it was larger than all others.</p></div>"
        let found = page(
            "<div id=content><div class=article><p>\(first)</p><p>\(second)</p></div><div id=commentsContainer>"
                + String(repeating: comment, count: 5) + "</div></div>")
        #expect(found.text == "\(first)\n\(second)")
    }

    @Test func anElementWithoutItsEndHoldsThePage() {
        let found = page("<button class=menu-button><div></button><main><p>\(first)</p><p>\(second)</p></main>")
        #expect(found.text == "\(first)\n\(second)")
    }

    @Test func anArticleMayBeCutIntoSeveralParts() {
        let found = page(
            """
            <div class="story-body story-body-1"><p>\(first)</p></div><div class=ad>Advertisement</div>
            <div class="story-body story-body-2"><p>\(second)</p></div>
            """)
        #expect(found.text == "\(first)\n\(second)")
    }

    @Test func aScriptEndsWhereItEnds() {
        let found = page(
            "<p>\(first)</p><script>var a = '</div>'; document.write('<p>Nobody should read this, whatever it says.</p>')</script>"
        )
        #expect(found.text == first)
    }

    @Test func whatLeadsIntoAnArticleBelongsToIt() {
        let lead = "Ash, light and a summer that never came to half of the world."
        let found = page(
            "<article><p class=standfirst>\(lead)</p><div class=article-body><p>\(first)</p><p>\(second)</p></div></article>"
        )
        #expect(found.text == "\(lead)\n\(first)\n\(second)")
    }

    @Test func aListThatTheTextAnnouncesStays() {
        let found = page(
            "<article><p>\(first)</p><p>These are the largest:</p><ul><li><a href=1>Tamu Massif</a></li><li><a href=2>Mauna Loa</a></li></ul><p>\(second)</p></article>"
        )
        #expect(found.text == "\(first)\nThese are the largest:\nTamu Massif\nMauna Loa\n\(second)")
    }

    @Test(arguments: [
        ("<title>How volcanoes grow | The Journal</title>", "", "How volcanoes grow"),
        (
            "<title>How volcanoes grow - The Journal of Rocks</title>", "<h1>How volcanoes grow</h1>",
            "How volcanoes grow"
        ),
        (
            "<meta property=og:title content=\"How volcanoes grow\"><title>The Journal</title>", "<h1>The Journal</h1>",
            "How volcanoes grow"
        ),
        ("<title>Volcanoes - a life on them</title>", "", "Volcanoes - a life on them"),
    ])
    func theTitleIsWithoutTheSite(head: String, body: String, title: String) {
        #expect(page(body + "<p>\(first)</p>", head: head).title == title)
    }

    @Test func thePagesFeedsAreFound() {
        let found = page(
            "<a href=\"../feed/\">RSS</a> <a href=mailto:feed@example.org>Mail</a> <a href=/about>About</a>",
            head: """
                <link rel=alternate type="application/rss+xml" title="Comments" href="/comments/feed">
                <link rel="alternate" type="application/atom+xml" title="All articles" href="/atom.xml">
                <link rel=alternate hreflang=es href="/es/">
                """)
        #expect(found.feeds.map { $0.address } == ["https://example.org/atom.xml", "https://example.org/feed/"])
        #expect(found.feeds.first?.title == "All articles")
    }

    @Test func theEncodingOfThePageIsBelieved() {
        let bytes =
            Array("<html><head><meta charset=\"iso-8859-1\"></head><body><p>El ni".utf8) + [0xF1]
            + Array("o mira el volc".utf8) + [0xE1]
            + Array("n desde la casa de su abuela en el valle, lejos de la ceniza y del humo.</p>".utf8)
        #expect(ArticlePage(bytes).text.hasPrefix("El niño mira el volcán desde"))
    }

    @Test func nothingIsFoundInNothing() {
        #expect(ArticlePage([]).text == "")
        #expect(ArticlePage(Array("<html></html>".utf8)).text == "")
        #expect(ArticlePage(Array("just a word".utf8)).text == "just a word")
        // Deeper than the library goes, and larger than is kept.
        #expect(ArticlePage(Array(String(repeating: "<div>", count: 300_000).utf8)).text == "")
    }

    @Test(
        arguments: [
            ("Ash is fine dust. It flies far […]", 7, nil, true),
            ("Ash is fine dust.\nContinue reading Ash and dust", 400, nil, true),
            ("Ash is fine dust. Read more about dust in the library. It is on the left.", 400, nil, false),
            ("Ash is fine dust.", 4, nil, true),
            ("Ash is fine dust.", 4, 5, false),
            ("Ash is fine dust.", 140, 900, true),
            ("Ash is fine dust. And more than that [...]", 300, 310, false),
            ("Ash is fine dust.", 140, 0, false),
        ] as [(String, Int, Int?, Bool)])
    func aTeaserIsKnownByItsPageItsEndAndItsLength(text: String, words: Int, pageWords: Int?, isTeaser: Bool) {
        #expect(Teaser.isTeaser(text, words: words, pageWords: pageWords) == isTeaser)
    }
}
