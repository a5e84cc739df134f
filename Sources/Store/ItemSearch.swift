import Content
import GRDB
import TextAnalysis

/// What is looked for among the articles of the feeds that are on the list.
public struct ItemQuery: Sendable {
    /// Words and phrases, all of which an article must have, in any of their forms.
    public var phrases: [String]
    /// The reading levels; nil: any, and those that are not known.
    public var levels: ClosedRange<Double>?
    /// The language; nil: any.
    public var language: String?
    /// The most minutes; nil: any, and those that are not known.
    public var minutes: Int?
    /// A part of the feed's title; nil: any.
    public var feed: String?

    /// A query by its parts.
    package init(
        phrases: [String], levels: ClosedRange<Double>? = nil, language: String? = nil, minutes: Int? = nil,
        feed: String? = nil
    ) {
        (self.minutes, self.feed) = (minutes, feed)
        self.phrases = phrases
        self.levels = levels
        self.language = language
    }
}

/// What was found.
public struct FoundItems: Sendable {
    /// The best of them, with whether the title alone has all that was looked for; best first.
    public var items: [(item: ContentItem, isInTitle: Bool)]
    /// How many there are in all.
    public var total: Int
}

extension ItemRepository {
    /// Looks for articles: those that have it in their title before those that have it in their text, each the newest first. They are
    /// read one after another, so that memory does not grow with them.
    public func search(_ query: ItemQuery, atMost limit: Int) throws(StoreError) -> FoundItems {
        try StoreError.wrapping("look for articles") {
            try database.read { db in
                let sql = """
                    SELECT version.number, version.item, title, tags, summary, version.text AS text, language, published,
                        articlePage.text AS pageText
                    FROM item JOIN itemVersion version
                        ON version.number = (SELECT MAX(number) FROM itemVersion WHERE item = item.id)
                        LEFT JOIN articlePage ON articlePage.version = version.number
                    WHERE version.feed IN (SELECT value FROM json_each(?5))
                        AND (?4 IS NULL OR minutes BETWEEN 1 AND ?4)
                        AND (?1 IS NULL OR level BETWEEN ?1 AND ?2) AND (?3 IS NULL OR language = ?3)
                    """
                let rows = try Row.fetchCursor(
                    db, sql: sql,
                    arguments: [
                        query.levels?.lowerBound, query.levels?.upperBound, query.language, query.minutes,
                        try Self.feeds(named: query.feed, db),
                    ])
                var phrases = query.phrases.map { PhraseSearch(Phrase($0)) }
                var hits: [Hit] = []
                while let row = try rows.next() { if let hit = try Self.hit(row, &phrases) { hits.append(hit) } }
                let best = hits.sorted().prefix(limit)
                let items = try best.compactMap { hit in
                    try Self.item(ofVersion: hit.version, db).map { (item: $0, isInTitle: hit.isInTitle) }
                }
                return FoundItems(items: items, total: hits.count)
            }
        }
    }

    /// The listed feeds whose title has a text in it, in any case and with or without accents, as a list in JSON; nil: all of them.
    private static func feeds(named part: String?, _ db: Database) throws -> String {
        let wanted = part.map { Words.folded($0) }
        let rows = try Row.fetchAll(db, sql: "SELECT feed, title FROM currentFeed WHERE listed")
        let feeds = rows.filter { row in
            let title: String = row["title"]
            return wanted.map { Words.folded(title).contains($0) } ?? true
        }
        return "[" + feeds.map { "\($0["feed"] as Int64)" }.joined(separator: ",") + "]"
    }

    /// An article that has what is looked for.
    private struct Hit: Comparable {
        var isInTitle: Bool
        var published: Int64
        var item: String
        var version: Int64

        static func < (left: Hit, right: Hit) -> Bool {
            if left.isInTitle != right.isInTitle { return left.isInTitle }
            return left.published != right.published ? left.published > right.published : left.item < right.item
        }
    }

    private static func hit(_ row: Row, _ phrases: inout [PhraseSearch]) throws -> Hit? {
        let (title, language): (String, String?) = (row["title"], row["language"])
        let isInTitle = phrases.indices.allSatisfy { phrases[$0].finds(in: title, language: language) }
        if !isInTitle {
            let tags = try row.strings("tags", of: "itemVersion").joined(separator: "\n")
            let texts: [String] = [title, tags, row["summary"], row["text"], row["pageText"] ?? ""]
            guard
                phrases.indices.allSatisfy({ number in
                    texts.contains { phrases[number].finds(in: $0, language: language) }
                })
            else { return nil }
        }
        return Hit(isInTitle: isInTitle, published: row["published"], item: row["item"], version: row["number"])
    }

    private static func item(ofVersion version: Int64, _ db: Database) throws -> ContentItem? {
        let sql = """
            SELECT item.code, item.firstSeen, version.*, articlePage.text AS pageText, feed.address,
                currentFeed.title AS feedTitle
            FROM itemVersion version JOIN item ON item.id = version.item JOIN feed ON feed.id = version.feed
                JOIN currentFeed ON currentFeed.feed = feed.id
                LEFT JOIN articlePage ON articlePage.version = version.number
            WHERE version.number = ?
            """
        return try Row.fetchOne(db.cachedStatement(sql: sql), arguments: [version]).map { try StoredItem.item($0) }
    }
}
