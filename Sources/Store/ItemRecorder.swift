import Content
import ContentDigest
import GRDB

/// Records the entries of one feed, inside one transaction.
struct ItemRecorder {
    enum Outcome { case new, changed, unchanged }

    let feedID: Int64
    let now: Timestamp

    func record(_ entry: IncomingItem, in db: Database) throws -> Outcome {
        let known = try knownItem(entry.keys, in: db)
        let id = known ?? ItemID(rawValue: ContentDigest(of: [entry.keys.strongest]).hex)
        if known == nil { try insert(id, entry, in: db) }
        for key in [entry.keys.guid, entry.keys.url, entry.keys.guid == nil ? entry.keys.text : nil] {
            guard let key else { continue }
            try db.cachedStatement(sql: "INSERT OR IGNORE INTO itemKey (key, item) VALUES (?, ?)")
                .execute(arguments: [key, id.rawValue])
        }
        try db.cachedStatement(sql: "INSERT OR IGNORE INTO itemOrigin (item, feed, firstSeen) VALUES (?, ?, ?)")
            .execute(arguments: [id.rawValue, feedID, now.seconds])
        return try appendVersion(of: id, entry, isNew: known == nil, in: db)
    }

    /// The item that this entry is another sight of. An address finds it only where the item is not known in this feed
    /// by another guid: entries that all link to one page are different articles.
    private func knownItem(_ keys: ItemKeys, in db: Database) throws -> ItemID? {
        func item(_ key: String) throws -> String? {
            try String.fetchOne(
                db.cachedStatement(sql: "SELECT item FROM itemKey WHERE key = ?"), arguments: [key])
        }
        // The id may have been repeated in an earlier document: then the item is known by id and address.
        for guid in [keys.guidWithAddress, keys.guid] {
            if let guid, let found = try item(guid) { return ItemID(rawValue: found) }
        }
        if let url = keys.url, let found = try item(url) {
            let sql = """
                SELECT EXISTS (SELECT 1 FROM itemKey
                    WHERE item = ? AND substr(key, 1, length(?)) = ? AND key != ?)
                """
            let otherGuid =
                try keys.guid != nil
                && Bool.fetchOne(
                    db.cachedStatement(sql: sql),
                    arguments: [found, keys.guidPrefix, keys.guidPrefix, keys.plainGuid ?? ""]) == true
            if !otherGuid { return ItemID(rawValue: found) }
        }
        if keys.guid == nil, keys.url == nil, let found = try item(keys.text) { return ItemID(rawValue: found) }
        return nil
    }

    private func insert(_ id: ItemID, _ entry: IncomingItem, in db: Database) throws {
        var copyOf: String?
        if entry.keys.textIsTelling {
            copyOf = try String.fetchOne(
                db.cachedStatement(sql: "SELECT item FROM itemKey WHERE key = ?"),
                arguments: ["copy:" + entry.keys.text])
        }
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
        try db.cachedStatement(sql: "INSERT INTO item (id, code, firstSeen, copyOf) VALUES (?, ?, ?, ?)")
            .execute(arguments: [id.rawValue, code, now.seconds, copyOf])
        if entry.keys.textIsTelling, copyOf == nil {
            try db.cachedStatement(sql: "INSERT OR IGNORE INTO itemKey (key, item) VALUES (?, ?)")
                .execute(arguments: ["copy:" + entry.keys.text, id.rawValue])
        }
    }

    private func appendVersion(of id: ItemID, _ entry: IncomingItem, isNew: Bool, in db: Database) throws -> Outcome {
        let digest = entry.digest
        // One item in two feeds has one line of versions: the feed that had it first speaks for it.
        let last = try Row.fetchOne(
            db.cachedStatement(sql: "SELECT digest, feed FROM itemVersion WHERE item = ? ORDER BY number DESC LIMIT 1"),
            arguments: [id.rawValue])
        if let last {
            let isOurs = last["feed"] == feedID
            if isOurs ? last["digest"] == digest : try isListed(last["feed"], in: db) { return .unchanged }
        }
        let firstSeen =
            try Int64.fetchOne(
                db.cachedStatement(sql: "SELECT firstSeen FROM item WHERE id = ?"), arguments: [id.rawValue])
            ?? now.seconds
        // A date that is absent or still to come is the first-seen time, never "now" at each reading.
        let published = entry.published.flatMap { $0 <= now ? $0.seconds : nil } ?? firstSeen
        try db.cachedStatement(
            sql: """
                INSERT INTO itemVersion (item, feed, seen, digest, url, title, summary, text, authors, tags, language,
                    image, published, words, minutes, level) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """
        ).execute(arguments: [
            id.rawValue, feedID, now.seconds, digest, entry.url, entry.title, entry.summary, entry.text,
            try JSONText.of(entry.authors), try JSONText.of(entry.tags), entry.language, entry.image, published,
            entry.words, entry.minutes, entry.level,
        ])
        try Licenses.keep(entry.license, in: db)
        return isNew ? .new : .changed
    }

    /// Whether a feed is on the school's list; one that has left it no longer speaks for its items.
    private func isListed(_ feed: Int64, in db: Database) throws -> Bool {
        try Bool.fetchOne(
            db.cachedStatement(sql: "SELECT listed FROM currentFeed WHERE feed = ?"), arguments: [feed]) == true
    }
}
