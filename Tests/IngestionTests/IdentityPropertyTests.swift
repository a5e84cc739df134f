import Configuration
import Content
import Store
import Testing

@testable import Ingestion

/// Rule 2 over generated histories of feeds, through the whole stage and a store: an article keeps its identity whatever a
/// publisher does to its feed, no two articles become one, and a version is kept where a text changed and nowhere else.
struct IdentityPropertyTests {
    static let feed = "http://x.example/feed"

    static let styles: [(FeedHistory.Guids, FeedHistory.Places, Bool)] = FeedHistory.Guids.allCases.flatMap { guids in
        FeedHistory.Places.allCases.flatMap { places in [true, false].map { (guids, places, $0) } }
    }.filter { guids, places, _ in
        // A guid that comes and goes names nothing where there is no address beside it.
        guids != .atTimes || places == .own
    }

    @Test(arguments: styles.indices) func anArticleKeepsItsIdentity(_ style: Int) throws {
        let (guids, places, isDated) = Self.styles[style]
        for seed in 1...4 {
            let place = "\(guids), \(places), dated: \(isDated), seed \(seed)"
            let store = try Store.inMemory()
            var history = FeedHistory(guids, places, isDated: isDated, seed: UInt64(seed))
            var known: [Int: ItemID] = [:]
            for day in 0..<8 {
                let (bytes, numbers) = history.document()
                try Self.read(bytes, into: store, day: day)
                let items = try Self.numbered(store, place)
                for (number, id) in known where items[number] != id {
                    Issue.record("\(place), day \(day): article \(number) is another item than before")
                    return
                }
                known = items
                let shown = Set(history.articles.filter { $0.states > 0 }.map { $0.number })
                #expect(Set(items.keys) == shown, "\(place), day \(day), shown \(numbers.sorted())")
                #expect(Set(items.values).count == items.count, "\(place), day \(day)")
                #expect(try store.items.items().count == items.count, "\(place), day \(day)")
                #expect(
                    try store.marks().items == Int64(history.articles.reduce(0) { $0 + $1.states }),
                    "\(place), day \(day): versions")
            }
        }
    }

    /// The same document in another order gives the same store.
    @Test(arguments: styles.indices) func theOrderOfADocumentDoesNotShow(_ style: Int) throws {
        let (guids, places, isDated) = Self.styles[style]
        var history = FeedHistory(guids, places, isDated: isDated, seed: 77)
        let stores = [try Store.inMemory(), try Store.inMemory()]
        for day in 0..<6 {
            let text = String(decoding: history.document().bytes, as: UTF8.self)
            var parts = text.split(separator: "</item>").map { String($0) }
            let tail = parts.removeLast()
            let start = parts[0].range(of: "<item>")
            let head = String(parts[0][..<start])
            parts[0] = String(parts[0][start...])
            for (store, items) in zip(stores, [parts, parts.reversed()]) {
                let document = head + items.map { $0 + "</item>" }.joined() + tail
                try Self.read(Array(document.utf8), into: store, day: day)
            }
            func identities(_ store: Store) throws -> Set<[String]> {
                Set(try store.items.items().map { [$0.item.id.rawValue, $0.item.title, $0.item.text] })
            }
            #expect(try identities(stores[0]) == identities(stores[1]), "\(guids), \(places), day \(day)")
        }
    }

    static func read(_ bytes: [UInt8], into store: Store, day: Int) throws {
        let fetcher = MemoryFetcher([feed: bytes])
        let plan = FeedPlan(
            sources: [FeedSource(source: feed)], folder: WorkingFolder(root: "/school"), fetcher: fetcher)
        let stage = IngestStage(store: store, fetcher: fetcher, wordsPerMinute: 150)
        _ = try stage.run(plan, isWhole: true, now: Sample.now.adding(seconds: Int64(day) * 86_400))
    }

    /// The item of each article, by the number that its category carries.
    private static func numbered(_ store: Store, _ place: String) throws -> [Int: ItemID] {
        var items: [Int: ItemID] = [:]
        for item in try store.items.items().map(\.item) {
            let number = try #require(item.tags.compactMap { Int($0.dropFirst()) }.first, "\(place)")
            #expect(items[number] == nil, "\(place): article \(number) is two items")
            items[number] = item.id
        }
        return items
    }
}

extension String {
    /// Where a text begins; the end where it does not occur.
    fileprivate func range(of text: String) -> String.Index {
        var start = startIndex
        while start < endIndex, !self[start...].hasPrefix(text) { start = index(after: start) }
        return start
    }
}
