import Configuration
import Content
import Store
import Testing

@testable import Ingestion

/// What a feed list from the web may say of audiences: more, never less.
@Suite struct FeedListAudienceTests {
    static let list = "https://server.example/list.opml"
    static let feed = "https://feeds.example/a"

    static func web(_ audience: String?, feed: String = feed) -> [String: [UInt8]] {
        [list: Sample.opml(["xmlUrl=\"\(feed)\"" + (audience.map { " gleaner:audience=\"\($0)\"" } ?? "")])]
    }

    static func grades(_ sources: [FeedSource], in folder: WorkingFolder, web: [String: [UInt8]]) -> [String: Int?] {
        let entries = FeedPlanTests.plan(sources, in: folder, web: web).entries
        return Dictionary(entries.map { ($0.feed.address, $0.feed.audience) }, uniquingKeysWith: { $1 })
    }

    @Test(
        arguments: [
            ("0", 9, 9), ("9", 9, 9), ("12", 9, 12), (nil, 9, 9), ("0", nil, nil), ("5", nil, nil), ("12", nil, 12),
            ("none", 3, nil), ("99", 11, 11),
        ] as [(String?, Int?, Int?)])
    func aServerRaisesTheSchoolsAudienceAndNeverLowersOrGivesOne(_ said: String?, _ school: Int?, _ result: Int?) throws
    {
        try Sample.withFolder([:]) { folder in
            let source = FeedSource(source: Self.list, audience: school.map { GradeRange($0) })
            #expect(Self.grades([source], in: folder, web: Self.web(said)) == [Self.feed: result])
        }
    }

    @Test func aListOfTheSchoolsThatNamesOneOfTheWebSpeaksForIt() throws {
        let own = Sample.opml(["xmlUrl=\"\(Self.list)\" gleaner:audience=\"7\""])
        try Sample.withFolder(["own.opml": own]) { folder in
            for (said, result) in [("0", 7), ("11", 11)] {
                #expect(
                    Self.grades([FeedSource(source: "own.opml")], in: folder, web: Self.web(said)) == [
                        Self.feed: result
                    ])
            }
        }
    }

    @Test func aListOfTheWebInAnotherCarriesItsAudienceOn() throws {
        let outer = "https://server.example/outer.opml"
        let web = [outer: Sample.opml(["xmlUrl=\"\(Self.list)\" gleaner:audience=\"11\""])]
            .merging(Self.web("0")) { $1 }
        try Sample.withFolder([:]) { folder in
            #expect(
                Self.grades([FeedSource(source: outer, audience: 3)], in: folder, web: web) == [Self.feed: 11])
        }
    }

    @Test(arguments: [true, false]) func ofTwoListsTheStricterHoldsAndTheSchoolsWordCountsAsAReview(_ first: Bool)
        throws
    {
        let own = Sample.opml(["xmlUrl=\"\(Self.feed)\" gleaner:audience=\"5\""])
        try Sample.withFolder(["own.opml": own]) { folder in
            for (said, result) in [("0", 5), (nil, 5), ("8", 8)] as [(String?, Int)] {
                let sources = [FeedSource(source: "own.opml"), FeedSource(source: Self.list)]
                #expect(
                    Self.grades(first ? sources : sources.reversed(), in: folder, web: Self.web(said)) == [
                        Self.feed: result
                    ])
            }
        }
    }

    @Test func aListThatIsNamedTwiceIsFollowedForEachAudience() throws {
        let own = Sample.opml([
            "xmlUrl=\"\(Self.list)\" gleaner:audience=\"2\"", "xmlUrl=\"\(Self.list)\" gleaner:audience=\"9\"",
        ])
        try Sample.withFolder(["own.opml": own]) { folder in
            #expect(
                Self.grades([FeedSource(source: "own.opml")], in: folder, web: Self.web("0")) == [Self.feed: 9])
        }
    }

    @Test func whatASchoolSaysOfAFeedCountsBeforeWhatItSaysOfItsFolder() throws {
        let own = Sample.opml(["xmlUrl=\"a.xml\" gleaner:audience=\"3\""])
        try Sample.withFolder(["Feeds/own.opml": own, "Feeds/a.xml": FeedPlanTests.feed]) { folder in
            let grades = Self.grades([FeedSource(source: "Feeds", audience: 7)], in: folder, web: [:])
            #expect(grades == ["Feeds/a.xml": 3])
        }
    }

    @Test func anAudienceThatIsNoneIsNoReviewOnTheSchoolsOwnListToo() throws {
        let own = Sample.opml(["xmlUrl=\"\(Self.feed)\" gleaner:audience=\"five\""])
        try Sample.withFolder(["own.opml": own]) { folder in
            #expect(
                Self.grades([FeedSource(source: "own.opml", audience: 2)], in: folder, web: [:]) == [Self.feed: nil])
        }
    }

    @Test func aListOfTheWebNamesNoFileOfThisMachine() throws {
        let web = [Self.list: Sample.opml(["xmlUrl=\"file:///etc/hostname\"", "xmlUrl=\"//x.example/f\""])]
        try Sample.withFolder([:]) { folder in
            let plan = FeedPlanTests.plan([FeedSource(source: Self.list)], in: folder, web: web)
            #expect(plan.entries.map(\.location) == ["https://x.example/f"])
            #expect(plan.findings.count == 1 && plan.findings[0].problem.contains("no file of this machine"))
        }
    }

    @Test func aListThatIsOutOfReachLowersNothing() throws {
        let own = Sample.opml(["xmlUrl=\"a.xml\" gleaner:audience=\"5\""])
        try Sample.withFolder(["own.opml": own, "a.xml": FeedPlanTests.feed]) { folder in
            let store = try Store.inMemory()
            let sources = [FeedSource(source: "own.opml")]
            func ingest(_ sources: [FeedSource]) throws -> Int? {
                let fetcher = FeedPlanTests.DiskAndMemory(documents: [:])
                let plan = FeedPlan(sources: sources, folder: folder, fetcher: fetcher)
                _ = try IngestStage(store: store, fetcher: fetcher, wordsPerMinute: 150)
                    .run(plan, isWhole: true, now: Sample.now)
                return try store.items.feed(at: "a.xml")?.audience
            }
            #expect(try ingest([FeedSource(source: "a.xml", audience: 11)]) == 11)
            #expect(try ingest(sources + [FeedSource(source: Self.list)]) == 11)
            #expect(try ingest(sources) == 5, "with every list in reach the school's word holds")
        }
    }
}
