import Configuration
import Content
import Testing

@testable import Ingestion

/// Which feeds are read: lists, folders, files and addresses, each feed once.
struct FeedPlanTests {
    static let feed = Sample.rss([("A", "https://x.example/a", "1")])

    static func plan(_ sources: [FeedSource], in folder: WorkingFolder, web: [String: [UInt8]] = [:]) -> FeedPlan {
        FeedPlan(sources: sources, folder: folder, fetcher: DiskAndMemory(documents: web))
    }

    /// Files from the disk, and the web from memory.
    struct DiskAndMemory: Fetcher {
        let documents: [String: [UInt8]]

        func fetch(_ requests: [FetchRequest]) -> [FetchResult] {
            requests.flatMap { request in
                request.address.isWebAddress
                    ? MemoryFetcher(documents).fetch([request])
                    : DiskAndWebFetcher(settings: FetchingSettings()).fetch([request])
            }
        }
    }

    @Test func aListSaysWhereItsFeedsAreRelativeToItself() throws {
        let list = Sample.opml([
            "xmlUrl=\"a.xml\" title=\"A\" gleaner:audience=\"3\"",
            "xmlUrl=\"sub/../deep/b.xml\" text=\"B\" gleaner:language=\"es\"",
            "xmlUrl=\"https://x.example/feed\"", "xmlUrl=\"../c.xml\"",
        ])
        let files = [
            "Feeds/list.opml": list, "Feeds/a.xml": Self.feed, "Feeds/deep/b.xml": Self.feed, "c.xml": Self.feed,
        ]
        try Sample.withFolder(files) { folder in
            let plan = Self.plan([FeedSource(source: "Feeds/list.opml", audience: 7, language: "en")], in: folder)
            #expect(
                plan.entries.map(\.feed.address) == [
                    "Feeds/a.xml", "Feeds/deep/b.xml", "https://x.example/feed", "c.xml",
                ])
            #expect(plan.entries.map(\.feed.audience) == [3, 7, 7, 7], "the outline's word comes before the source's")
            #expect(plan.entries.map(\.feed.language) == ["en", "es", "en", "en"])
            #expect(plan.entries.map(\.feed.title) == ["A", "B", "https://x.example/feed", "c.xml"])
            #expect(plan.entries.map(\.location)[0] == folder.root + "/Feeds/a.xml")
            #expect(plan.isComplete && plan.findings.isEmpty)
        }
    }

    @Test func aFolderIsReadInTheOrderOfNamesWithoutPapersAndHiddenFiles() throws {
        let files = [
            "Feeds/b.xml": Self.feed, "Feeds/a.json": Self.feed, "Feeds/.hidden.xml": Self.feed, "Feeds/README.md": [],
            "Feeds/notes.txt": [], "Feeds/c/d.rdf": Self.feed,
        ]
        try Sample.withFolder(files) { folder in
            let plan = Self.plan([FeedSource(source: "Feeds", audience: 4)], in: folder)
            #expect(plan.entries.map(\.feed.address) == ["Feeds/a.json", "Feeds/b.xml", "Feeds/c/d.rdf"])
            #expect(plan.entries.allSatisfy { $0.feed.audience == 4 })
        }
    }

    @Test func aListInAFolderSpeaksForTheFeedsBesideItWhateverItsName() throws {
        let list = Sample.opml(["xmlUrl=\"a.xml\" gleaner:audience=\"9\""])
        try Sample.withFolder(["Feeds/zz.opml": list, "Feeds/a.xml": Self.feed, "Feeds/b.xml": Self.feed]) { folder in
            let plan = Self.plan([FeedSource(source: "Feeds", audience: 0)], in: folder)
            #expect(plan.entries.map(\.feed.address) == ["Feeds/a.xml", "Feeds/b.xml"])
            #expect(plan.entries.map(\.feed.audience) == [9, 0])
        }
    }

    @Test func aFeedThatIsListedTwiceIsReadOnceAsFirstListed() throws {
        try Sample.withFolder(["a.xml": Self.feed]) { folder in
            let sources = [
                FeedSource(source: "a.xml", audience: 5), FeedSource(source: "./a.xml", audience: 1),
                FeedSource(source: folder.root + "/a.xml"),
            ]
            let plan = Self.plan(sources, in: folder)
            #expect(plan.entries.map(\.feed) == [Feed(address: "a.xml", title: "a.xml", audience: 5)])
        }
    }

    @Test func aFeedIsOfTheSchoolsWhoseListsAloneNameIt() throws {
        let one = Sample.opml(["xmlUrl=\"https://x.example/a\"", "xmlUrl=\"https://x.example/b\""])
        let other = Sample.opml(["xmlUrl=\"https://x.example/b\"", "xmlUrl=\"https://x.example/c\""])
        try Sample.withFolder([
            "one.opml": one, "other.opml": other, "all.opml": Sample.opml(["xmlUrl=\"https://x.example/c\""]),
        ]) { folder in
            func source(_ path: String, _ school: String?) -> FeedSource {
                var source = FeedSource(source: path)
                source.school = school.flatMap { SchoolName($0) }
                return source
            }
            let plan = Self.plan(
                [source("all.opml", nil), source("other.opml", "Lake"), source("one.opml", "Hill")], in: folder)
            let schools = Dictionary(
                plan.entries.map { ($0.feed.address.suffix(1), $0.feed.schools) }, uniquingKeysWith: { $1 })
            #expect(schools["a"]??.map { $0.text } == ["Hill"] && schools["b"]??.map { $0.text } == ["Hill", "Lake"])
            #expect(schools["c"] == .some(nil))
        }
    }

    @Test func aListWithoutItsEndingIsKnownByItsContent() throws {
        try Sample.withFolder(["feeds.xml": Sample.opml(["xmlUrl=\"https://x.example/f\""])]) { folder in
            #expect(
                Self.plan([FeedSource(source: "feeds.xml")], in: folder).entries.map(\.feed.address) == [
                    "https://x.example/f"
                ])
        }
    }

    @Test func aMissingFileIsAFindingAndThePlanIsNotWhole() throws {
        try Sample.withFolder(["a.xml": Self.feed]) { folder in
            let plan = Self.plan([FeedSource(source: "gone.xml"), FeedSource(source: "a.xml")], in: folder)
            #expect(plan.entries.map(\.feed.address) == ["a.xml"])
            #expect(!plan.isComplete)
            #expect(plan.findings.map(\.place) == ["gone.xml"])
            #expect(plan.findings.allSatisfy { $0.severity == .error && $0.remedy.contains("Config/gleaner.yaml") })
        }
    }

    @Test func listsOnTheWebAreFollowedAndTheirRelativeAddressesResolved() throws {
        let web = [
            "https://x.example/lists/all.opml": Sample.opml([
                "xmlUrl=\"../feed.xml\"", "xmlUrl=\"more.opml\"", "xmlUrl=\"/etc/passwd\"",
            ]),
            "https://x.example/lists/more.opml": Sample.opml([
                "xmlUrl=\"file:///etc/passwd\"", "xmlUrl=\"https://y.example/f\"",
            ]),
        ]
        try Sample.withFolder([:]) { folder in
            let plan = Self.plan([FeedSource(source: "https://x.example/lists/all.opml")], in: folder, web: web)
            #expect(
                plan.entries.map(\.location)
                    == ["https://x.example/feed.xml", "https://y.example/f", "https://x.example/etc/passwd"])
            #expect(!plan.isComplete, "a list of the web cannot name a file of this machine")
        }
    }

    @Test func aListThatCannotBeReadSaysWhy() throws {
        try Sample.withFolder(["bad.opml": Array("nothing".utf8)]) { folder in
            let plan = Self.plan(
                [FeedSource(source: "https://x.example/no.opml"), FeedSource(source: "bad.opml")], in: folder)
            #expect(!plan.isComplete && plan.entries.isEmpty)
            #expect(plan.findings.map(\.place) == ["https://x.example/no.opml", "bad.opml"])
            #expect(plan.findings[0].problem.contains("There is nothing at this address."))
        }
    }

    @Test func aLoopOfListsEndsEvenWhereItBranches() throws {
        // Each of ten lists names all ten, several times: followed blindly, a billion readings.
        let all = (0..<10).map { "xmlUrl=\"l\($0).opml\"" }
        var files = ["a.xml": Self.feed]
        for number in 0..<10 {
            files["l\(number).opml"] = Sample.opml(
                all + all + ["xmlUrl=\"a.xml\"", "xmlUrl=\"https://x.example/\(number)\""])
        }
        try Sample.withFolder(files) { folder in
            let plan = Self.plan([FeedSource(source: "l0.opml")], in: folder)
            #expect(plan.entries.count == 11)
            #expect(plan.isComplete && plan.findings.isEmpty)
        }
    }

    /// A server whose every list names the next.
    struct EndlessLists: Fetcher {
        func fetch(_ requests: [FetchRequest]) -> [FetchResult] {
            requests.map { request in
                let list = Sample.opml(["xmlUrl=\"\(request.address.dropLast(5))x.opml\""])
                return .document(FetchedDocument(list, address: request.address))
            }
        }
    }

    @Test func aServerThatNamesEverNewListsIsLeft() {
        let plan = FeedPlan(
            sources: [FeedSource(source: "https://x.example/a.opml")], folder: WorkingFolder(root: "/school"),
            fetcher: EndlessLists())
        #expect(plan.entries.isEmpty && plan.findings.count == 1)
    }

    @Test func whatLiesTooDeepIsSaid() throws {
        let deep = "a/b/c/d/e/f/g/h/i/j/k.xml"
        try Sample.withFolder(["Feeds/" + deep: Self.feed, "Feeds/x.xml": Self.feed]) { folder in
            let plan = Self.plan([FeedSource(source: "Feeds")], in: folder)
            #expect(plan.entries.map(\.feed.address) == ["Feeds/x.xml"])
            #expect(plan.findings.count == 1 && plan.findings[0].problem.contains("deep"))
        }
    }

    @Test func tenThousandFeedsArePlannedQuickly() throws {
        let outlines = (0..<10_000).map { "xmlUrl=\"https://x.example/feed/\($0)\"" }
        try Sample.withFolder(["l.opml": Sample.opml(outlines)]) { folder in
            let start = ContinuousClock.now
            #expect(Self.plan([FeedSource(source: "l.opml")], in: folder).entries.count == 10_000)
            #expect(ContinuousClock.now - start < .seconds(10))
        }
    }
}
