import Configuration
import Content
import Foundation
import Ingestion
import Phrases
import Pipeline
import Store
import Testing
import UseCases

/// Feeds come, go and come back; what the school decided about them stays.
@Suite struct FeedLifeTests {
    private static let document = Array(
        """
        <rss version="2.0"><channel><title>Moons</title><item><title>About a moon</title>
        <link>https://feeds.example.org/moon</link><description>A moon goes round.</description></item></channel></rss>
        """.utf8)

    @Test func anArticleOfAFeedThatCameBackAtANewAddressIsThereAgain() throws {
        let store = try Store.inMemory()
        try Self.ingest(["https://old.example/feed"], whole: true, store, hour: 1)
        try Self.ingest([], whole: true, store, hour: 2)
        #expect(try store.items.feeds().isEmpty)
        try Self.ingest(["https://new.example/feed"], whole: true, store, hour: 3)
        let items = try store.items.items().map { $0.item }
        #expect(items.map { $0.feed } == ["https://new.example/feed"])
    }

    @Test func readingAFeedByHandKeepsItsAudience() throws {
        let store = try Store.inMemory()
        try Self.ingest(["https://a.example/feed"], whole: true, store, hour: 1, audience: 4)
        try Self.ingest(["https://a.example/feed"], whole: false, store, hour: 2)
        #expect(try store.items.feeds().map { $0.audience } == [4])
        try Self.ingest(["https://a.example/feed"], whole: true, store, hour: 3)
        #expect(try store.items.feeds().map { $0.audience } == [nil], "the school's list took it away")
    }

    @Test func aFeedListThatWasCutOffTakesNoFeedAway() throws {
        let generated = try GeneratedSchool(feeds: 3, learners: 1, seed: 71)
        defer { generated.remove() }
        let (school, store) = try generated.open()
        try RunTests.run(school, store)
        let before = try store.items.feeds()
        try generated.write("<opml version=\"2.0\"><body><outline xmlUrl=\"feed0.xml\"/>", to: "Feeds/feeds.opml")
        let report = try RunTests.run(school, store, importing: false)
        #expect(report.findings.contains { $0.severity == .error && $0.problem.contains("no end") })
        #expect(try store.items.feeds().map { $0.address } == before.map { $0.address })
    }

    private static func ingest(
        _ addresses: [String], whole: Bool, _ store: Store, hour: Int, audience: GradeRange? = nil
    ) throws {
        let fetcher = MemoryFetcher(Dictionary(uniqueKeysWithValues: addresses.map { ($0, document) }))
        let sources = addresses.map { FeedSource(source: $0, audience: audience) }
        let plan = FeedPlan(sources: sources, folder: WorkingFolder(root: "/nowhere"), fetcher: fetcher)
        let stage = IngestStage(store: store, fetcher: fetcher, wordsPerMinute: 150)
        _ = try stage.run(plan, isWhole: whole, now: RunTests.monday.adding(seconds: Int64(hour) * 3_600))
    }
}
