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

    /// Puts links in the place of all that are there. Where they are the same nothing is written.
    public func replace(with links: [RosterLink], in scope: borrowing WriteScope) throws(StoreError) {
        try StoreError.wrapping("store the links of the roster") {
            try database.write { db in
                if try Self.areThere(links, in: db) { return }
                try db.execute(sql: "DELETE FROM rosterLink")
                let statement = try db.cachedStatement(sql: "INSERT OR REPLACE INTO rosterLink VALUES (?, ?, ?)")
                for link in links { try statement.execute(arguments: [link.table, link.id, link.text]) }
            }
        }
    }

    private static func areThere(_ links: [RosterLink], in db: Database) throws -> Bool {
        let rows = try Row.fetchCursor(db, sql: "SELECT \"table\", id, text FROM rosterLink ORDER BY \"table\", id")
        // As the database orders texts: by their bytes.
        let order = links.indices.sorted { one, other in
            let (one, other) = (links[one], links[other])
            if one.table != other.table { return one.table.utf8.lexicographicallyPrecedes(other.table.utf8) }
            return one.id.utf8.lexicographicallyPrecedes(other.id.utf8)
        }
        var place = 0
        while let row = try rows.next() {
            guard place < order.count else { return false }
            let link = links[order[place]]
            guard row["table"] == link.table, row["id"] == link.id, row["text"] == link.text else { return false }
            place += 1
        }
        return place == links.count
    }
}
