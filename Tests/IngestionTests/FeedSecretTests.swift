import Configuration
import Content
import Foundation
import Store
import TestSupport
import Testing

@testable import Ingestion

/// Closed feeds: the list names a secret, the request alone holds it. And what was fetched is kept, so that it can be read again.
struct FeedSecretTests {
    private static let key = "s3cret key/7"

    /// Does something with a file of secrets of a mode.
    private static func withSecrets<Value>(mode: Int, _ body: (FeedSecrets) throws -> Value) throws -> Value {
        try Sample.withFolder(["secrets": Array("# ours\nLIBRARY = \(key)\nEMPTY=\n".utf8)]) { folder in
            let path = folder.resolve("secrets")
            try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
            return try body(
                FeedSecrets(file: path, environment: [FeedSecrets.prefix + "PRESS": "abc", "HOME": "/home"]))
        }
    }

    @Test func aSecretIsFilledInAndMaskedAgain() throws {
        try Self.withSecrets(mode: 0o600) { secrets in
            let (address, used) = try secrets.filled("https://reader:${PRESS}@x.example/f?key=${LIBRARY}&a=1")
            #expect(address == "https://reader:abc@x.example/f?key=s3cret%20key%2F7&a=1")
            var document = FetchedDocument([], address: address)
            document.terms.movedTo = address
            guard case .document(let masked) = FeedSecrets.masked(.document(document), used) else { return }
            #expect(masked.address == "https://reader:…@x.example/f?key=…&a=1" && masked.terms.movedTo == nil)
            #expect(throws: FetchError.self) { try secrets.filled("https://x.example/${EMPTY}") }
            // Nothing else of the environment can be asked for.
            #expect(throws: FetchError.self) { try secrets.filled("https://x.example/${HOME}") }
            #expect(try secrets.filled("https://x.example/$HOME").address == "https://x.example/$HOME")
        }
    }

    @Test(arguments: [0o640, 0o604, 0o644]) func aFileThatOthersMayReadIsNotUsed(mode: Int) throws {
        try Self.withSecrets(mode: mode) { secrets in
            #expect(secrets.problem?.contains("chmod 600") == true)
            #expect(throws: FetchError.self) { try secrets.filled("https://x.example/${LIBRARY}") }
        }
    }

