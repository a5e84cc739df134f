import Content
import Configuration
import Foundation
import TestSupport
import Testing

@testable import Ingestion

/// Fetching over the network, against a server of the test's own.
struct CurlTransferTests {
    static func settings(_ change: (inout FetchingSettings) -> Void = { _ in }) -> FetchingSettings {
        var settings = FetchingSettings()
        settings.allowPrivateAddresses = true
        settings.timeoutSeconds = 10
        change(&settings)
        return settings
    }

    static func fetch(
        _ address: String, validators: FeedValidators? = nil, settings: FetchingSettings = settings()
    ) -> FetchResult {
        CurlTransfer(settings: settings).fetch([FetchRequest(address: address, validators: validators)])[0]
    }

    static func problem(_ result: FetchResult) -> String? {
        if case .failed(let error) = result { error.problem } else { nil }
    }

    /// A text of 17 characters, and a million and one zeros, as gzip packs them.
    static let packed = "H4sIAAAAAAACA7MpKi62K0hMzk5NsdEHsQFpO6yVEQAAAA=="
    static let packedMillion =
        "H4sIAAAAAAACA+3BAQEAAACCIP+vbkhAAQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAtwYFKKfFQUIPAA=="

    static let feed = Array("<rss>plain</rss>".utf8)

