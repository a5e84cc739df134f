import Content
import GRDB
import Testing

@testable import Store

/// The links of a roster, for a later import of changes alone.
struct RosterLinkTests {
    private static let links = [
        RosterLink(table: "manifest", id: "version", text: "1.1"), RosterLink(table: "users", id: "é", text: "b"),
        RosterLink(table: "users", id: "z", text: "a"), RosterLink(table: "classes", id: "c", text: "d"),
    ]

    @Test func whatIsPutThereIsThereWhateverItsOrder() throws {
        let store = try Store.inMemory()
        try store.rosterLinks.replace(with: Self.links, in: .unguarded)
        #expect(Set(try store.rosterLinks.all()) == Set(Self.links))
        func changes() throws -> Int {
            try store.database.read { try Int.fetchOne($0, sql: "SELECT total_changes()") ?? 0 }
        }
        let before = try changes()
        try store.rosterLinks.replace(with: Self.links.reversed(), in: .unguarded)
        #expect(try changes() == before)
        try store.rosterLinks.replace(with: [Self.links[1]], in: .unguarded)
        #expect(try store.rosterLinks.all() == [Self.links[1]])
    }

    @Test func aLinkThatIsNotUnderstoodIsAnErrorThatNamesTheRow() throws {
        let store = try Store.inMemory()
        try store.rosterLinks.replace(with: Self.links, in: .unguarded)
        try store.database.write { try $0.execute(sql: "UPDATE rosterLink SET text = x'00' WHERE id = 'z'") }
        let error = #expect(throws: StoreError.self) { try store.rosterLinks.all() }
        #expect(error?.description.contains("row z of 'rosterLink'") == true)
    }
}
