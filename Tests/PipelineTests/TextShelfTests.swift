import Content
@testable import Phrases
@testable import Pipeline
import ScorerKit
@testable import Store
import TestSupport
import Testing
@testable import TextAnalysis
@testable import UseCases

/// What is read once is kept, and the model made of it is the one that reading anew would make.
struct TextShelfTests {
    private static func add(_ bodies: [String], from first: Int, to store: Store) throws {
        let feed = Feed(address: "https://feeds.example.org/science", title: "Science", audience: 0)
        let items = bodies.enumerated().map { offset, body in
            let name = "\(first + offset)"
            return IncomingItem(
                keys: ItemKeys(
                    names: [ItemName(.guid, "guid:\(name)")], full: "guid:\(name)", scope: feed.address,
                    guid: "guid:\(name)", isDated: true),
                url: nil, title: "Article \(name)", summary: "", text: body, authors: [], tags: [], language: "en",
                image: nil, published: Timestamp(year: 2026, month: 9, day: 7, hour: 6), words: 7, minutes: 1,
                level: nil)
        }
        _ = try store.items.record(
            feed, items: items, validators: nil, at: Timestamp(year: 2026, month: 9, day: 7, hour: 6), in: .unguarded)
    }

    private static func batch(_ store: Store, asOf marks: StoreMarks = .all) throws -> ItemBatch {
        try ItemBatch(
            store.items.items(asOf: marks).map { $0.item }, now: Timestamp(year: 2026, month: 9, day: 7, hour: 6)
        ) { items throws(StoreError) in
            try TextShelf(store: store).model(of: items, asOf: marks, table: nil)
        }
    }

    @Test func theModelOfTheShelfIsTheOneThatReadingAnewMakes() throws {
        let store = try Store.inMemory()
        try Self.add(TopicTexts.bodies(350, seed: 8), from: 0, to: store)
        try TextShelf(store: store).catchUp()
        let kept = try Self.batch(store)
        let anew = ItemBatch(kept.items, now: Timestamp(year: 2026, month: 9, day: 7, hour: 6))
        let (keptPlaces, newPlaces) = (try #require(kept.text.places), try #require(anew.text.places))
        // Words are numbered in another order, so that sums differ in the last bits only.
        for item in stride(from: 0, to: 350, by: 7) {
            #expect(abs(kept.text.norms[item] - anew.text.norms[item]) < 1e-4)
            let cosine = kept.text.vectors[item].cosine(to: kept.text.vectors[3])
            #expect(abs(cosine - anew.text.vectors[item].cosine(to: anew.text.vectors[3])) < 1e-5)
            let near = keptPlaces.nearness(of: item, to: keptPlaces.place(of: 3))
            #expect(abs(near - newPlaces.nearness(of: item, to: newPlaces.place(of: 3))) < 2e-2)
        }
        #expect(kept.phrases.matches(of: Phrase("comets")).items == anew.phrases.matches(of: Phrase("comets")).items)
    }

    @Test func whatIsOldIsNotReadAgain() throws {
        let store = try Store.inMemory()
        try Self.add(TopicTexts.bodies(320, seed: 8), from: 0, to: store)
        let first = try TextShelf(store: store).catchUp()
        let rows = try store.texts.rows()
        let space = try #require(try store.texts.space())
        #expect(rows.count == 320)
        #expect(try store.texts.versionsWithoutRow().isEmpty)
        #expect(try store.texts.places(in: space.number).count == 320)
        try Self.add(["a brand new telescope"], from: 320, to: store)
        #expect(try store.texts.versionsWithoutRow().count == 1)
        let second = try TextShelf(store: store).catchUp()
        #expect(Array(second.forms.prefix(first.count)) == first.forms && second.count > first.count)
        #expect(try store.texts.rows().filter { rows[$0.key] != nil } == rows)
        #expect(try store.texts.space() == space, "the archive has not outgrown it")
        #expect(try store.texts.places(in: space.number).count == 321)
    }

    @Test func anEarlierRunIsExplainedWithTheSpaceThatItHad() throws {
        let store = try Store.inMemory()
        try Self.add(TopicTexts.bodies(320, seed: 8), from: 0, to: store)
        try TextShelf(store: store).catchUp()
        let marks = try store.marks()
        let before = try Self.batch(store, asOf: marks)
        try Self.add(TopicTexts.bodies(200, seed: 9), from: 320, to: store)
        try TextShelf(store: store).catchUp()
        #expect(try Self.batch(store).text.places?.space.learntFrom == 520)
        let again = try Self.batch(store, asOf: marks)
        #expect(again.text.places?.space == before.text.places?.space)
        #expect(again.text.places?.values == before.text.places?.values)
        #expect(again.text.vectors == before.text.vectors)
    }

    @Test func aSmallArchiveNeedsNoSpace() throws {
        let store = try Store.inMemory()
        try Self.add(TopicTexts.bodies(20, seed: 8), from: 0, to: store)
        try TextShelf(store: store).catchUp()
        #expect(try store.texts.space() == nil)
        #expect(try Self.batch(store).text.places == nil)
    }
}