    @Test func aBodyComesWithItsValidatorsAndFinalAddress() throws {
        let server = try LoopbackServer { _, _ in
            .ok(Self.feed, headers: ["ETag: \"v1\"", "LAST-MODIFIED:   Mon, 07 Sep 2026 06:00:00 GMT"])
        }
        let address = server.address("/feed?a=1")
        #expect(
            Self.fetch(address)
                == .document(
                    FetchedDocument(
                        Self.feed, address: address, etag: "\"v1\"", lastModified: "Mon, 07 Sep 2026 06:00:00 GMT")))
        #expect(server.requests.count == 1)
        #expect(server.requests[0].hasPrefix("GET /feed?a=1 HTTP/1.1\r\n"))
        #expect(server.requests[0].contains("User-Agent: Gleaner/"))
        #expect(!server.requests[0].contains("If-None-Match") && !server.requests[0].contains("Cookie"))
    }

    @Test func whatIsKnownIsAskedForAsSuchAndNotModifiedIsUnderstood() throws {
        let server = try LoopbackServer { _, head in
            head.contains("If-None-Match: \"v1\"\r\n") && head.contains("If-Modified-Since: then\r\n")
                ? .status("304 Not Modified") : .ok(Self.feed)
        }
        let known = FeedValidators(etag: "\"v1\"", lastModified: "then", digest: "")
        #expect(Self.fetch(server.address("/"), validators: known) == .notModified(FetchTerms()))
        let other = FeedValidators(etag: "\"v2\"", lastModified: nil, digest: "")
        #expect(Self.problem(Self.fetch(server.address("/"), validators: other)) == nil)
    }

    @Test func aHostileTagDoesNotWriteHeadersOfItsOwn() throws {
        let server = try LoopbackServer { _, _ in .ok(Self.feed) }
        let known = FeedValidators(etag: "x\r\nX-Evil: 1", lastModified: "a\nX-Evil: 2", digest: "")
        _ = Self.fetch(server.address("/"), validators: known)
        #expect(server.requests.count == 1 && !server.requests[0].contains("X-Evil"))
    }

    @Test(arguments: [
        ("404 Not Found", "404", "check its address"), ("410 Gone", "410", "Take it off the list"),
        ("500 Oops", "500", "tries again"), ("403 No", "403", "Ask its operator"),
        ("206 Partial", "206", "tries again"),
        ("204 Nothing", "204", "tries again"),
    ])
    func aServersRefusalIsAFailureWithWhatToDo(_ status: String, _ number: String, _ remedy: String) throws {
        let server = try LoopbackServer { _, _ in .status(status, [], Array("<rss/>".utf8)) }
        guard case .failed(let error) = Self.fetch(server.address("/")) else {
            Issue.record("it did not fail")
            return
        }
        #expect(error.problem.contains(number) && error.remedy.contains(remedy))
        #expect((error.kind == .gone) == (number == "410"))
    }

    @Test func aRedirectIsFollowedAndWhatItSaidBeforeIsForgotten() throws {
        let server = try LoopbackServer { path, _ in
            path == "/old"
                ? .status("301 Moved", ["Location: /new", "ETag: \"old\""], Array("moved".utf8)) : .ok(Self.feed)
        }
        var moved = FetchedDocument(Self.feed, address: server.address("/new"))
        moved.terms.movedTo = server.address("/new")
        #expect(Self.fetch(server.address("/old")) == .document(moved))
    }

    @Test func aRedirectThatNeverEndsIsGivenUp() throws {
        let server = try LoopbackServer { _, _ in .status("302 Found", ["Location: /again"]) }
        #expect(Self.problem(Self.fetch(server.address("/"))) != nil)
        #expect(server.requests.count == 6, "the first and five more")
    }

    @Test(arguments: ["file:///etc/hostname", "ftp://127.0.0.1/x", "gopher://127.0.0.1/x"])
    func aRedirectAwayFromTheWebIsNotFollowed(_ target: String) throws {
        let server = try LoopbackServer { _, _ in .status("302 Found", ["Location: \(target)"]) }
        #expect(Self.problem(Self.fetch(server.address("/"))) != nil)
        #expect(server.requests.count == 1)
    }

    @Test func aDocumentOfTheLargestSizeIsReadAndOneByteMoreIsNot() throws {
        let server = try LoopbackServer { path, _ in
            .ok([UInt8](repeating: 0x20, count: path == "/fits" ? 1_000_000 : 1_000_001))
        }
        let settings = Self.settings { $0.maxMegabytes = 1 }
        guard case .document(let document) = Self.fetch(server.address("/fits"), settings: settings) else {
            Issue.record("the document that fits was refused")
            return
        }
        #expect(document.bytes.count == 1_000_000)
        #expect(Self.fetch(server.address("/more"), settings: settings) == .failed(.tooLarge(megabytes: 1)))
    }

    @Test func packedDocumentsAreUnpackedWithinTheSameBound() throws {
        let (small, large) = (
            try #require(Data(base64Encoded: Self.packed)), try #require(Data(base64Encoded: Self.packedMillion))
        )
        let server = try LoopbackServer { path, _ in
            .ok(Array(path == "/small" ? small : large), headers: ["Content-Encoding: gzip"])
        }
        guard case .document(let document) = Self.fetch(server.address("/small")) else {
            Issue.record("gzip was not understood")
            return
        }
        #expect(String(decoding: document.bytes, as: UTF8.self) == "<rss>packed</rss>")
        let settings = Self.settings { $0.maxMegabytes = 1 }
        #expect(Self.fetch(server.address("/large"), settings: settings) == .failed(.tooLarge(megabytes: 1)))
    }

    /// Three thousand million bytes of deflate's empty blocks, packed three times more: 1,755 bytes that keep a library at work for a
    /// quarter of a minute, in which it asks nobody; ten times as many are as few.
    static let packedFourTimes =
        "H4sIAAAAAAACA+2V+z/TexzH21FLtdpO10Wa1KPLUbSjVi0s3R6l5Jw60YUtZyESEhILRVZHdByVUuiGIrmlErMdO1nFRnbccjKUkNs0912+57vZZ/1y/oLz+OzH92Pv9/f1fb+e79eXFK0/Qf37Tq/7Q67n+X6upD/sMT/+T0L8z6m/ba61uGR8dYHFEufiSfGpu7qbW/2iJk6J8uXZnmbTN13aYsXccjGiatpP3XMXCE1m/xCpmFF5aj6NzqA7Suk0/jBNdfzrlQE/xIWraG+lZbyhqR7JU1SOASqaapQxhvQgykpEopQgqf0pyEaNCkIcIl7FOCrnkb2i7yNjYch0TflieVCt51Emb9HKL2dsNBVj6oWhZjNDvcCWfsr3EzWle/sMQu3zyUfm1MbLSozHx936HHpw405BuEdQ9t+U85raJn+Kz7pCf9zDKHqRxTxtqwWXJUxn8gYlAmkbnTD+TBG/psGDirVErJVLUkBvycu26O4IKSpvMRDy8WBmXAyGnfOwfRJGXQnvmP0+osgLV39B0LhVO2uPx4iVsCx8/wF7kVw7yitR7tqzxEgvrYWzt1H/O03xXUPxh0/V5DsGwT0iJyBD8XVtSiymLozETwgBz8Q7uqd3EqUK+UA8a6q2d/TLdfM8fKkgZ1XsRK2Qy+5Z2ynYBaX3ksGL7juG780jH5m30GcWmJXaMrzGUM/BxWpD37TxUbkevQkF8f64G1HDticWj/Ox1V0WGL9LEO7ZUbDxFGiVldexqFgn5CyO0Qte3tIpKSmNyZP1ie2/rtD2tmceLnltrU/iP1s/E2w8ucCggeirHx0M9r3nrtWL8rJw56BiO6D/apRE7IU7cGHwU7H5+Ki/0goZtXuqyUcMmkwLYrQuJwkb7cyM9DLu1vVWABkV5gxZJ9FXOUxmFYKXl/kGBCbGYiq59rQ36aA323vURG7MwjW27gAbh7BB2CBsEDYIG4QNwgZhg7BB2CBsEDYIG4QNwgZhg7BB2CBsEDYIG4QNwgZhg7BB2CBsEDYIG4QNwgZh+x/DpuJwNjrYLcdVrL7cgku7QzTafzGGsNzfdKZv3NEqs8LIpSK3Nyb+tvo2b0yqC881ndvre50wWeBtW/Y72cz7vJAhKrzMxVs6Sp9IpBh0sZ+vnfwjFpPEbZMO6uhD8oLUbAjSnVVbwDbaT2TdttInldY1RANc3sn3WxjqDbmcjANrXPGUFNJAlM7CfigGf/oiDUmMwXTl3Ly6ULud+qehjjFOVOxu/uOmerDEhpIPtx8weWdeHGdU6rg1/Yj6RA0rb+nigHEq1/41RnrJV+yLFGxQq2w8tCGEYB2ZnT8P7Pb+cKYbBdvNbzXRQXqMNpRHbl6Ge6kjuUZjQK2LxQorfWCA8olBodqAg5zcOdrO/LNFG1CUZb51Jclao97ddCzbScX6q67z63RsKMtb1diSUgJH8aCW8rzAb8iYpc9wNwckb+9zFKKQsl9tM9E6nF4V2u3K5NkT/WXgTxn8Pg8K9jHfbW8wYVzGr+Ix57V+ncTV0/ODmaaADXngKdS99pYnZ610J5V9GUWoQ7GKnT0Mxo0lvBL744KsrXu+kkDN2ud4W7fNCKFERNdh25Sd2EDMwUdH6+7nrrIeDaKU1R2fgSu/sDVBxBY+GDAGQTRY5PlJHURug2UOAJihns+oeyK+szzYDMilz1/WSawaPTyD0QfGDZhHqy+KxXrfRgM6WE21bxsipItYSRxA1nwOYy2aMaS58y4B2zfLcxNiMDSXKiFw5dEMbjqqf8atnZ02Whl2XadrXqcyeWsqvsRkgc6eRiHq3m120dCg7tqLf0Sj9I7s+YKSJjCukzHXXkxuHh15Wh4GdIwWZ13Ln9yyZYQaAsiyCOZ6ujF51ivNZn7LSKa5oV5o6Z1buvs30mSkESW+OgJkZG1fRhx62R43agwPg87G57dQ99bjT/d0FQK5Z1zR09jU7rOBxQHjxNyVyeovS79HAkIAkX7msKk7vpQtDRgCZLkPhNZUlIWfPeC0BNg+tUdAp2AVkTbrzAF+VEUyqp/qtTR1slYGJUuyf3FCLEa8OnPdM9D5zGcd6p7vwt73dd++em/Xo6chkviNBOvGhR20tBOEt38UmyGLwEdP9sxBtDAS39LVvQ0svEOZcTMGI895sWOiLr6vcLxwI1MivHVJFKCJ74D63bZ4EN+HuJnb0S9cmouDjxeAyEvijbrXbPlPQXY7kAuDDQYbDDYYbDDYYLDBYIPBBoMNBhsMNhhsMNj+K9i8UWmTS5E5boNhuxORMZK6rOAOmiMKLqJKQQbwyBANUYYljJzbe+/J5gn/AnV1GMG0NgAA"

    @Test(arguments: [
        ["Content-Encoding: gzip, gzip, gzip, gzip"], ["Content-Encoding: gzip", "Content-Encoding: deflate"],
        ["Content-Encoding: br"], ["Transfer-Encoding: gzip, chunked", "Content-Encoding: gzip"],
        ["Content-Encoding: gzip,gzip"], ["Transfer-Encoding: no such thing"],
    ])
    func packingsInsidePackingsAreRefusedAtOnce(_ headers: [String]) throws {
        let packed = try #require(Data(base64Encoded: Self.packedFourTimes))
        let server = try LoopbackServer { _, _ in .ok(Array(packed), headers: headers) }
        let start = ContinuousClock.now
        #expect(Self.problem(Self.fetch(server.address("/"))) == "The document is packed in a way that is not read.")
        #expect(ContinuousClock.now - start < .seconds(2))
        #expect(server.requests[0].contains("Accept-Encoding: gzip, deflate\r\n"))
    }

    @Test func whatWasPackedBeforeARedirectDoesNotCount() throws {
        let small = try #require(Data(base64Encoded: Self.packed))
        let server = try LoopbackServer { path, _ in
            path == "/old"
                ? .status("301 Moved", ["Location: /new", "Content-Encoding: gzip"], Array(small))
                : .ok(Array(small), headers: ["Content-Encoding: gzip"])
        }
        guard case .document(let document) = Self.fetch(server.address("/old")) else {
            Issue.record("it was refused")
            return
        }
        #expect(String(decoding: document.bytes, as: UTF8.self) == "<rss>packed</rss>")
    }

    @Test func aPasswordIsNotSentOnToAnotherHost() throws {
        let other = try LoopbackServer { _, _ in .ok(Self.feed) }
        let elsewhere = [other.address("/"), "http://localhost:\(other.port)/"]
        for target in elsewhere {
            let server = try LoopbackServer { _, _ in .status("302 Found", ["Location: \(target)"]) }
            #expect(Self.problem(Self.fetch(server.address("/", login: "reader:hunter2@"))) == nil)
            #expect(server.requests[0].contains("Authorization: Basic"))
        }
        #expect(other.requests.count == 2)
        for request in other.requests {
            #expect(!request.contains("Authorization") && !request.contains("Referer"), "\(request)")
        }
    }

    @Test func aServerThatSaysNothingIsGivenUpAfterItsTime() throws {
        let server = try LoopbackServer { _, _ in .silence }
        let start = ContinuousClock.now
        let result = Self.fetch(server.address("/"), settings: Self.settings { $0.timeoutSeconds = 1 })
        let took = ContinuousClock.now - start
        #expect(Self.problem(result) != nil)
        #expect(took >= .milliseconds(900) && took < .seconds(8))
    }

    @Test func aBrokenOffDocumentIsAFailure() throws {
        let server = try LoopbackServer { _, _ in
            .bytes(Array("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n<rss>".utf8))
        }
        #expect(Self.problem(Self.fetch(server.address("/"))) != nil)
    }

    @Test(arguments: ["127.0.0.1", "localhost", "0x7f.1", "2130706433", "[::ffff:127.0.0.1]"])
    func aPrivateAddressIsNotEvenAskedUnlessAllowed(_ host: String) throws {
        let server = try LoopbackServer { _, _ in .ok(Self.feed) }
        let result = Self.fetch(
            "http://\(host):\(server.port)/", settings: Self.settings { $0.allowPrivateAddresses = false })
        guard case .failed(let error) = result else {
            Issue.record("it was opened")
            return
        }
        #expect(error.problem.contains("private network") && error.remedy.contains("allow-private-addresses"))
        #expect(server.requests.isEmpty)
    }

    @Test func manyDocumentsComeInTheOrderOfTheirRequests() throws {
        let server = try LoopbackServer { path, _ in path == "/3" ? .status("404 No") : .ok(Array(path.utf8)) }
        let paths = (0..<8).map { "/\($0)" }
        let results = CurlTransfer(settings: Self.settings()).fetch(
            paths.map { FetchRequest(address: server.address($0)) })
        for (path, result) in zip(paths, results) {
            if path == "/3" {
                #expect(Self.problem(result) == "The server answered 404.")
            } else {
                #expect(
                    result == .document(FetchedDocument(Array(path.utf8), address: server.address(path))))
            }
        }
        #expect(CurlTransfer(settings: Self.settings()).fetch([]).isEmpty)
    }

    @Test(arguments: ["http://", "http://[", "http://no such host/", "http://x.invalid/"])
    func anAddressThatIsNoneFailsInWords(_ address: String) {
        let problem = Self.problem(Self.fetch(address))
        #expect(problem?.hasSuffix(".") == true && problem != ".")
    }
}

