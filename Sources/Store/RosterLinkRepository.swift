import Content
import GRDB

/// The links between a roster's own ids that are kept for a later import of changes alone.
public struct RosterLinkRepository: Sendable {
    let database: any DatabaseWriter

    /// All links, by table and id.
    public func all() throws(StoreError) -> [RosterLink] {
        try StoreError.wrapping("read the links of the roster") {
            try database.read { db in
                let rows = try Row.fetchCursor(
                    db, sql: "SELECT \"table\", id, text FROM rosterLink ORDER BY \"table\", id")
                var links: [RosterLink] = []
                while let row = try rows.next() {
                    let strict = StrictRow(row, of: "rosterLink", name: (row["id"] as String?) ?? "without an id")
                    links.append(
                        RosterLink(
                            table: try strict.text("table"), id: try strict.text("id"), text: try strict.text("text")))
                }
                return links
            }
        }
    }

    /// Puts links in the place of all that are there.
    public func replace(with links: [RosterLink], in scope: borrowing WriteScope) throws(StoreError) {
        try StoreError.wrapping("store the links of the roster") {
            try database.write { db in
                try db.execute(sql: "DELETE FROM rosterLink")
                let statement = try db.cachedStatement(sql: "INSERT OR REPLACE INTO rosterLink VALUES (?, ?, ?)")
                for link in links { try statement.execute(arguments: [link.table, link.id, link.text]) }
            }
        }
    }
}
