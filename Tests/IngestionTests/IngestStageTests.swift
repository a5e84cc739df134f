import Configuration
import Content
import Store
import Testing

@testable import Ingestion

/// The first stage as a whole, over documents in memory.
struct IngestStageTests {
    static let a = "https://a.example/feed"
    static let b = "https://b.example/feed"
    static let good = Sample.rss([("River", "https://a.example/river", "1"), ("Sea", "https://a.example/sea", "2")])
    static let other = Sample.rss([("Owl", "https://b.example/owl", "1")], title: "Birds", language: "en-GB")

    static func run(
        _ store: Store, _ documents: [String: [UInt8]], sources: [FeedSource]? = nil, isWhole: Bool = true,
        pace: Int = 150,
        fetcher: (any Fetcher)? = nil, day: Int = 0
    ) throws -> (RunSummary.Ingest, [Finding]) {
        let fetcher = fetcher ?? MemoryFetcher(documents)
        let plan = FeedPlan(
            sources: sources ?? documents.keys.sorted().map { FeedSource(source: $0, audience: 3) },
            folder: WorkingFolder(root: "/school"), fetcher: fetcher)
        let stage = IngestStage(store: store, fetcher: fetcher, wordsPerMinute: pace)
        return try stage.run(plan, isWhole: isWhole, now: Sample.now.adding(seconds: Int64(day) * 86_400))
    }

    @Test func feedsAreReadAndTheirItemsRecorded() throws {
        let store = try Store.inMemory()
        let (summary, findings) = try Self.run(store, [Self.a: Self.good, Self.b: Self.other])
        #expect(summary.feeds == 2 && summary.read == 2 && summary.new == 3 && summary.failed == 0)
        #expect(findings.isEmpty)
        let feeds = try store.items.feeds()
        #expect(feeds.map(\.title) == ["Science", "Birds"])
        #expect(feeds.map(\.language) == [nil, "en"])
        #expect(feeds.map(\.audience) == [3, 3])
        #expect(try store.items.items().allSatisfy { $0.item.published == Sample.now })
    }

    @Test func aFeedThatFailsIsAFindingAndTheOthersGoOn() throws {
        let store = try Store.inMemory()
        let page = Array("<!DOCTYPE html><html><head><title>x</title></head><body>No feed</body></html>".utf8)
        let documents = [
            Self.a: Self.good, Self.b: page, "https://c.example/f": [], "https://d.example/f": Array("%PDF-1.7".utf8),
        ]
        let sources = (documents.keys.sorted() + ["https://e.example/f"]).map { FeedSource(source: $0) }
        let (summary, findings) = try Self.run(store, documents, sources: sources)
        #expect(summary.feeds == 5 && summary.read == 1 && summary.failed == 4 && summary.new == 2)
        let bad = findings.filter { $0.severity == .error }
        #expect(Set(bad.map(\.place)) == [Self.b, "https://c.example/f", "https://d.example/f", "https://e.example/f"])
        #expect(try store.items.items().count == 2)
    }

