import Content
import GRDB

/// The articles of the school's own: books, worksheets and pages that somebody has added. They are items like all others, of feeds
/// that no document stands behind.
public struct OwnItemRepository: Sendable {
    static let migration = "12 evergreen feeds"

    /// The highest grade that a feed is meant for.
    static let rangeMigration = "15 ages of feeds"
    static let rangeSchema = """
        ALTER TABLE feedVersion ADD COLUMN audienceTo INTEGER CHECK (audienceTo BETWEEN 0 AND 13);
        """

    static let schema = """
        -- Whether the articles of a feed have no age.
        ALTER TABLE feedVersion ADD COLUMN evergreen INTEGER NOT NULL DEFAULT 0 CHECK (evergreen IN (0, 1));
        """

    let database: any DatabaseWriter

    /// One article of the school's own.
    public struct Own: Sendable {
        /// The article.
        public var item: ContentItem
        /// The feed that it is of, which tells for whom it is.
        public var feed: Feed
    }

    /// The articles of the school's own that are there, by title.
    public func all() throws(StoreError) -> [Own] {
        try StoreError.wrapping("read the school's own articles") {
            try database.read { db in
                let sql = """
                    SELECT item.code, item.firstSeen, version.*, articlePage.text AS pageText, currentFeed.address,
                        currentFeed.title AS feedTitle, currentFeed.homePage, currentFeed.audience, currentFeed.audienceTo, currentFeed.evergreen,
                        currentFeed.schools,
                        currentFeed.language AS feedLanguage
                    FROM currentFeed JOIN itemOrigin ON itemOrigin.feed = currentFeed.feed
                        JOIN item ON item.id = itemOrigin.item
                        JOIN itemVersion version
                            ON version.number = (SELECT MAX(number) FROM itemVersion WHERE item = item.id)
                        LEFT JOIN articlePage ON articlePage.version = version.number
                    WHERE currentFeed.address >= ?1 AND currentFeed.address < ?1 || '~' AND currentFeed.listed
                        AND version.feed = currentFeed.feed ORDER BY version.title, item.id
                    """
                return try Row.fetchAll(db, sql: sql, arguments: [Feed.ownItems]).map { row in
                    var feed = ItemRepository.feed(row, title: "feedTitle")
                    feed.language = nil
                    return Own(item: try StoredItem.item(row), feed: feed)
                }
            }
        }
    }

    /// The item that has one of some names; nil where there is none.
    public func item(knownAs keys: ItemKeys) throws(StoreError) -> ItemID? {
        try StoreError.wrapping("look up an article") {
            try database.read { db in
                let statement = try db.cachedStatement(
                    sql: "SELECT item FROM itemKey WHERE key = ? AND item IS NOT NULL")
                for name in keys.names.sorted(by: { $0.kind.rawValue < $1.kind.rawValue }) {
                    if let id = try String.fetchOne(statement, arguments: [name.key]) { return ItemID(rawValue: id) }
                }
                return nil
            }
        }
    }

    /// Takes an article of the school's own away: it is in no list from now on, and what lists it was in stay as they are.
    public func remove(_ item: ItemID, at now: Timestamp, in scope: borrowing WriteScope) throws(StoreError) {
        try StoreError.wrapping("take an article away") {
            try database.write { db in
                let gone = Feed(address: Feed.removedItems, title: "")
                let feed = try ItemRepository.record(gone, listed: false, at: now, in: db)
                let columns =
                    "digest, url, title, summary, text, authors, tags, language, image, published, words, minutes, level"
                try db.execute(
                    sql: """
                        INSERT INTO itemVersion (item, feed, seen, textOf, \(columns))
                        SELECT item, ?, ?, COALESCE(textOf, number), \(columns) FROM currentItem WHERE item = ?
                        """, arguments: [feed, now.seconds, item.rawValue])
                // Where another feed has it too, that one speaks for it.
                try db.execute(
                    sql: """
                        DELETE FROM itemOrigin WHERE item = ?1 AND feed IN
                            (SELECT id FROM feed WHERE address >= ?2 AND address < ?2 || '~')
                        """, arguments: [item.rawValue, Feed.ownItems])
            }
        }
    }
}
