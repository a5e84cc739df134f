import Content
import GRDB

/// Feeds and items: appended versions, and what holds now or held at a run.
public struct ItemRepository: Sendable {
    let database: any DatabaseWriter

    /// The validators of a feed's last body, if it was read before.
    public func validators(of address: String) throws(StoreError) -> FeedValidators? {
        try StoreError.wrapping("read what is known of \(address)") {
            try database.read { db in
                let sql = "SELECT fetch.* FROM fetch JOIN feed ON feed.id = fetch.feed WHERE feed.address = ?"
                return try Row.fetchOne(db.cachedStatement(sql: sql), arguments: [address]).map {
                    FeedValidators(etag: $0["etag"], lastModified: $0["lastModified"], digest: $0["digest"])
                }
            }
        }
    }

    /// Records one reading of a feed, whole or not at all: the feed's own state, its items and their versions.
    public func record(
        _ feed: Feed, items: [IncomingItem], validators: FeedValidators?, at now: Timestamp,
        in scope: borrowing WriteScope
    )
        throws(StoreError) -> RecordedItems
    {
        try StoreError.wrapping("record \(feed.address)") {
            try database.write { db in
                let feedID = try Self.record(feed, listed: true, at: now, in: db)
                if let validators {
                    try db.execute(
                        sql: "INSERT OR REPLACE INTO fetch (feed, etag, lastModified, digest) VALUES (?, ?, ?, ?)",
                        arguments: [feedID, validators.etag, validators.lastModified, validators.digest])
                }
                var counts = RecordedItems()
                let recorder = ItemRecorder(feedID: feedID, now: now)
                for outcome in try recorder.record(items, in: db) {
                    switch outcome {
                    case .new: counts.new += 1
                    case .changed: counts.changed += 1
                    case .unchanged: counts.unchanged += 1
                    }
                }
                return counts
            }
        }
    }

    /// Records a feed without new items (its document did not change), so that a changed audience holds.
    public func touch(_ feed: Feed, at now: Timestamp, in scope: borrowing WriteScope) throws(StoreError) {
        try StoreError.wrapping("record \(feed.address)") {
            try database.write { db in _ = try Self.record(feed, listed: true, at: now, in: db) }
        }
    }

    /// Marks the feeds that are no longer on the school's list, so that their items are not ranked. An item that another
    /// listed feed has too goes over to that one. Gives the addresses of the feeds that are gone.
    public func unlist(allBut addresses: Set<String>, at now: Timestamp, in scope: borrowing WriteScope)
        throws(StoreError) -> [String]
    {
        try StoreError.wrapping("unlist feeds") {
            try database.write { db in
                let gone = try Row.fetchAll(db, sql: "SELECT * FROM currentFeed WHERE listed ORDER BY address")
                    .map { Self.feed($0) }.filter { !addresses.contains($0.address) && !$0.isOwn }
                for feed in gone { _ = try Self.record(feed, listed: false, at: now, in: db) }
                if !gone.isEmpty { try Self.handOver(at: now, in: db) }
                return gone.map { $0.address }
            }
        }
    }

    /// The feeds that were on the list at the marks, by address.
    public func feeds(asOf marks: StoreMarks = .all) throws(StoreError) -> [Feed] {
        try StoreError.wrapping("read the feeds") {
            try database.read { db in
                try Row.fetchAll(db, sql: Self.listedFeeds, arguments: [marks.feeds]).map { Self.feed($0) }
            }
        }
    }

    /// The feeds on the list at the marks whose rows are not understood, for a person to know.
    public func findings(onFeedsAsOf marks: StoreMarks = .all) throws(StoreError) -> [Finding] {
        try StoreError.wrapping("read the feeds") {
            try database.read { db in
                let rows = try Row.fetchCursor(db, sql: Self.listedFeeds, arguments: [marks.feeds])
                var findings: [Finding] = []
                while let row = try rows.next() {
                    let address: String = row["address"]
                    do throws(StoreError) {
                        _ = try Self.feed(StrictRow(row, of: "feedVersion"), at: address)
                    } catch {
                        findings.append(.feedNotUnderstood(address, error))
                    }
                }
                return findings
            }
        }
    }

