import Foundation
import GRDB

/// Every row of a store, as text, to compare two states.
enum StoreRows {
    /// All tables but `leavingOut`.
    static func text(_ path: String, leavingOut: Set<String> = ["deskSession", "deskInvitation"]) throws -> String {
        var configuration = GRDB.Configuration()
        configuration.readonly = true
        return try DatabaseQueue(path: path, configuration: configuration).read { db in
            let tables = try String.fetchAll(
                db,
                sql: "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name")
            return try tables.filter { !leavingOut.contains($0) }.map { table in
                let rows = try Row.fetchAll(db, sql: "SELECT * FROM \(table)").map { "\($0)" }.sorted()
                return table + "\n" + rows.joined(separator: "\n")
            }.joined(separator: "\n\n")
        }
    }
}
