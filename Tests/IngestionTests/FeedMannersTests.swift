import Configuration
import Content
import FeedParsing
import Store
import Synchronization
import TestSupport
import Testing

@testable import Ingestion

/// When a feed is asked again, and what is kept and told right after each answer.
struct FeedMannersTests {
    private static let now = Sample.now
    private static let address = "https://x.example/feed"

    private func turn(_ state: FeedState?, after seconds: Int64, isNamed: Bool = false) -> FeedManners.Turn {
        FeedManners.turn(
            state, address: Self.address, pausedUntil: nil, isNamed: isNamed, now: Self.now.adding(seconds: seconds))
    }

    private func waits(_ state: FeedState, _ seconds: Int64) {
        #expect(state.notBefore == Self.now.adding(seconds: seconds), "\(String(describing: state.notBefore))")
    }

    private func success(fresh: Int? = nil, _ change: (inout ParsedFeed) -> Void = { _ in }) -> FeedState {
        var terms = FetchTerms()
        terms.freshSeconds = fresh
        var feed = ParsedFeed(format: .atom)
        change(&feed)
        return FeedManners.afterSuccess(nil, terms: terms, parsed: feed, now: Self.now)
    }

    @Test func whatServerAndDocumentSayHoldsBetweenNineMinutesAndADay() {
        waits(success(fresh: 3_600), 3_600)
        waits(success(fresh: 0), 540)
        waits(success(fresh: 10_000_000), 86_400)
        waits(success { $0.timeToLive = 60 }, 3_600)
        waits(success(fresh: 1_200) { $0.timeToLive = 60 }, 1_200)
        #expect(success().notBefore == nil)
    }

    @Test func anUnchangedDocumentStillAsksForWhatItAskedFor() {
        let first = success { $0.timeToLive = 60 }
        let later = Self.now.adding(seconds: 7_200)
        let again = FeedManners.afterSuccess(first, terms: FetchTerms(), parsed: nil, now: later)
        #expect(again.notBefore == later.adding(seconds: 3_600))
    }

    @Test func elseTheFeedsOwnRhythmCounts() {
        func entries(every hours: Int64, _ count: Int) -> FeedState {
            success { feed in
                feed.entries = (0..<count).map { number in
                    var entry = ParsedEntry()
                    entry.published = Self.now.adding(seconds: -Int64(number) * hours * 3_600)
                    return entry
                }
            }
        }
        waits(entries(every: 4, 10), 3_600)
        waits(entries(every: 24 * 30, 10), 6 * 3_600)
        #expect(entries(every: 24, 3).notBefore == nil)
    }

    @Test func quietHoursAndDaysAreKept() {
        // Monday 2026-09-07, six o'clock.
        waits(success { $0.skipHours = [6, 7] }, 2 * 3_600)
        #expect(success { $0.skipHours = [5] }.notBefore == nil)
        waits(success { $0.skipDays = [1] }, 18 * 3_600)
        #expect((success { $0.skipDays = Set(1...7) }.notBefore ?? Self.now) <= Self.now.adding(seconds: 86_400))
    }

    @Test func aSecondRunAsksNothingAndTheNextDaysRunAsks() {
        let state = success(fresh: 86_400)
        #expect(turn(state, after: 0) == .wait && turn(state, after: 3_600) == .wait)
        #expect(turn(state, after: 86_390) == .ask(Self.address), "a run a day is not to the second")
        #expect(turn(state, after: 60, isNamed: true) == .ask(Self.address))
        #expect(turn(nil, after: 0) == .ask(Self.address))
        // A clock that was set back keeps nobody waiting.
        #expect(turn(state, after: -7_200) == .ask(Self.address))
    }

    @Test func failuresAreTriedLessAndLessAndNeverNotAtAll() {
        var state: FeedState?
        var waits: [Int64] = []
        for _ in 0..<8 {
            state = FeedManners.afterFailure(state, FetchError("It is down."), now: Self.now)
            waits.append((state?.notBefore?.seconds ?? 0) - Self.now.seconds)
        }
        #expect(waits == [540, 1_800, 7_200, 21_600, 86_400, 86_400, 86_400, 86_400])
        #expect(state?.failures == 8 && state?.failingSince == Self.now && state?.problem == "It is down.")
        #expect(turn(state, after: 3_600) == .failing && turn(state, after: 86_400) == .ask(Self.address))
    }

    @Test func aFeedThatMovedIsLookedForAtItsOldPlaceWhenTheNewOneFails() {
        var terms = FetchTerms()
        terms.movedTo = "https://new.example/feed"
        let moved = FeedManners.afterSuccess(nil, terms: terms, parsed: nil, now: Self.now)
        #expect(turn(moved, after: 0) == .ask("https://new.example/feed"))
        let failed = FeedManners.afterFailure(moved, FetchError("It is down."), now: Self.now)
        #expect(turn(failed, after: 86_400) == .ask(Self.address))
    }

