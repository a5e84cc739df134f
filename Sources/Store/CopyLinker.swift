import Content
import GRDB
import TextAnalysis

/// Links a text that is new to those in the store that it is a near-copy of, once, when it is recorded.
///
/// The marks of the texts that are current lie in an index, so that a new text meets only those that share a passage with it,
/// however many there are; of these the likeliest are compared word by word.
struct CopyLinker {
    let feedID: Int64

    /// So many texts with one mark are looked at: a mark that more have is of a phrase that everybody uses.
    static let mostAMark = 64
    /// So many texts are compared with a new one.
    static let mostCompared = 16

    /// A text of an item, as one version of it says it.
    struct Version {
        var number: Int64
        var item: ItemID
        var url: String?
        var text: CopyText
    }

    /// Takes a new text among those that are compared and stores which it is a near-copy of; `before`: the item's text until
    /// now, by the version that first said it.
    func link(_ version: Version, before: Int64?, in db: Database) throws {
        if let before, let old = try Self.version(before, in: db) {
            try db.cachedStatement(
                sql: "DELETE FROM copyMark WHERE version = ? AND mark IN (SELECT value FROM json_each(?))"
            ).execute(arguments: [before, Self.list(old.text.marks)])
        }
        let marks = version.text.marks
        for candidate in try candidates(marks, in: db) {
            guard let other = try Self.version(candidate, in: db), other.item != version.item,
                try Self.isCurrent(other, in: db),
                NearCopy.links(version.text, other.text, ofOnePublisher: try isOfOnePublisher(version, other, in: db))
            else { continue }
            try db.cachedStatement(sql: "INSERT OR IGNORE INTO nearCopy (version, other) VALUES (?, ?)")
                .execute(arguments: [version.number, other.number])
        }
        try db.cachedStatement(sql: "INSERT OR IGNORE INTO copyMark (mark, version) SELECT value, ? FROM json_each(?)")
            .execute(arguments: [version.number, Self.list(marks)])
    }

    /// The texts that share most marks, the earliest first among equals; of those with one mark the earliest.
    private func candidates(_ marks: [Int64], in db: Database) throws -> [Int64] {
        let sql = """
            SELECT version FROM json_each(?) CROSS JOIN copyMark ON mark = value
            WHERE version <= COALESCE(
                (SELECT version FROM copyMark WHERE mark = value ORDER BY version LIMIT 1 OFFSET ?), ?)
            GROUP BY version ORDER BY COUNT(*) DESC, version LIMIT ?
            """
        return try Int64.fetchAll(
            db.cachedStatement(sql: sql),
            arguments: [Self.list(marks), Self.mostAMark - 1, Int64.max, Self.mostCompared])
    }

    /// Marks as SQLite's JSON functions read them: one statement for all.
    private static func list(_ marks: [Int64]) -> String { "[" + marks.map { "\($0)" }.joined(separator: ",") + "]" }

    private static func version(_ number: Int64, in db: Database) throws -> Version? {
        try Row.fetchOne(
            db.cachedStatement(
                sql: """
                    SELECT item, url, title, COALESCE(articlePage.text, itemVersion.text) AS text, published
                    FROM itemVersion LEFT JOIN articlePage ON version = number WHERE number = ?
                    """),
            arguments: [number]
        ).map { row in
            Version(
                number: number, item: ItemID(rawValue: row["item"]), url: row["url"],
                text: CopyText(title: row["title"], text: row["text"], published: row.timestamp("published")))
        }
    }

    /// Whether a text is what its item says now.
    private static func isCurrent(_ version: Version, in db: Database) throws -> Bool {
        try Int64.fetchOne(
            db.cachedStatement(
                sql: "SELECT COALESCE(textOf, number) FROM itemVersion WHERE item = ? ORDER BY number DESC LIMIT 1"),
            arguments: [version.item.rawValue]) == version.number
    }

    /// Whether a feed has both and they stand on one site: then its publisher took them for two. A feed that gathers other
    /// publishers' articles says nothing of the kind.
    private func isOfOnePublisher(_ one: Version, _ other: Version, in db: Database) throws -> Bool {
        if let here = one.url.map({ Self.site($0) }), let there = other.url.map({ Self.site($0) }), here != there {
            return false
        }
        return try Bool.fetchOne(
            db.cachedStatement(sql: "SELECT EXISTS (SELECT 1 FROM itemOrigin WHERE item = ? AND feed = ?)"),
            arguments: [other.item.rawValue, feedID]) == true
    }

    /// The site of an address: its host in lower case without `www.`.
    static func site(_ address: String) -> String {
        let rest = address.split(separator: "/", maxSplits: 2, omittingEmptySubsequences: true).dropFirst().first ?? ""
        let host = rest.prefix { !"?#:".contains($0) }.lowercased()
        return host.hasPrefix("www.") ? String(host.dropFirst(4)) : host
    }

    /// The near-copies of each item at the marks, by identity: pairs of texts that were both current then.
    static func pairs(asOf marks: StoreMarks, in db: Database) throws -> [ItemID: [ItemID]] {
        let sql = """
            SELECT one.item, other.item AS copy FROM nearCopy
                JOIN itemVersion one ON one.number = nearCopy.version
                JOIN itemVersion other ON other.number = nearCopy.other
            WHERE nearCopy.version <= :items
                AND nearCopy.version = (SELECT COALESCE(textOf, number) FROM itemVersion
                    WHERE item = one.item AND number <= :items ORDER BY number DESC LIMIT 1)
                AND nearCopy.other = (SELECT COALESCE(textOf, number) FROM itemVersion
                    WHERE item = other.item AND number <= :items ORDER BY number DESC LIMIT 1)
            """
        var copies: [ItemID: [ItemID]] = [:]
        let rows = try Row.fetchCursor(db, sql: sql, arguments: ["items": marks.items])
        while let row = try rows.next() {
            let (one, other) = (ItemID(rawValue: row["item"]), ItemID(rawValue: row["copy"]))
            copies[one, default: []].append(other)
            copies[other, default: []].append(one)
        }
        return copies.mapValues { $0.sorted() }
    }
}
