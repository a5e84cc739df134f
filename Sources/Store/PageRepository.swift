import Content
import GRDB
import TextAnalysis

/// The main texts of articles' pages, which lists are measured by: levels, minutes, topics and copies. They are never shown.
public struct PageRepository: Sendable {
    let database: any DatabaseWriter

    static let migration = "10 pages of articles"

    static let schema = """
        -- The text behind a teaser, by the version of the item that is measured by it.
        CREATE TABLE articlePage (
            version INTEGER PRIMARY KEY REFERENCES itemVersion(number),
            text TEXT NOT NULL
        );
        -- Which pages were asked for, and what came of it: 'page', 'whole' (the feed has it all), 'refused' (by robots.txt), 'failed'.
        CREATE TABLE pageAsked (
            item TEXT PRIMARY KEY REFERENCES item(id),
            feed INTEGER NOT NULL REFERENCES feed(id),
            asked INTEGER NOT NULL,
            tries INTEGER NOT NULL CHECK (tries > 0),
            outcome TEXT NOT NULL CHECK (outcome IN ('page', 'whole', 'refused', 'failed'))
        ) WITHOUT ROWID;
        CREATE INDEX pageAskedFeed ON pageAsked(feed, asked);
        """

    /// What came of asking for a page.
    public enum Outcome: String, Sendable {
        /// Its text is what the item is measured by now.
        case page
        /// The feed's own text is the whole article.
        case whole
        /// The server's robots.txt keeps programs away.
        case refused
        /// It could not be had, or is not the article's; it is tried again, up to three times.
        case failed
    }

    /// An item whose page may be asked for.
    public struct Pending: Hashable, Sendable {
        /// The item.
        public var item: ItemID
        /// The page's address.
        public var url: String
        /// The title that the feed gives.
        public var title: String
        /// The text that the feed gives.
        public var text: String
        /// The words of that text.
        public var words: Int
        /// The language, declared or detected.
        public var language: String?
        /// The minutes that it takes, stated or by its words.
        public var minutes: Int
        /// Its level, stated or measured.
        public var level: Double?
    }

    /// So often a page that fails is asked for.
    private static let mostTries = 3
    /// Seconds until it is asked for again.
    private static let pause: Int64 = 20 * 3_600
    /// From so many pages on that only said what the feed had said, no more are asked for.
    private static let habit = 6

    /// The items of a feed whose pages are to be asked for, the newest first: shorter than `mostWords`, seen since a moment. None where the
    /// feed's habit is to give whole texts.
    public func pending(
        of feed: String, mostWords: Int, since: Timestamp, now: Timestamp, limit: Int
    ) throws(StoreError) -> [Pending] {
        try StoreError.wrapping("look for articles without their page") {
            try database.read { db in
                let id = try Int64.fetchOne(
                    db.cachedStatement(sql: "SELECT id FROM feed WHERE address = ?"), arguments: [feed])
                guard let id else { return [] }
                let last = try String.fetchAll(
                    db.cachedStatement(
                        sql: """
                            SELECT outcome FROM pageAsked WHERE feed = ? AND outcome IN ('page', 'whole')
                            ORDER BY asked DESC, item LIMIT ?
                            """), arguments: [id, Self.habit])
                if last.count == Self.habit, last.allSatisfy({ $0 == Outcome.whole.rawValue }) { return [] }
                let sql = """
                    SELECT version.item, version.url, version.title, version.text, version.words, version.language,
                        version.minutes, version.level
                    FROM itemOrigin JOIN itemVersion version ON version.number =
                        (SELECT MAX(number) FROM itemVersion WHERE item = itemOrigin.item)
                    LEFT JOIN pageAsked ON pageAsked.item = itemOrigin.item
                    WHERE itemOrigin.feed = ?1 AND version.feed = ?1 AND itemOrigin.firstSeen >= ?2
                        AND version.url IS NOT NULL AND version.words < ?3
                        AND (pageAsked.item IS NULL
                            OR pageAsked.outcome = 'failed' AND pageAsked.tries < ?4 AND pageAsked.asked <= ?5)
                    ORDER BY version.published DESC, version.item LIMIT ?6
                    """
                return try Row.fetchAll(
                    db.cachedStatement(sql: sql),
                    arguments: [id, since.seconds, mostWords, Self.mostTries, now.seconds - Self.pause, limit]
                ).map {
                    Pending(
                        item: ItemID(rawValue: $0["item"]), url: $0["url"], title: $0["title"], text: $0["text"],
                        words: $0["words"], language: $0["language"], minutes: $0["minutes"], level: $0["level"])
                }
            }
        }
    }

