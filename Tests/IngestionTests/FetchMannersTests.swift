import Configuration
import Content
import FeedParsing
import Foundation
import Store
import Synchronization
import TestSupport
import Testing

@testable import Ingestion

/// What is asked of a server, and what is understood of its answer.
struct FetchMannersTests {
    private static let rss = Array("<rss version=\"2.0\"><channel><title>T</title></channel></rss>".utf8)

    private func fetch(_ address: String, _ validators: FeedValidators? = nil) -> FetchResult {
        CurlTransferTests.fetch(address, validators: validators)
    }

    private func document(_ result: FetchResult) throws -> FetchedDocument {
        guard case .document(let document) = result else {
            Issue.record("\(result)")
            throw CancellationError()
        }
        return document
    }

    @Test func feedsAreAskedForBeforePages() throws {
        let server = try LoopbackServer { _, _ in .ok(Self.rss) }
        var settings = CurlTransferTests.settings()
        settings.contact = "library@school.example"
        _ = CurlTransferTests.fetch(server.address("/"), settings: settings)
        let head = server.requests[0]
        #expect(head.contains("Accept: application/rss+xml, application/atom+xml"))
        #expect(head.contains("User-Agent: Gleaner/0.1 (feed reader of a school; +library@school.example)\r\n"))
    }

    @Test(arguments: ["aws-chunked", "UTF-8", "", "identity", "none"]) func whatIsNoPackingIsNone(_ name: String) throws
    {
        let server = try LoopbackServer { _, _ in .ok(Self.rss, headers: ["Content-Encoding: \(name)"]) }
        #expect(try document(fetch(server.address("/"))).bytes == Self.rss)
    }

