import Content
import GRDB
import Testing

@testable import Store

/// Items are kept by appending versions; the same item never becomes two.
struct ItemVersionTests {
    private func count(_ store: Store, _ table: String) throws -> Int {
        try store.database.read { try Int.fetchOne($0, sql: "SELECT COUNT(*) FROM \(table)") ?? -1 }
    }

    @Test func anItemIsReadBackAsItWasRecorded() throws {
        let store = try Store.inMemory()
        let entry = Sample.entry("a", published: Sample.later(-2))
        let counts = try store.items.record(
            Sample.science, items: [entry], validators: nil, at: Sample.now, in: .unguarded)
        #expect(counts.new == 1 && counts.changed == 0 && counts.unchanged == 0)
        let item = try #require(try store.items.items().first?.item)
        #expect(item.title == entry.title && item.text == entry.text && item.summary == entry.summary)
        #expect(item.authors == ["Ann"] && item.tags == ["tag", "täg"] && item.level == 4.5)
        #expect(item.url == "https://x.example/a" && item.feed == Sample.science.address && item.feedTitle == "Science")
        #expect(item.published == Sample.later(-2) && item.firstSeen == Sample.now)
        #expect(item.version == 1 && item.id.rawValue.count == 64 && item.code.rawValue.count == 5)
        for name in [item.code.rawValue, item.code.rawValue.lowercased(), "https://x.example/a", item.id.rawValue] {
            #expect(try store.items.item(named: name) == item)
        }
        #expect(try store.items.item(named: "https://x.example/b") == nil)
        #expect(try store.items.items(versions: [1, 7]) == [1: item])
    }

    @Test func seenAgainItIsANewVersionOfTheSameItem() throws {
        let store = try Store.inMemory()
        _ = try store.items.record(
            Sample.science, items: [Sample.entry("a")], validators: nil, at: Sample.now, in: .unguarded)
        let before = try store.marks()
        let corrected = Sample.entry("a", title: "Corrected")
        let counts = try store.items.record(
            Sample.science, items: [corrected], validators: nil, at: Sample.later(1), in: .unguarded)
        #expect(counts.changed == 1 && counts.new == 0)
        let items = try store.items.items()
        #expect(items.map(\.item.title) == ["Corrected"])
        #expect(items.map(\.item.firstSeen) == [Sample.now])
        #expect(try store.items.items(asOf: before).map(\.item.title) == ["About a"])
        #expect(try store.items.items(asOf: before).map(\.item.id) == items.map(\.item.id))
        #expect(try store.items.items(versions: [1, 2]).mapValues(\.title) == [1: "About a", 2: "Corrected"])
    }

    @Test func unchangedContentAppendsNothing() throws {
        let store = try Store.inMemory()
        let entries = ["a", "b", "c"].map { Sample.entry($0, published: Sample.later(-1)) }
        _ = try store.items.record(Sample.science, items: entries, validators: nil, at: Sample.now, in: .unguarded)
        let marks = try store.marks()
        let counts = try store.items.record(
            Sample.science, items: entries.reversed() + entries, validators: nil, at: Sample.later(1), in: .unguarded)
        #expect(counts.unchanged == 6 && counts.new == 0 && counts.changed == 0)
        #expect(try store.marks() == marks)
        #expect(try (count(store, "item"), count(store, "itemOrigin"), count(store, "itemVersion")) == (3, 3, 3))
    }

    @Test(arguments: [nil, 1, 400])
    func aMissingOrFutureDateIsTheFirstSeenTimeAndStaysSo(_ daysAhead: Int?) throws {
        let store = try Store.inMemory()
        let stated = daysAhead.map { Sample.later($0) }
        for (day, title) in [(0, "One"), (0, "Two"), (3, "Two")] {
            let entry = Sample.entry("a", title: title, published: stated)
            _ = try store.items.record(
                Sample.science, items: [entry], validators: nil, at: Sample.later(day), in: .unguarded)
            #expect(try store.items.items().map(\.item.published) == [Sample.now])
        }
    }

    @Test func aDateOfThisVeryMomentIsKept() throws {
        let store = try Store.inMemory()
        let entry = Sample.entry("a", published: Sample.now)
        _ = try store.items.record(Sample.science, items: [entry], validators: nil, at: Sample.now, in: .unguarded)
        #expect(try store.items.items().map(\.item.published) == [Sample.now])
    }

    @Test func oneArticleInTwoFeedsIsOneItemWithTwoOrigins() throws {
        let store = try Store.inMemory()
        _ = try store.items.record(
            Sample.science, items: [Sample.entry("a", url: "same")], validators: nil, at: Sample.now, in: .unguarded)
        let elsewhere = Sample.entry("z", feed: Sample.news, title: "Other words", url: "same")
        let counts = try store.items.record(
            Sample.news, items: [elsewhere], validators: nil, at: Sample.now, in: .unguarded)
        #expect(counts.unchanged == 1)
        #expect(try store.items.items().map(\.item.title) == ["About a"], "the first feed speaks for it")
        #expect(try store.items.itemCounts() == [Sample.science.address: 1, Sample.news.address: 1])
    }

    @Test func everyPartOfWhatAnItemSaysMakesAVersion() throws {
        let changes: [(inout IncomingItem) -> Void] = [
            { $0.title = "T" }, { $0.summary = "x" }, { $0.text = "x" }, { $0.url = "https://x.example/q" },
            { $0.authors = [] }, { $0.tags = ["tag"] }, { $0.authors = ["Ann", "tag"] }, { $0.language = "es" },
            { $0.image = "https://x.example/i" }, { $0.published = Sample.later(-3) }, { $0.minutes = 2 },
            { $0.level = nil },
        ]
        let store = try Store.inMemory()
        _ = try store.items.record(
            Sample.science, items: [Sample.entry("a")], validators: nil, at: Sample.now, in: .unguarded)
        for (index, change) in changes.enumerated() {
            var entry = Sample.entry("a")
            change(&entry)
            let counts = try store.items.record(
                Sample.science, items: [entry], validators: nil, at: Sample.now, in: .unguarded)
            #expect(counts.changed == 1, "change \(index)")
        }
    }
}
