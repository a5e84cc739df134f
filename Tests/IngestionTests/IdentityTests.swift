import Content
import FeedParsing
import TestSupport
import Store
import Testing

@testable import Ingestion

/// Rule 2: an item keeps its identity, whatever feeds do.
struct IdentityTests {
    /// What a publisher may do to a feed between two readings without making one article another.
    static let harmless: [(name: String, change: @Sendable (ParsedEntry) -> ParsedEntry)] = [
        ("http becomes https", { with($0) { $0.replacing("http://", with: "https://") } }),
        ("a trailing slash comes", { with($0) { $0 + "/" } }),
        ("a tracking parameter comes", { with($0) { $0 + "?utm_source=rss&fbclid=1" } }),
        ("a fragment comes", { with($0) { $0 + "#comments" } }),
        ("www comes", { with($0) { $0.replacing("://", with: "://www.") } }),
        (
            "a title is corrected",
            { entry in
                var entry = entry
                entry.title = "Corrected: " + (entry.title ?? "")
                return entry
            }
        ),
        (
            "a text is corrected",
            { entry in
                var entry = entry
                entry.content = "Quite other words."
                return entry
            }
        ),
    ]

    static func with(_ entry: ParsedEntry, _ change: (String) -> String) -> ParsedEntry {
        var entry = entry
        entry.link = entry.link.map(change)
        return entry
    }

    static func entries(_ count: Int, guids: Bool) -> [ParsedEntry] {
        (0..<count).map {
            Sample.entry("Title \($0)", id: guids ? "guid-\($0)" : nil, link: "http://x.example/article/\($0)")
        }
    }

    @Test(arguments: [true, false]) func noHarmlessChangeInAnyOrderMakesAnotherItem(_ guids: Bool) throws {
        var random = SeededRandom(seed: guids ? 2 : 3)
        for _ in 0..<25 {
            let store = try Store.inMemory()
            let original = Self.entries(8, guids: guids)
            try Sample.record(original, in: store)
            let before = Set(try store.items.items().map(\.item.id))
            #expect(before.count == 8)
            for _ in 0..<5 {
                var said: [String] = []
                var entries = original
                for index in entries.indices where Bool.random(using: &random) {
                    let (name, change) = Self.harmless.randomElement(using: &random) ?? Self.harmless[0]
                    entries[index] = change(entries[index])
                    said.append(name)
                }
                entries.shuffle(using: &random)
                try Sample.record(Array(entries.prefix(Int.random(in: 1...8, using: &random))), in: store)
                #expect(Set(try store.items.items().map(\.item.id)) == before, "\(said)")
            }
        }
    }

    @Test func aGuidKeepsAnItemWhoseAddressAndTitleChange() throws {
        let store = try Store.inMemory()
        try Sample.record([Sample.entry("Old", id: "7", link: "http://x.example/old")], in: store)
        let id = try #require(try Sample.identities(store)["Old"])
        try Sample.record([Sample.entry("New", id: "7", link: "http://x.example/new")], in: store)
        #expect(try Sample.identities(store) == ["New": id])
    }

    @Test func aGuidThatIsAnAddressIsComparedLikeOne() throws {
        let store = try Store.inMemory()
        try Sample.record([Sample.entry("A", id: "http://x.example/?p=7", link: "http://x.example/a")], in: store)
        try Sample.record([Sample.entry("A", id: "https://x.example/?p=7", link: "http://x.example/b")], in: store)
        #expect(try store.items.items().count == 1)
    }

    @Test func guidsThatDifferInTheirFragmentOnlyAreDifferentItems() throws {
        let store = try Store.inMemory()
        let page = "https://x.example/changes"
        let entries = (1...4).map { Sample.entry("Version \($0)", id: "\(page)#v\($0)", link: page) }
        try Sample.record(entries, in: store)
        #expect(try store.items.items().count == 4)
        try Sample.record(entries.reversed(), in: store)
        #expect(try store.items.items().count == 4)
    }

