import Content
import GRDB
import JSON

/// Which schools of a district alone read a feed, beside its versions.
enum FeedSchools {
    static let migration = "17 schools of feeds"

    static let schema = """
        -- The schools that alone read it, a line each; null: the whole district.
        ALTER TABLE feedVersion ADD COLUMN schools TEXT;
        """

    /// The schools as they are stored.
    static func text(_ schools: [SchoolName]?) -> String? {
        schools.map { $0.map { $0.text.onOneLine }.joined(separator: "\n") }
    }

    /// The schools of a version. Of what cannot be read none: then it reaches nobody, and never everybody.
    static func read(_ row: Row) -> [SchoolName]? {
        let value: DatabaseValue = row["schools"]
        guard !value.isNull else { return nil }
        return (String.fromDatabaseValue(value) ?? "").split(separator: "\n").compactMap { SchoolName(String($0)) }
    }
}

extension ItemRepository {
    /// Of the items whose feed is of some schools alone, the addresses of the other feeds that had them by a moment, in their order. Where
    /// all feeds reach everybody nothing is read.
    public func otherFeeds(of feeds: [Feed], upTo now: Timestamp) throws(StoreError) -> [ItemID: [String]] {
        let limited = feeds.filter { $0.schools != nil }.map { $0.address }.sorted()
        guard !limited.isEmpty else { return [:] }
        return try StoreError.wrapping("read which feeds have the items of a school") {
            try database.read { db in
                let sql = """
                    SELECT DISTINCT other.item, feed.address FROM itemOrigin own
                        JOIN itemOrigin other ON other.item = own.item AND other.feed != own.feed
                        JOIN feed ON feed.id = other.feed
                        WHERE own.feed IN (SELECT feed.id FROM json_each(?1) JOIN feed ON feed.address = json_each.value)
                            AND other.firstSeen <= ?2
                        ORDER BY other.item, feed.address
                    """
                let rows = try Row.fetchCursor(db, sql: sql, arguments: [try JSONText.of(limited), now.seconds])
                var others: [ItemID: [String]] = [:]
                while let row = try rows.next() {
                    let address: String = row["address"]
                    others[ItemID(rawValue: row["item"]), default: []].append(address)
                }
                return others
            }
        }
    }
}