    @Test func itIsInNothingThatTheStoreHasOrAFindingSays() throws {
        let server = try LoopbackServer { path, _ in
            guard path == "/f?key=s3cret%20key%2F7" else { return .status("403 Forbidden") }
            let links = ["/1?key=s3cret%20key%2F7", "/s3cret%20key%2F7/2", "/3"]
            return .ok(
                Array(
                    ("<rss version=\"2.0\"><channel><title>T</title>"
                        + links.map { "<item><title>\($0.count)</title><link>http://a.example\($0)</link></item>" }
                        .joined()
                        + "</channel></rss>").utf8))
        }
        try Self.withSecrets(mode: 0o600) { secrets in
            let fetcher = DiskAndWebFetcher(settings: CurlTransferTests.settings(), secrets: secrets)
            let sources = ["/f?key=${LIBRARY}", "/none?key=${LIBRARY}", "/f?key=${NOBODY}"].map {
                FeedSource(source: server.address($0))
            }
            let plan = FeedPlan(sources: sources, folder: WorkingFolder(root: "/school"), fetcher: fetcher)
            let store = try Store.inMemory()
            let (summary, findings) = try IngestStage(store: store, fetcher: fetcher, wordsPerMinute: 100)
                .run(plan, isWhole: true, now: Sample.now)
            #expect(summary.read == 1 && summary.failed == 2)
            #expect(
                findings.contains {
                    $0.problem.contains("secret 'NOBODY'") && $0.remedy.contains("GLEANER_SECRET_NOBODY")
                })
            let items = try store.items.items().map { $0.item }
            let all = "\(findings)\(items)\(try store.items.feeds())\(try store.feedStates.states())"
            #expect(!all.contains("s3cret"))
            #expect(
                items.compactMap { $0.url }.sorted() == ["http://a.example/1", "http://a.example/3"],
                "\(items.map { $0.url })")
            #expect(try store.items.feeds().contains { $0.address.hasSuffix("/f?key=${LIBRARY}") })
        }
    }

    @Test func aListOfTheWebCanAskForNone() throws {
        let list = "<opml><body><outline xmlUrl=\"https://evil.example/?k=${LIBRARY}\"/></body></opml>"
        let fetcher = MemoryFetcher(["https://evil.example/l.opml": Array(list.utf8)])
        let plan = FeedPlan(
            sources: [FeedSource(source: "https://evil.example/l.opml")], folder: WorkingFolder(root: "/school"),
            fetcher: fetcher)
        #expect(plan.entries.isEmpty && plan.findings.contains { $0.problem.contains("no secret of the school's") })
    }

    @Test func aFeedThatHasMovedIsFoundWhereItWasReadLast() throws {
        try Sample.withFolder([:]) { folder in
            let shelf = FetchedShelf(folder: folder.root + "/Fetched", mostBytes: 100_000)
            let server = try LoopbackServer { path, _ in
                path == "/old"
                    ? .status("301 Moved", ["Location: /new"]) : .ok(Sample.rss([("Bees", "https://e.example/1", "1")]))
            }
            let web = KeepingFetcher(DiskAndWebFetcher(settings: CurlTransferTests.settings()), shelf: shelf)
            let plan = FeedPlan(sources: [FeedSource(source: server.address("/old"))], folder: folder, fetcher: web)
            let store = try Store.inMemory()
            for day in [0, 2] {
                _ = try IngestStage(store: store, fetcher: web, wordsPerMinute: 100)
                    .run(plan, isWhole: true, now: Sample.now.adding(seconds: Int64(day) * 86_400))
            }
            try FileManager.default.removeItem(atPath: shelf.path(of: server.address("/old")))
            let offline = OfflineFetcher(files: web, shelf: shelf)
            let (summary, _) = try IngestStage(store: store, fetcher: offline, wordsPerMinute: 100, isOffline: true)
                .run(plan, isWhole: true, now: Sample.now.adding(seconds: 259_200))
            #expect(summary.failed == 0 && summary.unchanged == 1)
        }
    }

    @Test func whatWasFetchedIsReadAgainWithoutAServer() throws {
        try Sample.withFolder([:]) { folder in
            let shelf = FetchedShelf(folder: folder.root + "/Fetched", mostBytes: 100_000)
            let latin =
                Array("<rss version=\"2.0\"><channel><title>T</title><item><title>Ni".utf8) + [0xF1]
                + Array("o</title><link>https://a.example/1</link></item></channel></rss>".utf8)
            let address: String
            do {
                let server = try LoopbackServer { _, _ in
                    .ok(latin, headers: ["Content-Type: text/xml; charset=iso-8859-1"])
                }
                address = server.address("/feed")
                let fetcher = KeepingFetcher(DiskAndWebFetcher(settings: CurlTransferTests.settings()), shelf: shelf)
                _ = fetcher.fetch([FetchRequest(address: address)])
                _ = fetcher.fetch([FetchRequest(address: server.address("/page"), wants: .page)])
            }
            let offline = OfflineFetcher(files: DiskAndWebFetcher(settings: FetchingSettings()), shelf: shelf)
            let plan = FeedPlan(
                sources: [address, "https://never.example/"].map { FeedSource(source: $0) }, folder: folder,
                fetcher: offline)
            let store = try Store.inMemory()
            let stage = IngestStage(store: store, fetcher: offline, wordsPerMinute: 100, isOffline: true)
            let (summary, findings) = try stage.run(plan, isWhole: true, now: Sample.now)
            #expect(
                summary.read == 1 && summary.failed == 1
                    && findings.contains { $0.remedy.contains("without --offline") })
            #expect(try store.items.items().map { $0.item.title } == ["Niño"])
            // Nothing is learnt of how the feeds do.
            #expect(try store.feedStates.states().isEmpty)
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder.root + "/Fetched").count == 1)
            let attributes = try FileManager.default.attributesOfItem(atPath: folder.root + "/Fetched")
            #expect(attributes[.posixPermissions] as? Int == 0o700)
            // What is over the bound goes.
            FetchedShelf(folder: folder.root + "/Fetched", mostBytes: 100).tidy()
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder.root + "/Fetched").isEmpty)
        }
    }
}