    private static let listedFeeds = """
        SELECT feed.address, version.* FROM feed JOIN feedVersion version ON version.number =
            (SELECT MAX(number) FROM feedVersion WHERE feed = feed.id AND number <= ?)
        WHERE version.listed ORDER BY feed.address
        """

    /// A feed by its address, listed or not; nil where it was never read.
    public func feed(at address: String) throws(StoreError) -> Feed? {
        try StoreError.wrapping("read \(address)") {
            try database.read { db in
                try Row.fetchOne(
                    db.cachedStatement(sql: "SELECT * FROM currentFeed WHERE address = ?"), arguments: [address]
                )
                .map { Self.feed($0) }
            }
        }
    }

    /// How many items each feed has brought, by its address.
    public func itemCounts() throws(StoreError) -> [String: Int] {
        try StoreError.wrapping("count the items") {
            try database.read { db in
                let sql = """
                    SELECT feed.address AS address, COUNT(*) AS items FROM itemOrigin
                        JOIN feed ON feed.id = itemOrigin.feed GROUP BY feed.id
                    """
                let rows = try Row.fetchAll(db, sql: sql)
                return Dictionary(rows.map { ($0["address"], $0["items"]) }, uniquingKeysWith: { $1 })
            }
        }
    }

    /// The numbers of the items' newest versions, in the order of the items' identities.
    public func currentVersions() throws(StoreError) -> [Int64] {
        try StoreError.wrapping("read the items") {
            try database.read { db in
                try Int64.fetchAll(db, sql: "SELECT MAX(number) FROM itemVersion GROUP BY item ORDER BY item")
            }
        }
    }

    /// The items as they were at the marks, by identity.
    public func items(asOf marks: StoreMarks = .all) throws(StoreError) -> [StoredItem] {
        try StoreError.wrapping("read the items") {
            try database.read { db in
                let sql = """
                    SELECT item.code, item.firstSeen, version.*, articlePage.text AS pageText, feed.address,
                        (SELECT title FROM feedVersion WHERE feed = feed.id AND number <= ? ORDER BY number DESC LIMIT 1)
                            AS feedTitle,
                        (SELECT evergreen FROM feedVersion WHERE feed = feed.id AND number <= ?
                            ORDER BY number DESC LIMIT 1) AS evergreen
                    FROM item JOIN itemVersion version ON version.number =
                        (SELECT MAX(number) FROM itemVersion WHERE item = item.id AND number <= ?)
                    LEFT JOIN articlePage ON articlePage.version = version.number
                    JOIN feed ON feed.id = version.feed ORDER BY item.id
                    """
                let rows = try Row.fetchCursor(db, sql: sql, arguments: [marks.feeds, marks.feeds, marks.items])
                let copies = try CopyLinker.pairs(asOf: marks, in: db)
                var items: [StoredItem] = []
                while let row = try rows.next() {
                    let item = try StoredItem.item(row)
                    items.append(StoredItem(item: item, nearCopies: copies[item.id] ?? []))
                }
                return items
            }
        }
    }

