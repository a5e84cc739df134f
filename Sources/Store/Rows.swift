import Content
import Foundation
import GRDB

/// Columns in the words of `Content`.
extension Row {
    func timestamp(_ column: String) -> Timestamp { Timestamp(seconds: self[column]) }

    /// A list of texts. A tag that is not understood may be one that must not come, so it is never left out.
    func strings(_ column: String, of table: String) throws(StoreError) -> [String] {
        // Most articles name no author or no tag: they need no decoder, which costs in a large archive.
        if (self[column] as String?) == "[]" { return [] }
        return try StrictRow(self, of: table).json([String].self, column)
    }
}

extension Row {
    /// Bytes, copied once; where a row is read by a cursor, straight from the database.
    func bytes(_ column: String) throws -> [UInt8] { try withUnsafeData(named: column) { $0.map { Array($0) } ?? [] } }
}

extension [UInt8] {
    /// The bytes as SQLite stores them.
    var databaseData: Data { Data(self) }
}