    @Test func anItemKeepsItsIdentityWhenItsGuidBeginsOrCeasesToBeRepeated() throws {
        let x = Sample.entry("X", id: "same", link: "http://x.example/x")
        let y = Sample.entry("Y", id: "same", link: "http://x.example/y")
        let z = Sample.entry("Z", id: "same", link: "http://x.example/z")
        let histories: [[[ParsedEntry]]] = [
            [[x], [x, y], [y], [x]], [[x, y], [y], [x], [y, x]], [[x, y, z], [z], [y, z], [x]],
            [[x], [y, x], [x, z, y], [z]],
        ]
        for history in histories {
            let store = try Store.inMemory()
            var known: [String: ItemID] = [:]
            for document in history {
                try Sample.record(document, in: store)
                let now = try Sample.identities(store)
                for (title, id) in known {
                    #expect(now[title] == id, "\(title) in \(history.map { $0.compactMap(\.title) })")
                }
                known = now
            }
            #expect(Set(known.values).count == known.count)
            #expect(try store.items.items().count == known.count)
            #expect(known.count == Set(history.joined().compactMap(\.title)).count)
        }
    }

    @Test(arguments: [true, false]) func entriesThatAllLinkToOnePageStayDifferent(_ guids: Bool) throws {
        let store = try Store.inMemory()
        let entries = (0..<5).map {
            Sample.entry("Title \($0)", id: guids ? "g\($0)" : nil, link: "https://x.example/today")
        }
        try Sample.record(entries, in: store)
        let known = try Sample.identities(store)
        #expect(known.count == 5)
        try Sample.record(entries.reversed(), in: store)
        #expect(try Sample.identities(store) == known)
    }

    @Test func entriesThatLinkToOnePageOneAfterAnotherStayDifferentByTheirGuids() throws {
        let store = try Store.inMemory()
        for number in 0..<5 {
            try Sample.record(
                [Sample.entry("Title \(number)", id: "g\(number)", link: "https://x.example/today")], in: store)
        }
        #expect(try store.items.items().count == 5)
    }