    /// The items of the given versions, by their numbers; what a list was made from, whatever came later.
    ///
    /// Their feeds' titles are those of `marks`.
    public func items(versions: Set<Int64>, feedsAsOf marks: StoreMarks = .all) throws(StoreError) -> [Int64:
        ContentItem]
    {
        try StoreError.wrapping("read the items of lists") {
            try database.read { db in
                let sql = """
                    SELECT item.code, item.firstSeen, version.*, articlePage.text AS pageText, feed.address,
                        (SELECT title FROM feedVersion WHERE feed = feed.id AND number <= ? ORDER BY number DESC LIMIT 1)
                            AS feedTitle
                    FROM itemVersion version JOIN item ON item.id = version.item JOIN feed ON feed.id = version.feed
                        LEFT JOIN articlePage ON articlePage.version = version.number
                    WHERE version.number = ?
                    """
                let statement = try db.makeStatement(sql: sql)
                var items: [Int64: ContentItem] = [:]
                for version in versions.sorted() {
                    if let row = try Row.fetchOne(statement, arguments: [marks.feeds, version]) {
                        items[version] = try StoredItem.item(row)
                    }
                }
                return items
            }
        }
    }

    /// Gives the newest versions of items one at a time, of those after a number, in the order of their numbers.
    public func forEachNewest(
        after number: Int64, _ use: (ContentItem) -> Void
    ) throws(StoreError) {
        try StoreError.wrapping("read the items") {
            try database.read { db in
                let sql = """
                    SELECT item.code, item.firstSeen, version.*, articlePage.text AS pageText, feed.address,
                        feed.address AS feedTitle
                    FROM itemVersion version JOIN item ON item.id = version.item JOIN feed ON feed.id = version.feed
                        LEFT JOIN articlePage ON articlePage.version = version.number
                    WHERE version.number > ? AND version.number =
                        (SELECT MAX(number) FROM itemVersion WHERE item = version.item)
                    ORDER BY version.number
                    """
                let rows = try Row.fetchCursor(db, sql: sql, arguments: [number])
                while let row = try rows.next() { use(try StoredItem.item(row)) }
            }
        }
    }

    /// The item of a printed code or an address; nil where there is none.
    public func item(named name: String) throws(StoreError) -> ContentItem? {
        try StoreError.wrapping("look up \(name)") {
            try database.read { db in
                // Those that ever had the name first, each found by an index; then whether they have it now.
                let sql = """
                    SELECT item.code, item.firstSeen, version.*, articlePage.text AS pageText, feed.address,
                        currentFeed.title AS feedTitle
                        FROM item JOIN itemVersion version ON version.number =
                            (SELECT MAX(number) FROM itemVersion WHERE item = item.id)
                        LEFT JOIN articlePage ON articlePage.version = version.number
                        JOIN feed ON feed.id = version.feed JOIN currentFeed ON currentFeed.feed = feed.id
                        WHERE item.id IN (SELECT id FROM item WHERE code = ?1 UNION SELECT ?3
                            UNION SELECT item FROM itemVersion WHERE url = ?2)
                        AND (item.code = ?1 OR version.url = ?2 OR item.id = ?3) ORDER BY item.id LIMIT 1
                    """
                let code = ItemCode(rawValue: name).rawValue
                return try Row.fetchOne(db, sql: sql, arguments: [code, name, name]).map { try StoredItem.item($0) }
            }
        }
    }

    /// Appends a version of every item whose feed is not listed but that another listed feed has too (the same feed at
    /// its new address, for one): from now on that feed, the one known for longest, speaks for it.
    private static func handOver(at now: Timestamp, in db: Database) throws {
        let columns = """
            digest, url, title, summary, text, authors, tags, language, image, published, words, minutes, level
            """
        let last = try Int64.fetchOne(db, sql: "SELECT MAX(number) FROM itemVersion") ?? 0
        // What another feed took over is the same text: what was found out about it still holds.
        try db.execute(
            sql: """
                INSERT INTO itemVersion (item, feed, seen, textOf, \(columns))
                SELECT item, heir, ?, COALESCE(textOf, number), \(columns) FROM (
                    SELECT currentItem.*, (SELECT MIN(itemOrigin.feed) FROM itemOrigin
                        JOIN currentFeed ON currentFeed.feed = itemOrigin.feed
                        WHERE itemOrigin.item = currentItem.item AND currentFeed.listed) AS heir
                    FROM currentItem JOIN currentFeed ON currentFeed.feed = currentItem.feed
                    WHERE NOT currentFeed.listed)
                WHERE heir IS NOT NULL ORDER BY item
                """,
            arguments: [now.seconds])
        for (table, column) in [("articlePage", "text"), ("itemLicense", "license")] {
            try db.execute(
                sql: """
                    INSERT INTO \(table) (version, \(column)) SELECT version.number, known.\(column)
                    FROM itemVersion version JOIN \(table) known ON known.version =
                        (SELECT MAX(number) FROM itemVersion WHERE item = version.item AND number < version.number)
                    WHERE version.number > ?
                    """, arguments: [last])
        }
    }