/// Files beside the web.
struct DiskAndWebFetcherTests {
    @Test func filesAndTheWebAreAnsweredInTheOrderOfTheRequests() throws {
        let server = try LoopbackServer { path, _ in .ok(Array(path.utf8)) }
        try Sample.withFolder(["a.xml": [1, 0, 2], "big.xml": [UInt8](repeating: 1, count: 1_000_001)]) { folder in
            var settings = CurlTransferTests.settings()
            settings.maxMegabytes = 1
            let addresses = [
                folder.resolve("a.xml"), server.address("/1"), folder.resolve("gone.xml"), server.address("/2"),
                folder.resolve("big.xml"), folder.root,
            ]
            let results = DiskAndWebFetcher(settings: settings).fetch(addresses.map { FetchRequest(address: $0) })
            #expect(results[0] == .document(FetchedDocument([1, 0, 2], address: addresses[0])))
            #expect(results[1] == .document(FetchedDocument(Array("/1".utf8), address: addresses[1])))
            #expect(CurlTransferTests.problem(results[2])?.contains("not there") == true)
            #expect(results[3] == .document(FetchedDocument(Array("/2".utf8), address: addresses[3])))
            #expect(results[4] == .failed(.tooLarge(megabytes: 1)))
            #expect(CurlTransferTests.problem(results[5]) != nil, "a folder is no document")
        }
    }
}
