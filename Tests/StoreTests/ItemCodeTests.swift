import Content
import ContentDigest
import GRDB
import Testing

@testable import Store

/// Printed codes are unique, also where their first five characters meet.
struct ItemCodeTests {
    @Test func aTakenCodeMakesALongerOne() throws {
        let store = try Store.inMemory()
        let entry = Sample.entry("a")
        let digest = ContentDigest(of: [ContentDigest(of: [entry.keys.guid ?? ""]).hex])
        // Items that hold the codes of five, six and seven characters already.
        for length in 5...7 {
            try store.database.write { db in
                try db.execute(
                    sql: "INSERT INTO item (id, code, firstSeen) VALUES (?, ?, 0)",
                    arguments: ["taken\(length)", digest.code(length: length)])
            }
        }
        _ = try store.items.record(Sample.science, items: [entry], validators: nil, at: Sample.now, in: .unguarded)
        #expect(try store.items.items().map(\.item.code.rawValue) == [digest.code(length: 8)])
        #expect(try store.items.item(named: digest.code(length: 8))?.title == entry.title)
    }

    @Test func manyItemsHaveCodesOfTheirOwn() throws {
        let store = try Store.inMemory()
        let entries = (0..<12_000).map { Sample.entry("item \($0)") }
        let counts = try store.items.record(
            Sample.science, items: entries, validators: nil, at: Sample.now, in: .unguarded)
        #expect(counts.new == entries.count)
        let codes = try store.items.items().map(\.item.code.rawValue)
        #expect(Set(codes).count == entries.count)
        #expect(codes.allSatisfy { (5...7).contains($0.count) })
        #expect(codes.contains { $0.count > 5 }, "of 12,000 some meet in five characters")
    }

    @Test func theOrderOfEntriesDoesNotChangeTheirCodes() throws {
        let entries = (0..<200).map { Sample.entry("item \($0)") }
        func codes(_ entries: [IncomingItem]) throws -> [String: String] {
            let store = try Store.inMemory()
            _ = try store.items.record(Sample.science, items: entries, validators: nil, at: Sample.now, in: .unguarded)
            return Dictionary(
                uniqueKeysWithValues: try store.items.items().map { ($0.item.title, $0.item.code.rawValue) })
        }
        #expect(try codes(entries) == codes(entries.reversed()))
    }
}
