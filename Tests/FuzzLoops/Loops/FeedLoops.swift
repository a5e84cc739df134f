#if DEBUG
    import Content
    @testable import FeedParsing
    @testable import Ingestion

    extension FuzzLoop {
        /// OPML lists.
        static let feedLists = FuzzLoop(
            "feed-lists",
            seeds: [Seeds.file("Feeds/feeds.opml"), Seeds.file("Tests/Fixtures/fuzz/opml.xml"), Array(list.utf8)],
            words: [
                "<outline ", "/>", "</outline>", "<body>", "</body>", "</opml>", "<!-- ", " -->", "<![CDATA[", "]]>",
                "xmlUrl=\"", "xmlUrl='a'", "text=\"\"",
                "gleaner:audience=\"K\"", "gleaner:audience=\"99\"", "gleaner:audience=\"3-1\"",
                "gleaner:audience=\"1-3\"", "gleaner:language=\"es\"", "xmlns:gleaner=\"",
                "&amp;", "&#x1B;", "&#0;", "&lt;", "\"", "'",
                "<opml>", "<?xml version=\"1.0\" encoding=\"latin1\"?>", "<!DOCTYPE opml [", ">",
            ]
        ) { bytes in
            guard let read = try? FeedList.read(bytes) else { return [] }
            var found = Holds.findings(read.findings)
            if (try? FeedList.read(bytes)) != read { found.append("read twice, two lists") }
            for outline in read.outlines {
                if outline.address.isEmpty { found.append("an outline without an address") }
                if outline.address.utf8.contains(where: { $0 < 0x20 }) {
                    found.append("a control character in an address")
                }
                if let audience = outline.audience, GradeRange("\(audience)") != audience {
                    found.append("audience \(audience)")
                }
            }
            return found + added(to: bytes, read)
        }

        /// With one more outline a list has what it had, and that one.
        private static func added(to bytes: [UInt8], _ list: FeedList) -> [String] {
            let new = FeedList.Outline(
                address: "https://new.example/?a=1&b=\"2\"", title: "A <new> & 'odd' one", audience: 4, language: "es")
            guard let text = String(validating: bytes, as: UTF8.self), list.isWhole,
                let more = FeedList.adding([new], to: text)
            else { return [] }
            guard let again = try? FeedList.read(Array(more.utf8)) else {
                return ["with one more outline it is no list"]
            }
            return again.outlines == list.outlines + [new]
                ? []
                : [
                    "with one more outline: \(again.outlines.count) of \(list.outlines.count) + 1, \(again.outlines.last.map { "\($0)" } ?? "")"
                ]
        }

        private static let list = """
            <?xml version="1.0"?>
            <opml version="1.0"><head><title>Ours</title></head><body>
            <outline text="News"><outline xmlUrl="https://a.example/feed?x=1&amp;y=2" title="A &lt;b&gt;"/></outline>
            <outline type='rss' XMLURL='b.xml' text='B' gleaner:audience='K'></outline>
            </body></opml>
            """

        /// Addresses: of mails, of links, as identities.
        static let addresses = FuzzLoop(
            "addresses",
            texts: [
                "https://www.news.example:443/a/b/?utm_source=rss&id=7#top",
                "http://xn--bcher-kva.example/%C3%A9?q=a%20b", "HTTPS://Example.ORG/A/../b//",
                "https://user:secret@host.example/", "//host.example/path", "Riverside School <reading@school.example>",
                "\"Doe, Jo\" <jo@x.example>",
                "a.b+c@mail.example", "mailto:a@b.example?subject=x", "javascript:alert(1)", "https://[::1]/", "guid:7",
                "#!/article/7",
            ],
            words: [
                "://", "//", "/", "?", "#", "&", "=", "@", "@@", ":", ":80", "www.", "utm_medium=x", "ref=rss", "%",
                "%0A", "%00", "&amp;", "&amp;amp;", "<",
                ">", "\"", "[", "]", "javascript:", "data:", "java\tscript:", "http://", "https://", "..", ";", ",",
                " ", "\u{3002}", "é",
            ]
        ) { bytes in
            let text = bytes.text
            var found: [String] = []
            if let mailbox = Mailboxes.read(text), Mailboxes.read(mailbox) != mailbox {
                found.append("written again, another mailbox: \(mailbox)")
            }
            if let problem = MailAddress.problem(in: text) {
                found += problem.utf8.count > 4_000 ? ["a long problem"] : []
            }
            for base in [nil, "https://base.example/a/b?c#d", "feed:x"] {
                guard let address = WebAddress.resolved(text, base: base) else { continue }
                if WebAddress.isUnsafe(address) { found.append("an unsafe address is kept: \(address)") }
                if WebAddress.resolved(address, base: base) != address {
                    found.append("resolved twice, another address: \(address.debugDescription)")
                }
            }
            if let form = CanonicalAddress.of(text) {
                if form.isEmpty { found.append("an identity of nothing") }
                if CanonicalAddress.of(text) != form { found.append("two identities") }
            }
            found += Holds.links(text)
            return found
        }

        /// Texts and dates of articles.
        static let articles = FuzzLoop(
            "articles",
            texts: [
                "<p>One &amp; two<br>three</p><ul><li>a<li>b</ul><img src='x.png'>", "plain text\n\nwith lines",
                "&lt;b&gt; is a tag", "<div hidden>no</div>yes",
                "Mon, 23 Nov 2026 06:00:00 +0100", "2026-11-23T06:00:00.123Z", "23. November 2026", "1764000000",
                "Tue, 31 Feb 2026 25:61 PST",
            ],
            words: [
                "<p>", "</p>", "<br/>", "<script>", "</script>", "<!--", "-->", "<table>", "<td>", "<select>",
                "<a href=\"", "&nbsp;", "&#8203;", "&#x110000;", "&",
                "<", ">", "\u{A0}", "\u{200F}", "January", "GMT", "+9999", "T24:00", "AM", "日",
            ]
        ) { bytes in
            let text = bytes.text
            var found: [String] = []
            for style in [HTMLText.Style.line, .paragraphs] {
                let plain = HTMLText.plainText(of: text, style: style)
                if plain.utf8.contains(where: { $0 < 0x20 && (style == .line || $0 != 0x0A) }) {
                    found.append("a control character in a text")
                }
                // Escaped and read again it is the same.
                let escaped = plain.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
                if style == .line, HTMLText.plainText(of: escaped, style: .line) != plain {
                    found.append("escaped and read again, another text")
                }
                if plain.utf8.count > 4 * bytes.count + 100 {
                    found.append("\(plain.utf8.count) bytes out of \(bytes.count)")
                }
            }
            if let moment = DateReader.timestamp(bytes[...]) {
                if !(0...9_999).contains(moment.utcDate.year) { found.append("the year \(moment.utcDate.year)") }
                if moment.utcDate.year >= 1_000, DateReader.timestamp(Array(moment.iso.utf8)[...]) != moment {
                    found.append("written again, another date: \(moment)")
                }
            }
            return found
        }
    }
#endif
