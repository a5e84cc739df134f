import TestSupport
import Testing

@testable import Ingestion

/// The many spellings of one address.
struct CanonicalAddressTests {
    @Test(arguments: [
        "http://news.example/a/river", "https://news.example/a/river", "HTTPS://News.Example/a/river",
        "https://www.news.example/a/river", "https://news.example/a/river/", "https://news.example/a/river//",
        "https://news.example:443/a/river", "http://news.example:80/a/river", "https://news.example/a/river#comments",
        "https://news.example/a/river?", "https://news.example/a/river?utm_source=rss&utm_medium=feed",
        "https://news.example/a/river/?fbclid=x", "https://news.example/a/river?UTM_Campaign=x&gclid=1#top",
        "https://user:secret@news.example/a/river", "https://news.example/a/river?at_custom1=x",
        "https://news.example/a/river?ref=rss", "https://news.example/a/river?source=rss----5af2--4",
        "https://news.example/a/river?ref=other-site.example", "https://news.example/a/river?feature=share",
        "https://news.example/a/river?CMP=rss&pk_source=x", "https://news.example/a/river#xtor=RSS-1",
        "https://news.example/a/river?from=twitter&mc_cid=1",
    ])
    func oneArticleHasOneForm(_ address: String) {
        #expect(CanonicalAddress.of(address) == "news.example/a/river")
    }

    @Test(arguments: [
        ("https://x.example", "x.example"), ("https://x.example/", "x.example"),
        ("https://x.example/?p=7", "x.example?p=7"), ("https://x.example?p=7&utm_source=a", "x.example?p=7"),
        ("https://x.example/a?b=1&c=2", "x.example/a?b=1&c=2"), ("https://x.example/a?b=1;c=2", "x.example/a?b=1&c=2"),
        ("https://x.example:8080/a", "x.example:8080/a"), ("https://x.example/A", "x.example/A"),
        ("https://x.example/a?next=https://y.example/#z", "x.example/a?next=https://y.example/"),
        ("https://x.example/#/a/7", "x.example#/a/7"), ("https://x.example/#!/a/7/", "x.example#!/a/7"),
        ("https://x.example/#/", "x.example"), ("https://x.example/a?source=atlas", "x.example/a?source=atlas"),
        ("https://x.example/a?ref=1204", "x.example/a?ref=1204"),
        ("https://x.example/a?feature=bridges", "x.example/a?feature=bridges"),
        ("https://x.example/a?source=map.pdf", "x.example/a?source=map.pdf"),
        ("https://x.example/a?ref", "x.example/a?ref"), ("https://x.example/a?from=1.5", "x.example/a?from=1.5"),
    ])
    func whatTellsArticlesApartIsKept(_ address: String, _ form: String) {
        #expect(CanonicalAddress.of(address) == form)
    }

    @Test(arguments: [
        "", "x", "/a/b", "mailto:a@x.example", "javascript:alert(1)", "javascript://x.example/%0Aalert(1)",
        "data:text/html,x",
        "ftp://x.example/a", "file:///etc/passwd", "://x.example", "https://", "https:///a", "http://?a=1",
        "tag:x.example,2026:1",
        "urn:uuid:1", "https:x.example",
    ])
    func whatIsNoWebAddressHasNoForm(_ address: String) {
        #expect(CanonicalAddress.of(address) == nil)
    }

    @Test func formingTwiceChangesNothingMore() throws {
        var random = SeededRandom(seed: 1)
        let parts = ["/", "a", "?", "&", "=", "#", "utm_x=1", ":80", "www.", "é", "%20", ";", "@", "fbclid=2", "//"]
        for _ in 0..<3_000 {
            let tail = (0..<8).map { _ in parts.randomElement(using: &random) ?? "" }.joined()
            guard let form = CanonicalAddress.of("https://x.example/" + tail) else { continue }
            #expect(CanonicalAddress.of("http://www." + form) == form, "\(tail)")
        }
    }

    @Test(arguments: [
        ("https://e.example/caf%c3%a9/%7Eann", "https://e.example/caf%C3%A9/~ann"),
        ("https://bücher.example/straße?q=é", "https://xn--bcher-kva.example/stra%C3%9Fe?q=%C3%A9"),
        ("https://例え.テスト/a b", "https://xn--r8jz45g.xn--zckzah/a%20b"),
        ("https://e.example/100%", "https://e.example/100%"),
        ("https://e.example/view;jsessionid=0A1B2C3D?id=5#c", "https://e.example/view?id=5#c"),
        ("https://e.example/v.php?id=6&PHPSESSID=9d8a7f6e5d4c", "https://e.example/v.php?id=6"),
        ("https://e.example/v.php?PHPSESSID=9d8a7f6e5d4c", "https://e.example/v.php"),
        ("https://e.example/(S(x1bhd4yj))/news/7", "https://e.example/news/7"),
        ("https://e.example/t?sid=0a1b2c3d4e5f60718293a4b5c6d7e8f9&t=7", "https://e.example/t?t=7"),
        // What only looks like one.
        ("https://e.example/story?sid=2041&s=bees", "https://e.example/story?sid=2041&s=bees"),
        ("https://e.example/map;v=2;x=1", "https://e.example/map;v=2;x=1"),
    ])
    func anArticlesAddressIsOfItAlone(_ address: String, _ kept: String) {
        #expect(ArticleAddress.of(address) == kept)
        #expect(ArticleAddress.of(kept) == kept)
    }
}
