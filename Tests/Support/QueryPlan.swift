import GRDBSQLite

/// How SQLite would go about a statement on a store's file.
public struct QueryPlan {
    /// The lines of `EXPLAIN QUERY PLAN`; nil where the statement is none that this store knows.
    public let lines: [String]

    /// The plan of a statement with nothing bound. There are no statistics, so that it does not depend on what is stored.
    public init?(of sql: String, at path: String) {
        var connection: OpaquePointer?
        defer { sqlite3_close_v2(connection) }
        guard sqlite3_open_v2(path, &connection, SQLITE_OPEN_READWRITE, nil) == SQLITE_OK else { return nil }
        var statement: OpaquePointer?
        defer { sqlite3_finalize(statement) }
        guard sqlite3_prepare_v2(connection, "EXPLAIN QUERY PLAN " + sql, -1, &statement, nil) == SQLITE_OK else {
            return nil
        }
        var lines: [String] = []
        while sqlite3_step(statement) == SQLITE_ROW {
            if let text = sqlite3_column_text(statement, 3) { lines.append(String(cString: text)) }
        }
        self.lines = lines
    }

    /// The tables among some that are read from end to end, or from one end up to some row. `sql`: the statement, for the names
    /// that it gives them.
    public func wholeReads(among tables: Set<String>, in sql: String) -> [String] {
        lines.compactMap { line in
            let words = line.split(separator: " ").map(String.init)
            guard words.count > 1 else { return nil }
            let isRange = line.contains("INTEGER PRIMARY KEY (rowid<") || line.contains("INTEGER PRIMARY KEY (rowid>")
            guard words[0] == "SCAN" || isRange || line.contains("AUTOMATIC") else { return nil }
            let name = words[1]
            if tables.contains(name) { return "\(name): \(line)" }
            let text = sql.split(whereSeparator: { $0.isWhitespace || "(),".contains($0) }).map(String.init)
            let owner = zip(text, text.dropFirst()).first { tables.contains($0) && $1 == name }
            let named = zip(text, zip(text.dropFirst(), text.dropFirst(2))).first {
                tables.contains($0) && $1.0.uppercased() == "AS" && $1.1 == name
            }
            return (owner?.0 ?? named?.0).map { "\($0): \(line)" }
        }
    }
}
