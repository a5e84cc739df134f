import Content
import GRDB

/// The licences of item versions, as their feeds say them: what a publisher allows beyond reading.
enum Licenses {
    static let schema = """
        CREATE TABLE itemLicense (
            version INTEGER PRIMARY KEY REFERENCES itemVersion(number),
            license TEXT NOT NULL
        );
        """

    /// Keeps the licence of the version that was just appended.
    static func keep(_ license: String?, in db: Database) throws {
        guard let license else { return }
        try db.cachedStatement(sql: "INSERT OR REPLACE INTO itemLicense (version, license) VALUES (?, ?)")
            .execute(arguments: [db.lastInsertedRowID, license])
    }

    /// Gives a version the licence of another that says the same.
    static func carry(from version: Int64, to new: Int64, in db: Database) throws {
        try db.cachedStatement(
            sql:
                "INSERT OR REPLACE INTO itemLicense (version, license) SELECT ?, license FROM itemLicense WHERE version = ?"
        ).execute(arguments: [new, version])
    }
}

extension ItemRepository {
    /// The licences of some item versions, by the versions' numbers; a version without one is left out.
    public func licenses(versions: Set<Int64>) throws(StoreError) -> [Int64: String] {
        try StoreError.wrapping("read the licences of items") {
            try database.read { db in
                let statement = try db.cachedStatement(sql: "SELECT license FROM itemLicense WHERE version = ?")
                var licenses: [Int64: String] = [:]
                for version in versions {
                    licenses[version] = try String.fetchOne(statement, arguments: [version])
                }
                return licenses
            }
        }
    }
}
