import Content
import Foundation
import Phrases
import Pipeline
import Store
import Synchronization
import Testing
import UseCases

/// A preview is opened by whoever opens things, and says where it is when nobody does.
@Suite struct PreviewTests {
    private final class Recorder: Opener {
        let answer: Bool
        private let paths = Mutex<[String]>([])

        init(answer: Bool) { self.answer = answer }

        var opened: [String] { paths.withLock { $0 } }

        func open(_ path: String) -> Bool {
            paths.withLock { $0.append(path) }
            return answer
        }
    }

    @Test func theViewsAreOpenedOnceOrTheirPlaceIsSaid() throws {
        let generated = try GeneratedSchool(feeds: 4, learners: 3, seed: 91)
        defer { generated.remove() }
        let (school, store) = try generated.open()
        try RunTests.run(school, store)
        let id = try #require(
            try store.lists.learners(of: Edition(date: CalendarDate(year: 2026, month: 9, day: 7))).min())
        let answer = try PreviewList(SchoolAndStore(school, store)).run(
            .init(of: id.rawValue), by: Actor(), now: RunTests.monday)
        func open(with opener: some Opener) throws -> String? {
            try OpenPreview(with: opener).run(.init(page: answer.index.text), by: Actor(), now: RunTests.monday).talk
        }
        let browser = Recorder(answer: true)
        #expect(try open(with: browser) == nil)
        #expect(browser.opened == [answer.index.text] && FileManager.default.fileExists(atPath: answer.index.text))
        let nobody = Recorder(answer: false)
        let problem = try #require(try open(with: nobody))
        #expect(problem.contains(answer.index.text) && nobody.opened.count == 1)
        // All views stand beside the page that shows them.
        let folder = (answer.index.text as NSString).deletingLastPathComponent
        let page = try String(contentsOfFile: answer.index.text, encoding: .utf8)
        for name in ["mail.html", "dark.html", "mail.txt", "print.html"] {
            #expect(page.contains("src=\"\(name)\"") && FileManager.default.fileExists(atPath: folder + "/" + name))
        }
    }

    @Test func anArticleUnderAFreeLicenceIsPrintedWhole() throws {
        let generated = try GeneratedSchool(feeds: 1, learners: 3, seed: 92)
        defer { generated.remove() }
        let paragraph =
            "The keeper counted the lamps of the old lighthouse again and wrote the number down before the fog came in. "
        func item(_ name: String, _ license: String) -> String {
            """
            <item><title>Lamps of \(name)</title><link>https://free.example/\(name)</link><guid>\(name)</guid>
            <pubDate>Sun, 06 Sep 2026 08:00:00 GMT</pubDate><description>A short teaser.</description>
            <creativeCommons:license>\(license)</creativeCommons:license><dc:creator>Ida Holm</dc:creator>
            <content:encoded><![CDATA[\((1...6).map { "<p>Part \($0) of \(name). \(String(repeating: paragraph, count: 3))</p>" }.joined())]]></content:encoded></item>
            """
        }
        try generated.write(
            """
            <?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
            xmlns:dc="http://purl.org/dc/elements/1.1/"
            xmlns:creativeCommons="http://backend.userland.com/creativeCommonsRssModule">
            <channel><title>Free to copy</title><link>https://free.example/</link><description>x</description>
            \(item("Skagen", "https://creativecommons.org/licenses/by/4.0/"))
            \(item("Fanad", "https://free.example/all-rights-reserved"))
            </channel></rss>
            """, to: "Feeds/free.xml")
        try generated.write(
            """
            <opml version="2.0" xmlns:gleaner="urn:gleaner:feeds"><head/><body>
            <outline type="rss" text="Free" xmlUrl="free.xml" gleaner:audience="0"/></body></opml>
            """, to: "Feeds/feeds.opml")
        let (school, store) = try generated.open()
        try RunTests.run(school, store)
        let pages = generated.files(below: "Outbox/manual@2026-09-07/print").values.map {
            String(decoding: $0, as: UTF8.self)
        }
        let page = try #require(pages.first { $0.contains("Lamps of Skagen") })
        #expect(page.contains("<article class=\"article\">") && page.contains("Part 6 of Skagen."))
        #expect(page.contains("Ida Holm"), "a free licence asks for the author's name")
        #expect(page.contains("Lamps of Fanad") && !page.contains("Part 6 of Fanad."))
    }
}
