import Configuration
import Content
import Store
import TestSupport
import Testing

@testable import Ingestion

/// Agency reports that many feeds carry, each edited in its own way, through the whole stage: the reports are linked to
/// their copies and to nothing else, whatever the order of the feeds.
struct CopyHistoryTests {
    /// Some feeds with copies of some reports among articles of their own, and the report each address is of.
    private struct Wire {
        var documents: [String: [UInt8]] = [:]
        var reports: [String: Int] = [:]

        init(feeds: Int, stories count: Int, using random: inout SeededRandom) {
            let stories = (0..<count).map { _ in AgencyStory(sentences: random.number(3...20), using: &random) }
            for feed in 0..<feeds {
                var items: [String] = []
                let own = (0..<4).map { _ in AgencyStory(sentences: random.number(1...12), using: &random) }
                for (number, story) in (own + stories).enumerated() where number < own.count || random.chance(0.5) {
                    let edit = random.pick(AgencyStory.Edit.allCases)
                    let shown = number < own.count ? story : story.edited([edit], using: &random)
                    let address = "https://f\(feed).example/\(number)"
                    reports[address] = number < own.count ? -1 - feed * 10 - number : number
                    let text = shown.text.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
                    items.append(
                        "<item><title>\(shown.title)</title><link>\(address)</link><description>\(text)</description></item>"
                    )
                }
                let rss = "<rss version=\"2.0\"><channel><title>\(feed)</title>\(items.joined())</channel></rss>"
                documents["https://f\(feed).example/feed"] = Array(rss.utf8)
            }
        }
    }

    @Test(arguments: 1...3) func copiesAreLinkedWhateverTheOrderOfFeeds(_ seed: Int) throws {
        var random = SeededRandom(seed: UInt64(seed))
        let wire = Wire(feeds: 5, stories: 6, using: &random)
        var results: [Set<[String]>] = []
        for _ in 0..<3 {
            let store = try Store.inMemory()
            let order = wire.documents.keys.sorted().shuffled(using: &random)
            _ = try IngestStageTests.run(store, wire.documents, sources: order.map { FeedSource(source: $0) })
            let items = try store.items.items()
            let addresses = Dictionary(uniqueKeysWithValues: items.map { ($0.item.id, $0.item.url ?? "") })
            var links: Set<[String]> = []
            for one in items {
                for other in one.nearCopies {
                    links.insert([addresses[one.item.id], addresses[other]].compactMap { $0 }.sorted())
                }
            }
            results.append(links)
        }
        #expect(results[0] == results[1] && results[1] == results[2])
        let copies = Set(
            wire.reports.flatMap { one in
                wire.reports.filter { $0.key > one.key && $0.value == one.value }.map { [one.key, $0.key] }
            })
        #expect(results[0].subtracting(copies).isEmpty, "what is no copy is linked")
        #expect(Double(results[0].count) >= 0.85 * Double(copies.count), "\(results[0].count) of \(copies.count)")
    }
}