    @Test func entriesWithoutGuidAtOnePageKeepTheirIdentityWhenOneIsLeft() throws {
        let store = try Store.inMemory()
        let a = Sample.entry("A", link: "http://x.example/today")
        let b = Sample.entry("B", link: "http://x.example/today")
        try Sample.record([a], in: store)
        var known = try Sample.identities(store)
        for document in [[a, b], [b], [a], [b, a], [Sample.entry("C", link: "https://www.x.example/today/")], [a]] {
            try Sample.record(document, in: store)
            let now = try Sample.identities(store)
            for (title, id) in known { #expect(now[title] == id, "\(title)") }
            known = now
        }
        #expect(known.count == 3 && Set(known.values).count == 3)
    }

    @Test func oneGuidForAllAtOnePageStillTellsThemApart() throws {
        let store = try Store.inMemory()
        let entries = (0..<4).map { Sample.entry("Title \($0)", id: "1", link: "http://x.example/") }
        for document in [entries, [entries[2]], entries.reversed(), [entries[0], entries[3]]] {
            try Sample.record(document, in: store, homePage: "http://x.example")
            #expect(try Sample.identities(store).count == 4)
        }
        #expect(try store.items.items().count == 4)
    }

    @Test func twoThatWereTakenForOneAreTwoOnceTheyStandTogether() throws {
        let a = Sample.entry("A", id: "1", link: "http://x.example/a")
        let b = Sample.entry("B", id: "1", link: "http://x.example/b")
        for together in [[a, b], [b, a]] {
            let store = try Store.inMemory()
            for document in [[a], [b], together, [a], [b]] { try Sample.record(document, in: store) }
            #expect(try store.items.items().count == 2)
            #expect(try Sample.identities(store).keys.sorted() == ["A", "B"])
        }
    }

    @Test func newGuidsForAllMakeNoNewItemsWhereTitleAndDateStay() throws {
        let store = try Store.inMemory()
        var entries = Self.entries(5, guids: true)
        for index in entries.indices { entries[index].published = Sample.now.adding(seconds: Int64(-index * 60)) }
        try Sample.record(entries, in: store)
        let known = try Sample.identities(store)
        for index in entries.indices { entries[index].id = "urn:anew:\(index)" }
        try Sample.record(entries, in: store)
        #expect(try Sample.identities(store) == known)
    }

    @Test func theWordOfTheDayOnTheHomePageIsAnotherEachDay() throws {
        let store = try Store.inMemory()
        for (day, word) in ["Fern", "Lamp", "Stone"].enumerated() {
            let entry = Sample.entry("Word of the day", link: "http://x.example/", content: "\(word): what it means.")
            try Sample.record([entry], in: store, homePage: "http://x.example")
            #expect(try store.items.items().count == day + 1)
        }
    }

    @Test func anArticleListedTwiceIsThereInItsLaterState() throws {
        for order in [[0, 1], [1, 0]] {
            let store = try Store.inMemory()
            var states = [Sample.entry("A", id: "1", content: "Old."), Sample.entry("A", id: "1", content: "New.")]
            for index in states.indices { states[index].updated = Sample.now.adding(seconds: Int64(index)) }
            for _ in 0..<3 { try Sample.record(order.map { states[$0] }, in: store) }
            #expect(try store.items.items().map(\.item.text) == ["New."])
            #expect(try store.marks().items == 1)
        }
    }

    @Test func namesOfAnyLengthAreKept() throws {
        let store = try Store.inMemory()
        let long = String(repeating: "long", count: 50_000)
        let entries = ["a", "b"].map { Sample.entry($0, id: long + $0, link: "http://x.example/\(long)\($0)") }
        for _ in 0..<2 { try Sample.record(entries, in: store) }
        #expect(try Sample.identities(store).count == 2 && store.items.items().count == 2)
    }

    @Test func theFeedsOwnPageTellsNoArticle() throws {
        let store = try Store.inMemory()
        for number in 0..<3 {
            let entry = Sample.entry("Title \(number)", link: "https://x.example/")
            try Sample.record([entry], in: store, homePage: "http://x.example")
        }
        #expect(try store.items.items().count == 3)
    }

    @Test func withoutGuidAndAddressTheTextDecides() throws {
        let store = try Store.inMemory()
        try Sample.record(
            [Sample.entry("The River", content: "It rises."), Sample.entry("The Sea", content: "It falls.")], in: store)
        let known = try Sample.identities(store)
        #expect(known.count == 2)
        // Case, blanks and punctuation make no other text.
        try Sample.record(
            [Sample.entry("the  sea!", content: "It - falls"), Sample.entry("The River", content: "It rises.")],
            in: store)
        #expect(Set(try Sample.identities(store).values) == Set(known.values))
        try Sample.record([Sample.entry("The Sea", content: "It rises.")], in: store)
        #expect(try store.items.items().count == 3)
    }

    @Test func oneArticleInTwoFeedsIsOneItemAndTwoArticlesWithOneGuidAreTwo() throws {
        let store = try Store.inMemory()
        try Sample.record([Sample.entry("A", id: "1", link: "https://x.example/a")], in: store)
        try Sample.record(
            [Sample.entry("A again", id: "77", link: "http://www.x.example/a/?utm_source=y")], in: store,
            feed: "https://y.example/feed")
        #expect(try store.items.items().count == 1)
        #expect(try store.items.itemCounts() == ["https://x.example/feed": 1, "https://y.example/feed": 1])
        try Sample.record(
            [Sample.entry("B", id: "1", link: "https://y.example/b")], in: store, feed: "https://y.example/feed")
        #expect(try store.items.items().count == 2)
    }

    @Test func aFeedThatMovesToHttpsKeepsItsItems() throws {
        let store = try Store.inMemory()
        let entries = [Sample.entry("A", id: "1"), Sample.entry("B", id: "2")]
        try Sample.record(entries, in: store, feed: "http://x.example/feed")
        try Sample.record(entries, in: store, feed: "https://x.example/feed")
        #expect(try store.items.items().count == 2)
    }

    @Test func theSameLongTextInTwoFeedsIsLinkedAsACopy() throws {
        let store = try Store.inMemory()
        let text = String(repeating: "The fish sleep with one eye open near the shore. ", count: 4)
        try Sample.record([Sample.entry("Fish", id: "1", link: "https://x.example/a", content: text)], in: store)
        try Sample.record(
            [Sample.entry("FISH", id: "1", link: "https://y.example/b", content: text + "\n")], in: store,
            feed: "https://y.example/feed")
        let items = try store.items.items()
        #expect(items.count == 2)
        #expect(items.map(\.nearCopies) == [[items[1].item.id], [items[0].item.id]])
    }
}