    /// A feed by its row. One that is not understood is for nobody below the highest grade until it is read again.
    static func feed(_ row: Row, title: String = "title") -> Feed {
        let address: String = row["address"]
        do throws(StoreError) {
            return try feed(StrictRow(row, of: "feedVersion"), at: address, title: title)
        } catch {
            var feed = Feed(address: address, title: address, audience: 13)
            feed.schools = FeedSchools.read(row)
            return feed
        }
    }

    private static func feed(
        _ row: StrictRow, at address: String, title: String = "title"
    ) throws(StoreError) -> Feed {
        func grade(_ column: String) throws(StoreError) -> Int? {
            guard let number = try row.optionalNumber(column) else { return nil }
            guard (0...13).contains(number) else { throw row.error(column) }
            return Int(number)
        }
        var feed = Feed(
            address: address, title: try row.text(title), homePage: try row.optionalText("homePage"),
            language: try row.optionalText("language"), audience: try grade("audience"))
        feed.audienceTo = try grade("audienceTo")
        if try row.flag("evergreen") { feed.evergreen = true }
        feed.schools = FeedSchools.read(row.row)
        return feed
    }

    /// Appends a version of the feed if it differs from the last one; gives the feed's number.
    static func record(_ feed: Feed, listed: Bool, at now: Timestamp, in db: Database) throws -> Int64 {
        try db.execute(
            sql: "INSERT INTO feed (address, firstSeen) VALUES (?, ?) ON CONFLICT (address) DO NOTHING",
            arguments: [feed.address, now.seconds])
        guard
            let id = try Int64.fetchOne(
                db.cachedStatement(sql: "SELECT id FROM feed WHERE address = ?"), arguments: [feed.address])
        else { throw DatabaseError(message: "the feed was not stored") }
        let before = try Row.fetchOne(
            db.cachedStatement(sql: "SELECT * FROM currentFeed WHERE feed = ?"), arguments: [id])
        if let before, self.feed(before) == feed, (before["listed"] as DatabaseValue) == listed.databaseValue {
            return id
        }
        try db.execute(
            sql: """
                INSERT INTO feedVersion (feed, title, homePage, language, audience, audienceTo, listed, evergreen, schools, at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                id, feed.title, feed.homePage, feed.language, feed.audience, feed.audienceTo, listed,
                feed.evergreen == true, FeedSchools.text(feed.schools), now.seconds,
            ])
        return id
    }
}

extension StoredItem {
    static func item(_ row: Row) throws(StoreError) -> ContentItem {
        var item = ContentItem(
            id: ItemID(rawValue: row["item"]), code: ItemCode(rawValue: row["code"]), version: row["number"],
            feed: row["address"], feedTitle: row["feedTitle"] ?? row["address"], url: row["url"], title: row["title"],
            summary: row["summary"], text: row["text"], authors: try row.strings("authors", of: "itemVersion"),
            tags: try row.strings("tags", of: "itemVersion"),
            language: row["language"], image: row["image"], published: row.timestamp("published"),
            firstSeen: row.timestamp("firstSeen"), words: row["words"], minutes: row["minutes"], level: row["level"])
        item.pageText = row["pageText"]
        if let evergreen: Bool = row["evergreen"], evergreen { item.evergreen = true }
        return item
    }
}
