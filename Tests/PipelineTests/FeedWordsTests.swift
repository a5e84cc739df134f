import Content
import FeedParsing
import Ingestion
@testable import Phrases
import Testing
@testable import UseCases

/// What is told of feeds.
@Suite struct FeedWordsTests {
    private static func row(
        _ feed: Feed, _ numbers: FeedNumbers? = nil, _ state: FeedState? = nil
    ) -> ListFeeds.Row {
        ListFeeds.Row(feed: feed, state: state, numbers: numbers, topics: [], isPaused: false, text: .feed)
    }

    @Test func feedsThatNobodyReviewedOrReadSaySo() {
        var failing = FeedState(asked: Timestamp(year: 2026, month: 9, day: 8))
        failing.failingSince = Timestamp(year: 2026, month: 9, day: 7)
        failing.failures = 2
        failing.problem = "The server answered 404."
        var numbers = FeedNumbers()
        numbers.items = 12
        let lines = ListFeeds.Outcome(
            feeds: [
                Self.row(Feed(address: "Feeds/a.xml", title: "A", language: "en", audience: 0), numbers),
                Self.row(Feed(address: "https://x.example/b", title: "B"), nil, failing),
            ], findings: []
        ).lines
        #expect(lines[2].contains(" 0 ") && lines[2].contains("12") && lines[2].hasSuffix("Feeds/a.xml"))
        #expect(lines[3].contains("not reviewed") && lines[3].contains("not read") && lines[3].contains(" -  "))
        #expect(lines[3].contains("failing since 2026-09-07, never there: The server answered 404."))
    }

    @Test func aFeedOfTheWebTellsHowItDoes() {
        var well = FeedState(asked: Timestamp(year: 2026, month: 9, day: 8))
        well.good = well.asked
        #expect(well.words == "well, last there on 2026-09-08")
        well.movedTo = "https://y.example/"
        #expect(well.words == "well; moved to https://y.example/")
        well.ended = well.asked
        #expect(well.words == "ended on 2026-09-08, says its server")
    }

    private static func checked(
        _ address: String, title: String, _ articles: Result<Int, UnreadFeed>, strict: Bool = true
    ) -> CheckedPart {
        .feed(
            CheckFeeds.Check(address: Verbatim(address), title: Verbatim(title), articles: articles), strict: strict)
    }

    @Test func aFeedThatWasTriedHasALine() throws {
        let unread = Self.checked("a\u{7}", title: "T", .failure(.notParsed(.notAFeed)))
        #expect(unread.lines == ["NOT READABLE  a "] && unread.status == 1)
        #expect(unread.findings.map { $0.severity } == [.error] && unread.jsonHoldsFindings)
        #expect(try unread.jsonLines()[0].contains("\"isRead\":false") && !unread.jsonLines()[0].contains("title"))
        let read = Self.checked("a", title: "T", .success(1))
        #expect(read.lines[0].hasSuffix("“T”, 1 article") && read.status == 0 && read.findings.isEmpty)
        #expect(Self.checked("a", title: "T", .failure(.noFeed), strict: false).status == 0)
        #expect(Self.checked("a", title: "T", .failure(.noFeed)).status == 1)
    }

    @Test func aRefusalIsOneLineWithoutSecrets() {
        let address = "https://ms:rivera@x.example/feed?key=abc"
        let refusal = FeedRefusal.notFetched(
            address: Verbatim(address), FetchError("The server answered 404.", remedy: "Check\nthe address."))
        #expect(
            ErrorWords.of(refusal)
                == "error: https://x.example/feed?key=…: The server answered 404. Check the address.")
        let feeds = (0..<9).map { Feed(address: "https://x.example/\($0)", title: "T\($0)") }
        let words = ErrorWords.of(FeedRefusal.severalFeeds(Verbatim(address), feeds))
        #expect(words.contains("may be 9 feeds: “T0” (https://x.example/0), “T1”") && !words.contains("T8"))
    }
}
