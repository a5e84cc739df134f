import Content
import ContentDigest
import GRDB
import JSON
import TextAnalysis

/// Records the entries of one document of a feed, inside one transaction.
struct ItemRecorder {
    enum Outcome { case new, changed, unchanged }

    let feedID: Int64
    let now: Timestamp

    /// Records the entries; gives what became of each.
    func record(_ entries: [IncomingItem], in db: Database) throws -> [Outcome] {
        var finder = try ItemFinder(entries.map { $0.keys }, in: db)
        // All are known before the first name is written: what one entry is called must not find another.
        var items: [(id: ItemID, isNew: Bool)] = []
        for index in entries.indices { items.append(try finder.item(of: index, in: db)) }
        var outcomes: [Outcome] = []
        for (index, item) in items.enumerated() {
            if item.isNew { try insert(item.id, in: db) }
            try finder.keepNames(of: index, for: item.id, in: db)
            try keepOrigin(of: item.id, guid: entries[index].keys.guid, in: db)
            outcomes.append(try appendVersion(of: item.id, entries[index], isNew: item.isNew, in: db))
        }
        return outcomes
    }

    private func keepOrigin(of id: ItemID, guid: String?, in db: Database) throws {
        try db.cachedStatement(
            sql: """
                INSERT INTO itemOrigin (item, feed, firstSeen, guid) VALUES (?, ?, ?, ?)
                ON CONFLICT (item, feed) DO UPDATE SET guid = excluded.guid
                    WHERE excluded.guid IS NOT NULL AND excluded.guid IS NOT guid
                """
        ).execute(arguments: [id.rawValue, feedID, now.seconds, guid])
    }

    private func insert(_ id: ItemID, in db: Database) throws {
        // The shortest code that is free: five characters tell 17 million apart, and a longer one is rare.
        let digest = ContentDigest(of: [id.rawValue])
        var length = 5
        var code = digest.code(length: length)
        while length < 16,
            try Bool.fetchOne(
                db.cachedStatement(sql: "SELECT EXISTS (SELECT 1 FROM item WHERE code = ?)"), arguments: [code]) == true
        {
            length += 1
            code = digest.code(length: length)
        }
        try db.cachedStatement(sql: "INSERT INTO item (id, code, firstSeen) VALUES (?, ?, ?)")
            .execute(arguments: [id.rawValue, code, now.seconds])
    }

    private func appendVersion(of id: ItemID, _ entry: IncomingItem, isNew: Bool, in db: Database) throws -> Outcome {
        // One item in two feeds has one line of versions: the feed that had it first speaks for it.
        let last = isNew ? nil : try lastVersion(of: id, in: db)
        let firstSeen: Int64 = last?["firstSeen"] ?? now.seconds
        // A date that is absent, or later than the first sight, says nothing: what was known holds, else the first sight.
        // So a feed that stamps "now" on everything at each reading makes nothing newer, and no version either.
        let stated = entry.published.flatMap { $0.seconds <= firstSeen ? $0.seconds : nil }
        // What an older version took for a date yields too.
        let known = (last?["published"] as Int64?).flatMap { ZeroDate.isOne(Timestamp(seconds: $0)) ? nil : $0 }
        let published = stated ?? known ?? firstSeen
        let digest = entry.digest(published: Timestamp(seconds: published))
        if let last {
            let isOurs = last["feed"] == feedID
            if isOurs ? last["digest"] == digest : try isListed(last["feed"], in: db) { return .unchanged }
        }
        // What is behind a teaser stays behind it as long as it is one.
        let before = last == nil ? nil : try ArticlePages.last(of: id, in: db)
        let page = before.flatMap { Teaser.isTeaser(words: entry.words, ofPage: $0.words) ? $0 : nil }
        let textOf = try before == page ? last.flatMap { try sameText(as: entry, in: $0["textOf"], db) } : nil
        try db.cachedStatement(
            sql: """
                INSERT INTO itemVersion (item, feed, seen, digest, url, title, summary, text, authors, tags, language,
                    image, published, words, minutes, level, textOf)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """
        ).execute(arguments: [
            id.rawValue, feedID, now.seconds, digest, entry.url, entry.title, entry.summary, entry.text,
            try JSONText.of(entry.authors), try JSONText.of(entry.tags), entry.language, entry.image, published,
            page?.words ?? entry.words, page?.minutes ?? entry.minutes, page.map { $0.level } ?? entry.level, textOf,
        ])
        let number = db.lastInsertedRowID
        try Licenses.keep(entry.license, in: db)
        if let page { try ArticlePages.put(page.text, at: number, in: db) }
        if textOf == nil {
            let text = CopyText(
                title: entry.title, text: page?.text ?? entry.text, published: Timestamp(seconds: published))
            try CopyLinker(feedID: feedID).link(
                .init(number: number, item: id, url: entry.url, text: text),
                before: last?["textOf"], in: db)
        }
        return isNew ? .new : .changed
    }

    private func lastVersion(of id: ItemID, in db: Database) throws -> Row? {
        try Row.fetchOne(
            db.cachedStatement(
                sql: """
                    SELECT COALESCE(textOf, number) AS textOf, digest, feed, published, firstSeen FROM itemVersion
                    JOIN item ON item.id = itemVersion.item WHERE item = ? ORDER BY number DESC LIMIT 1
                    """),
            arguments: [id.rawValue])
    }

    /// The version itself where it says the same title and text as the entry.
    private func sameText(as entry: IncomingItem, in version: Int64, _ db: Database) throws -> Int64? {
        try Int64.fetchOne(
            db.cachedStatement(sql: "SELECT number FROM itemVersion WHERE number = ? AND title = ? AND text = ?"),
            arguments: [version, entry.title, entry.text])
    }

    /// Whether a feed is on the school's list; one that has left it no longer speaks for its items.
    private func isListed(_ feed: Int64, in db: Database) throws -> Bool {
        try Bool.fetchOne(
            db.cachedStatement(sql: "SELECT listed FROM currentFeed WHERE feed = ?"), arguments: [feed]) == true
    }
}