    @Test func aSecondRunChangesNothing() throws {
        let store = try Store.inMemory()
        let documents = [Self.a: Self.good, Self.b: Self.other]
        _ = try Self.run(store, documents)
        let marks = try store.marks()
        let items = try store.items.items()
        for day in [0, 1] {
            let (summary, findings) = try Self.run(store, documents, day: day)
            #expect(
                summary.unchanged == 2 && summary.read == 0 && summary.new == 0 && summary.changed == 0
                    && findings.isEmpty)
            #expect(try store.marks() == marks)
            #expect(try store.items.items() == items)
        }
    }

    @Test func anItemThatLeftItsFeedStaysAndACorrectedOneIsAVersion() throws {
        let store = try Store.inMemory()
        _ = try Self.run(store, [Self.a: Self.good])
        let (summary, _) = try Self.run(
            store, [Self.a: Sample.rss([("The Sea", "https://a.example/sea", "2")])], day: 1)
        #expect(summary.changed == 1 && summary.new == 0)
        #expect(Set(try store.items.items().map(\.item.title)) == ["River", "The Sea"])
    }

    @Test func aFeedThatIsNoLongerListedIsSaidAndUnlisted() throws {
        let store = try Store.inMemory()
        _ = try Self.run(store, [Self.a: Self.good, Self.b: Self.other])
        let (_, part) = try Self.run(store, [Self.a: Self.good], isWhole: false)
        #expect(part.isEmpty)
        #expect(try store.items.feeds().count == 2, "reading one feed by hand unlists no other")
        let (_, findings) = try Self.run(store, [Self.a: Self.good])
        #expect(findings.map(\.place) == [Self.b] && findings.map(\.severity) == [.note])
        #expect(try store.items.feeds().map(\.address) == [Self.a])
        #expect(try store.items.items().count == 3, "its items are kept")
        #expect(try Self.run(store, [Self.a: Self.good]).1.isEmpty, "it is said once")
        _ = try Self.run(store, [Self.a: Self.good, Self.b: Self.other])
        #expect(try store.items.feeds().count == 2, "it comes back with the same document")
    }

    @Test func aListThatCannotBeReadUnlistsNothing() throws {
        let store = try Store.inMemory()
        _ = try Self.run(store, [Self.a: Self.good])
        let (summary, findings) = try Self.run(store, [:], sources: [FeedSource(source: "https://x.example/gone.opml")])
        #expect(summary.read == 0 && summary.failed == 1 && findings.count == 1)
        #expect(try store.items.feeds().count == 1)
    }

    @Test func aChangedAudienceHoldsWithoutAChangedDocument() throws {
        let store = try Store.inMemory()
        _ = try Self.run(store, [Self.a: Self.other])
        for audience in [9, nil, 0] {
            let (summary, _) = try Self.run(
                store, [Self.a: Self.other],
                sources: [FeedSource(source: Self.a, audience: audience.map { GradeRange($0) })], day: 1)
            #expect(summary.unchanged == 1)
            let feed = try #require(try store.items.feeds().first)
            #expect(feed.audience == audience)
            #expect(feed.title == "Birds" && feed.language == "en", "what the publisher says stays")
        }
    }

    @Test(arguments: [nil, "<html><body>Down for repair</body></html>", "", "{}"])
    func aRaisedAudienceHoldsEvenWhileTheFeedCannotBeRead(_ document: String?) throws {
        let store = try Store.inMemory()
        _ = try Self.run(store, [Self.a: Self.good])
        let documents = document.map { [Self.a: Array($0.utf8)] } ?? [:]
        let (summary, _) = try Self.run(store, documents, sources: [FeedSource(source: Self.a, audience: 9)], day: 1)
        #expect(summary.failed == 1)
        #expect(try store.items.feeds().map(\.audience) == [9])
        #expect(try store.items.items().count == 2)
    }

    @Test func anotherPaceIsCountedAnewThoughTheDocumentIsTheSame() throws {
        let long = Sample.rss([(String(repeating: "word ", count: 300), nil, "1")])
        let store = try Store.inMemory()
        _ = try Self.run(store, [Self.a: long], pace: 300)
        let before = try #require(try store.items.items().first?.item.minutes)
        let (summary, _) = try Self.run(store, [Self.a: long], pace: 30)
        #expect(summary.changed == 1)
        #expect(try #require(try store.items.items().first?.item.minutes) > before)
    }

    /// A server that says "not changed" to whoever has the document's tag.
    struct TaggingServer: Fetcher {
        let body: [UInt8]

        func fetch(_ requests: [FetchRequest]) -> [FetchResult] {
            requests.map { request in
                request.validators?.etag == "\"v1\""
                    ? .notModified(FetchTerms())
                    : .document(FetchedDocument(body, address: request.address, etag: "\"v1\""))
            }
        }
    }

    @Test func aServerThatSaysNotChangedIsBelievedUnlessWeReadInAnotherWay() throws {
        let server = TaggingServer(body: Self.good)
        let sources = [FeedSource(source: Self.a)]
        let store = try Store.inMemory()
        #expect(try Self.run(store, [:], sources: sources, fetcher: server).0.read == 1)
        let (again, _) = try Self.run(store, [:], sources: [FeedSource(source: Self.a, audience: 8)], fetcher: server)
        #expect(again.unchanged == 1 && again.read == 0)
        #expect(try store.items.feeds().map(\.audience) == [8])
        #expect(try Self.run(store, [:], sources: sources, pace: 90, fetcher: server).0.read == 1)
    }

    @Test func aFeedThatMovesToHttpsKeepsItsItemsOnTheList() throws {
        let store = try Store.inMemory()
        _ = try Self.run(store, ["http://a.example/feed": Self.good])
        _ = try Self.run(store, ["https://a.example/feed": Self.good])
        let items = try store.items.items()
        #expect(items.count == 2)
        #expect(items.allSatisfy { $0.item.feed == "https://a.example/feed" })
    }

    @Test func progressIsToldToTheEnd() throws {
        let documents = [Self.a: Self.good, Self.b: Self.other, "https://c.example/f": Self.other]
        let plan = FeedPlan(
            sources: documents.keys.sorted().map { FeedSource(source: $0) }, folder: WorkingFolder(root: "/school"),
            fetcher: MemoryFetcher(documents))
        var steps: [Int] = []
        let stage = IngestStage(
            store: try Store.inMemory(), fetcher: MemoryFetcher(documents), wordsPerMinute: 150)
        _ = try stage.run(plan, isWhole: true, now: Sample.now) { done, all in
            steps.append(done)
            #expect(all == 3)
        }
        #expect(steps == [1, 2, 3])
    }
}