    @Test func aFeedThatEndedIsAskedOnlyByName() {
        let ended = FeedManners.afterFailure(nil, FetchFailure.error(status: 410, retryAfter: nil), now: Self.now)
        #expect(turn(ended, after: 864_000) == .ended(Self.now))
        #expect(turn(ended, after: 864_000, isNamed: true) == .ask(Self.address))
    }

    @Test func theDocumentsOwnWordsAreRead() throws {
        let document = """
            <rss version="2.0"><channel><title>T</title><ttl>60</ttl><skipHours><hour>0</hour><hour>24</hour><hour>7</hour>
            </skipHours><skipDays><day>Sunday</day><day>Never</day></skipDays>
            <item><title>A</title><day>Monday</day></item></channel></rss>
            """
        let feed = try FeedParser().parse(Array(document.utf8), address: "t").feed
        #expect(feed.timeToLive == 60 && feed.skipHours == [0, 7] && feed.skipDays == [7])
    }
}

/// The same in the store, against a server of the test's own.
struct FeedStateTests {
    /// Runs the stage over addresses, so many hours after the first time.
    private func run(_ store: Store, _ addresses: [String], hours: Int64 = 0, isWhole: Bool = true) throws
        -> (RunSummary.Ingest, [Finding])
    {
        let fetcher = DiskAndWebFetcher(settings: CurlTransferTests.settings())
        let plan = FeedPlan(
            sources: addresses.map { FeedSource(source: $0) }, folder: WorkingFolder(root: "/school"), fetcher: fetcher)
        return try IngestStage(store: store, fetcher: fetcher, wordsPerMinute: 150)
            .run(plan, isWhole: isWhole, now: Sample.now.adding(seconds: hours * 3_600))
    }

    private static let rss = Sample.rss([("Bees", "https://e.example/1", "1")])

    @Test func whatFailedWellAndMovedIsKeptAndTold() throws {
        let server = try LoopbackServer { path, _ in
            switch path {
            case "/ok": .ok(Self.rss, headers: ["Cache-Control: max-age=3600", "ETag: \"v1\""])
            case "/old": .status("301 Moved", ["Location: /ok"])
            case "/page": .ok(Array("<html><body>Parked</body></html>".utf8))
            case "/gone": .status("410 Gone")
            default: .status("404 Not Found")
            }
        }
        let paths = ["/ok", "/old", "/page", "/gone", "/missing"]
        let store = try Store.inMemory()
        let addresses = paths.map { server.address($0) }
        let (summary, findings) = try run(store, addresses)
        #expect(summary.failed == 3 && summary.read == 2)
        let states = try store.feedStates.states()
        #expect(states[addresses[0]]?.good == Sample.now)
        #expect(states[addresses[0]]?.notBefore == Sample.now.adding(seconds: 3_600))
        #expect(states[addresses[1]]?.movedTo == addresses[0])
        #expect(states[addresses[2]]?.problem?.contains("web page") == true, "a parked page is no healthy feed")
        #expect(states[addresses[3]]?.ended == Sample.now && states[addresses[4]]?.failures == 1)
        #expect(findings.contains { $0.severity == .note && $0.problem.contains("moved for good") })
        // A second run right after asks for nothing that anybody forbids, and still says what fails.
        let asked = server.requests.count
        let (again, told) = try run(store, addresses)
        #expect(server.requests.count == asked && again.failed == 3 && again.unchanged == 2)
        #expect(told.count { $0.severity == .error } == 3 && told.contains { $0.problem.contains("has ended") })
        // Two hours later: the moved one at its new place, the ended one not at all.
        let (later, _) = try run(store, addresses, hours: 2)
        let heads = server.requests.dropFirst(asked).map { $0.split(separator: " ")[1] }
        #expect(heads.sorted() == ["/missing", "/ok", "/ok", "/page"] && later.failed == 3)
        // By name it is asked, whatever was said.
        _ = try run(store, [addresses[3]], hours: 2, isWhole: false)
        #expect(server.requests.last?.contains("GET /gone") == true)
    }

    @Test func aHostThatAsksToBeLeftAloneIsUntilItsTime() throws {
        let isBusy = Mutex(true)
        let server = try LoopbackServer { _, _ in
            isBusy.withLock { $0 } ? .status("429 Busy", ["Retry-After: 7200"]) : .ok(Self.rss)
        }
        let store = try Store.inMemory()
        let addresses = ["/a", "/b", "/c"].map { server.address($0) }
        #expect(try run(store, addresses).0.failed == 3)
        let asked = server.requests.count
        #expect(asked <= 2)
        isBusy.withLock { $0 = false }
        _ = try run(store, addresses, hours: 1)
        #expect(server.requests.count == asked)
        #expect(try run(store, addresses, hours: 3).0.failed == 0)
        #expect(server.requests.count == asked + 3)
    }
}