    @Test func gzipIsReadThoughNobodySaysSo() throws {
        let packed = try #require(Data(base64Encoded: CurlTransferTests.packed))
        let server = try LoopbackServer { path, _ in
            .ok(Array(path == "/cut" ? packed.prefix(20) : packed), headers: path == "/raw" ? [] : ["X: 1"])
        }
        #expect(try document(fetch(server.address("/raw"))).bytes == Array("<rss>packed</rss>".utf8))
        #expect(CurlTransferTests.problem(fetch(server.address("/cut")))?.contains("compressed") == true)
        try Sample.withFolder(["a.xml.gz": Array(packed), "cut.gz": Array(packed.prefix(20))]) { folder in
            let fetcher = DiskAndWebFetcher(settings: FetchingSettings())
            let results = fetcher.fetch(["a.xml.gz", "cut.gz"].map { FetchRequest(address: folder.resolve($0)) })
            #expect(
                results[0]
                    == .document(
                        FetchedDocument(Array("<rss>packed</rss>".utf8), address: folder.resolve("a.xml.gz"))))
            #expect(CurlTransferTests.problem(results[1])?.contains("compressed") == true)
        }
    }

    @Test func plainBytesThatClaimToBePackedArePlain() throws {
        let server = try LoopbackServer { _, _ in .ok(Self.rss, headers: ["Content-Encoding: gzip"]) }
        #expect(try document(fetch(server.address("/"))).bytes == Self.rss)
    }

    @Test func onlyRedirectsForGoodAreKept() throws {
        for (statuses, isForGood) in [
            (["301"], true), (["308"], true), (["302"], false), (["307"], false), (["301", "308"], true),
            (["301", "302"], false), (["302", "301"], false),
        ] {
            let server = try LoopbackServer { path, _ in
                let step = Int(path.dropFirst()) ?? 0
                return step < statuses.count
                    ? .status("\(statuses[step]) Elsewhere", ["Location: /\(step + 1)"]) : .ok(Self.rss)
            }
            let found = try document(fetch(server.address("/0")))
            #expect(found.address == server.address("/\(statuses.count)"))
            #expect(found.terms.movedTo == (isForGood ? found.address : nil), "\(statuses)")
        }
    }

    @Test func cookiesLiveAsLongAsOneFetch() throws {
        let server = try LoopbackServer { path, head in
            head.contains("Cookie: seen=1")
                ? .ok(Self.rss) : .status("302 Found", ["Set-Cookie: seen=1", "Location: /"])
        }
        for _ in 0..<2 { #expect(try document(fetch(server.address("/"))).bytes == Self.rss) }
        #expect(server.requests.map { $0.contains("Cookie") } == [false, true, false, true])
    }

    @Test(
        arguments: [
            (["Retry-After: 120"], 120),
            (["Retry-After: Mon, 07 Sep 2026 06:10:00 GMT", "Date: Mon, 07 Sep 2026 06:00:00 GMT"], 600),
            (["Retry-After: soon"], nil), ([], nil),
        ] as [([String], Int?)])
    func whoAsksToBeLeftAloneIs(_ headers: [String], _ seconds: Int?) throws {
        let server = try LoopbackServer { _, _ in .status("429 Too Many", headers) }
        let other = try LoopbackServer { _, _ in .ok(Self.rss) }
        let addresses = (0..<5).map { server.address("/\($0)") } + [other.address("/")]
        let results = CurlTransfer(settings: CurlTransferTests.settings()).fetch(
            addresses.map { FetchRequest(address: $0) })
        for result in results.dropLast() {
            guard case .failed(let error) = result else {
                Issue.record("\(result)")
                return
            }
            #expect(error.kind == .busy(seconds: seconds))
        }
        #expect(server.requests.count <= 2, "the rest of its feeds is not asked for")
        #expect(try document(results[5]).bytes == Self.rss)
    }

    @Test(
        arguments: [
            ("max-age=600", "", 600), ("public, MAX-AGE=\"60\"", "", 60), ("max-age=600", "Age: 500", 100),
            ("no-cache", "", nil),
            ("max-age=60", "Age: 500", 0),
        ] as [(String, String, Int?)])
    func howLongItIsFresh(_ control: String, _ age: String, _ seconds: Int?) throws {
        let server = try LoopbackServer { path, _ in
            let headers = ["Cache-Control: \(control)", age.isEmpty ? "X: 1" : age]
            return path == "/same" ? .status("304 Not Modified", headers) : .ok(Self.rss, headers: headers)
        }
        #expect(try document(fetch(server.address("/"))).terms.freshSeconds == seconds)
        guard case .notModified(let terms) = fetch(server.address("/same")) else {
            Issue.record("it is")
            return
        }
        #expect(terms.freshSeconds == seconds)
    }

    @Test func neverMoreThanTwoOfAHostAndASlowOneHoldsUpNobody() throws {
        let silent = try (0..<3).map { _ in try LoopbackServer { _, _ in .silence } }
        let quick = try LoopbackServer { path, _ in .ok(Array(path.utf8)) }
        var settings = CurlTransferTests.settings()
        settings.timeoutSeconds = 1
        let addresses =
            silent.map { $0.address("/") } + (0..<20).map { quick.address("/\($0)") } + silent.map { $0.address("/b") }
        let start = ContinuousClock.now
        var order: [Int] = []
        try DiskAndWebFetcher(settings: settings).fetch(addresses.map { FetchRequest(address: $0) }) { index, result in
            order.append(index)
            if (3..<23).contains(index) {
                let bytes = try document(result).bytes
                #expect(bytes == Array("/\(index - 3)".utf8))
            }
        }
        #expect(order == Array(addresses.indices))
        #expect(ContinuousClock.now - start < .seconds(8), "one timeout, not six")
    }

    @Test func turnsAreTakenHostByHost() {
        var queue = HostQueue(["a", "a", "a", "b", "a", "b"], perHost: 2)
        #expect([queue.next(), queue.next(), queue.next(), queue.next(), queue.next()] == [0, 1, 3, 5, nil])
        queue.end(1)
        #expect(queue.next() == 2 && queue.next() == nil)
        #expect(queue.takeAll(of: 0) == [4])
        #expect(HostQueue.host(of: "HTTPS://me:pw@Feeds.Example:8080/a?b#c") == "feeds.example:8080")
    }

    @Test func brokenOffByWhoeverReadsItEndsAtOnce() throws {
        let server = try LoopbackServer { path, _ in path == "/0" ? .ok(Self.rss) : .silence }
        let requests = (0..<3).map { FetchRequest(address: server.address("/\($0)")) }
        let start = ContinuousClock.now
        #expect(throws: CancellationError.self) {
            try DiskAndWebFetcher(settings: CurlTransferTests.settings()).fetch(requests) { _, _ in
                throw CancellationError()
            }
        }
        #expect(ContinuousClock.now - start < .seconds(5))
    }

    @Test(arguments: ["http://x.invalid/", "http://", "http://[", "http://127.0.0.1:1/"])
    func noWordsOfALibraryReachAnybody(_ address: String) {
        let problem = CurlTransferTests.problem(fetch(address)) ?? ""
        #expect(
            [
                "The server's name is not known.", "The address is none that can be fetched.",
                "The server cannot be reached.",
            ]
            .contains(problem), "\(problem)")
    }
}
