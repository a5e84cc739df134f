import Content
import FeedParsing
import GRDB
import Testing

@testable import Ingestion
@testable import Store

/// What an article is called changes; the article stays the one that was given.
struct ArticleNameTests {
    private func count(_ readings: [[ParsedEntry]]) throws -> Int {
        let store = try Store.inMemory()
        for entries in readings { try Sample.record(entries, in: store) }
        return try store.items.items().count
    }

    private func story(_ guid: String, _ title: String) -> ParsedEntry {
        Sample.entry(title, id: guid, link: "https://n.example/news/c1?at_medium=RSS")
    }

    @Test func aNumberBehindTheAddressCountsItsEdits() throws {
        let readings = ["#0", "#1", "#12"].map { [story("https://n.example/news/c1" + $0, "Edited \($0)")] }
        #expect(try count(readings) == 1)
    }

    @Test func partsOfOnePageStayApart() throws {
        let parts = (1...3).map {
            Sample.entry("Part \($0)", id: "https://n.example/log#\($0)", link: "https://n.example/log#\($0)")
        }
        #expect(try count([parts, parts]) == 3)
        // Even where the links say nothing of the part.
        let bare = (1...3).map {
            Sample.entry("Part \($0)", id: "https://n.example/log#\($0)", link: "https://n.example/log")
        }
        #expect(try count([bare, bare]) == 3)
        let versions = [1, 2].map {
            Sample.entry("V \($0)", id: "https://n.example/a#version-\($0)", link: "https://n.example/a")
        }
        #expect(try count([versions]) == 2)
    }

    @Test func whatAnOlderVersionKeptIsFoundAgain() throws {
        let store = try Store.inMemory()
        let counted = story("https://n.example/news/c1#3", "Bridge shut")
        let escaped = Sample.entry("Café", link: "https://e.example/caf%c3%a9/1")
        try Sample.record([counted, escaped], in: store)
        // The names as they were written then.
        try store.database.write { db in
            try db.execute(sql: "UPDATE itemKey SET key = key || '#3' WHERE key LIKE 'guid:%news/c1'")
            try db.execute(sql: "UPDATE itemOrigin SET guid = guid || '#3' WHERE guid LIKE 'guid:%news/c1'")
            try db.execute(
                sql:
                    "DELETE FROM itemKey WHERE key GLOB '*caf%C3*' OR key NOT GLOB 'url:*' AND key NOT GLOB 'guid:*'")
        }
        try Sample.record(
            [
                story("https://n.example/news/c1#4", "Bridge stays shut"),
                Sample.entry("Café!", link: escaped.link, content: "Other."),
            ],
            in: store)
        #expect(try store.items.items().count == 2)
    }

    @Test func aZeroDateIsNone() throws {
        let store = try Store.inMemory()
        for (number, date) in [
            (0, Timestamp(seconds: 0)), (1, Timestamp(year: 1, month: 1, day: 1)), (2, Timestamp(seconds: -3_600)),
        ] {
            var entry = Sample.entry("T \(number)", id: "\(number)")
            entry.published = date
            try Sample.record([entry], in: store)
        }
        #expect(try store.items.items().map { $0.item.published } == [Sample.now, Sample.now, Sample.now])
        var late = Sample.entry("T 3", id: "3")
        late.published = Timestamp(seconds: 0)
        late.updated = Sample.now.adding(seconds: -60)
        try Sample.record([late], in: store)
        #expect(try store.items.items().first { $0.item.title == "T 3" }?.item.published == late.updated)
    }
}
