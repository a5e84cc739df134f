import Foundation
import GRDB

/// Every row of every table of a store's file, as text, to compare two states.
enum StoreDump {
    /// The rows by table; `leavingOut` names tables that do not count.
    static func rows(of path: String, leavingOut: Set<String> = []) throws -> [String: [String]] {
        var configuration = GRDB.Configuration()
        configuration.readonly = true
        let queue = try DatabaseQueue(path: path, configuration: configuration)
        return try queue.read { db in
            let tables = try String.fetchAll(
                db,
                sql: "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name")
            var rows: [String: [String]] = [:]
            for table in tables where !leavingOut.contains(table) {
                rows[table] = try Row.fetchAll(db, sql: "SELECT * FROM \(table)").map { "\($0)" }.sorted()
            }
            return rows
        }
    }

    /// Changes a store's file behind its back, as a fault of a disk or another version would.
    static func change(_ path: String, _ sql: String) throws {
        try DatabaseQueue(path: path).write { try $0.execute(sql: sql) }
    }
}