    /// What a page tells of its article.
    public struct Page: Hashable, Sendable {
        /// Its main text.
        public var text: String
        /// The words of that text.
        public var words: Int
        /// The minutes that it takes to read.
        public var minutes: Int
        /// Its level as a school grade; nil where it has none.
        public var level: Double?

        /// A page by its parts.
        package init(text: String, words: Int, minutes: Int, level: Double?) {
            self.text = text
            self.words = words
            self.minutes = minutes
            self.level = level
        }
    }

    /// Keeps what came of asking for an item's page; a page becomes a new version of the item, so that what an earlier run saw stays.
    public func keep(
        _ outcome: Outcome, _ page: Page?, of item: ItemID, at now: Timestamp, in scope: borrowing WriteScope
    ) throws(StoreError) {
        try StoreError.wrapping("keep the page of an article") {
            try database.write { db in
                let before = try Row.fetchOne(
                    db.cachedStatement(sql: "SELECT * FROM itemVersion WHERE item = ? ORDER BY number DESC LIMIT 1"),
                    arguments: [item.rawValue])
                guard let before else { return }
                try db.cachedStatement(
                    sql: """
                        INSERT INTO pageAsked (item, feed, asked, tries, outcome) VALUES (?, ?, ?, 1, ?)
                        ON CONFLICT (item) DO UPDATE SET asked = excluded.asked, tries = tries + 1,
                            outcome = excluded.outcome
                        """
                ).execute(arguments: [item.rawValue, before["feed"] as Int64, now.seconds, outcome.rawValue])
                if let page { try ArticlePages.append(page, after: before, of: item, at: now, in: db) }
            }
        }
    }
}

/// How the text of a page stands behind the versions of its item.
enum ArticlePages {
    /// Appends a version that says what the last one said, measured by the page.
    static func append(
        _ page: PageRepository.Page, after before: Row, of item: ItemID, at now: Timestamp, in db: Database
    ) throws {
        let number: Int64 = before["number"]
        try db.cachedStatement(
            sql: """
                INSERT INTO itemVersion (item, feed, seen, digest, url, title, summary, text, authors, tags, language,
                    image, published, words, minutes, level, textOf)
                SELECT item, feed, ?, digest, url, title, summary, text, authors, tags, language, image, published, ?, ?, ?, NULL
                FROM itemVersion WHERE number = ?
                """
        ).execute(arguments: [now.seconds, page.words, page.minutes, page.level, number])
        let new = db.lastInsertedRowID
        try put(page.text, at: new, in: db)
        try Licenses.carry(from: number, to: new, in: db)
        let text = CopyText(title: before["title"], text: page.text, published: before.timestamp("published"))
        try CopyLinker(feedID: before["feed"]).link(
            .init(number: new, item: item, url: before["url"], text: text), before: before["textOf"] ?? number, in: db)
    }

    /// Keeps the text that a version is measured by.
    static func put(_ text: String, at version: Int64, in db: Database) throws {
        try db.cachedStatement(sql: "INSERT INTO articlePage (version, text) VALUES (?, ?)")
            .execute(arguments: [version, text])
    }

    /// The page behind the last version of an item, with the measures that it gave; nil: there is none.
    static func last(of item: ItemID, in db: Database) throws -> PageRepository.Page? {
        try Row.fetchOne(
            db.cachedStatement(
                sql: """
                    SELECT articlePage.text, words, minutes, level FROM itemVersion
                    JOIN articlePage ON articlePage.version = itemVersion.number
                    WHERE number = (SELECT MAX(number) FROM itemVersion WHERE item = ?)
                    """), arguments: [item.rawValue]
        ).map {
            PageRepository.Page(text: $0["text"], words: $0["words"], minutes: $0["minutes"], level: $0["level"])
        }
    }
}
