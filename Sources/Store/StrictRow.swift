import Content
import GRDB
import JSON

/// A row of the store that is read strictly: what is not understood is an error that names the row, never a missing line.
struct StrictRow {
    let row: Row
    let table: String
    /// What tells the row from others: `7`, `weekly 2026-09-07`.
    let name: String

    /// A row of a table that is numbered.
    init(_ row: Row, of table: String) {
        self.init(row, of: table, name: (row["number"] as Int64?).map { "\($0)" } ?? "without a number")
    }

    /// A row by what names it.
    init(_ row: Row, of table: String, name: String) {
        self.row = row
        self.table = table
        self.name = name
    }

    /// A text.
    func text(_ column: String) throws(StoreError) -> String {
        guard let text = try optionalText(column) else { throw error(column) }
        return text
    }

    /// A text, or nil for none.
    func optionalText(_ column: String) throws(StoreError) -> String? {
        let value = row[column] as DatabaseValue? ?? .null
        if value.isNull { return nil }
        guard case .string(let text) = value.storage else { throw error(column) }
        return text
    }

    /// A whole number.
    func number(_ column: String) throws(StoreError) -> Int64 {
        guard let number = try optionalNumber(column) else { throw error(column) }
        return number
    }

    /// A whole number, or nil for none.
    func optionalNumber(_ column: String) throws(StoreError) -> Int64? {
        let value = row[column] as DatabaseValue? ?? .null
        if value.isNull { return nil }
        guard case .int64(let number) = value.storage else { throw error(column) }
        return number
    }

    /// A yes or a no.
    func flag(_ column: String) throws(StoreError) -> Bool {
        switch try number(column) {
        case 0: return false
        case 1: return true
        default: throw error(column)
        }
    }

    /// A moment.
    func moment(_ column: String) throws(StoreError) -> Timestamp { Timestamp(seconds: try number(column)) }

    /// A moment, or nil for none.
    func optionalMoment(_ column: String) throws(StoreError) -> Timestamp? {
        try optionalNumber(column).map { Timestamp(seconds: $0) }
    }

    /// A text that stands for a value, as `read` understands it.
    func value<Value>(_ column: String, _ read: (String) -> Value?) throws(StoreError) -> Value {
        guard let value = read(try text(column)) else { throw error(column) }
        return value
    }

    /// A value that is kept as JSON.
    func json<Value: Decodable>(_ type: Value.Type, _ column: String) throws(StoreError) -> Value {
        let text = try text(column)
        do { return try JSONText.value(type, of: text, rules: .own) } catch { throw self.error(column) }
    }

    /// That a column is not understood.
    func error(_ column: String) -> StoreError { .notUnderstood(table: table, row: name, column: column) }
}
