import Content
import GRDB
import Topics

/// What phrases were resolved to when they were first said: so that a run, a replay and a restored machine agree, whatever lexicon
/// is there by then.
public struct TopicRepository: Sendable {
    let database: any DatabaseWriter

    static let migration = "7 topics"

    static let schema = """
        CREATE TABLE topicFamily (
            number INTEGER PRIMARY KEY,
            -- In lower case.
            phrase TEXT NOT NULL,
            language TEXT NOT NULL,
            family TEXT NOT NULL,
            source TEXT NOT NULL,
            -- Of the lexicons that it was resolved by.
            version TEXT NOT NULL,
            at INTEGER NOT NULL
        );
        CREATE INDEX topicFamilyPhrase ON topicFamily(phrase, language, number);
        """

    /// The topics that stand and have not been resolved: learners', and those of teachers' rules.
    public func unresolved() throws(StoreError) -> [String] {
        try StoreError.wrapping("read the topics") {
            try database.read { db in
                // From one phrase to the next, however many learners say it.
                let sql = """
                    WITH RECURSIVE said(phrase) AS (SELECT MIN(phrase) FROM learnerTopic
                        UNION ALL SELECT (SELECT MIN(phrase) FROM learnerTopic WHERE phrase > said.phrase) FROM said
                            WHERE said.phrase IS NOT NULL)
                    SELECT phrase FROM said WHERE phrase IS NOT NULL
                        AND EXISTS (SELECT 1 FROM learnerTopic WHERE learnerTopic.phrase = said.phrase AND item IS NULL)
                    UNION SELECT topic FROM standingRule CROSS JOIN teacherRule ON rule = number
                        WHERE topic IS NOT NULL
                    """
                // One that is damaged is resolved again.
                let known = try Self.families(upTo: .max, db)
                var seen: Set<String> = []
                var said: [String] = []
                for phrase in try String.fetchAll(db, sql: sql + " ORDER BY 1") {
                    guard !known.contains(phrase), seen.insert(phrase.lowercased()).inserted else { continue }
                    said.append(phrase)
                }
                return said
            }
        }
    }

    /// Keeps families, all or none.
    public func add(
        _ families: [(family: TopicFamily, language: String)], version: String, at now: Timestamp,
        in scope: borrowing WriteScope
    ) throws(StoreError) {
        try StoreError.wrapping("keep what topics mean") {
            try database.write { db in
                for (family, language) in families {
                    try db.cachedStatement(
                        sql: """
                            INSERT INTO topicFamily (phrase, language, family, source, version, at)
                            VALUES (?, ?, ?, ?, ?, ?)
                            """
                    ).execute(arguments: [
                        family.phrase.lowercased(), language, try JSONText.of(family), family.source, version,
                        now.seconds,
                    ])
                }
            }
        }
    }

    /// What phrases mean that were resolved up to a moment; of one that was resolved again the last.
    public func families(upTo now: Timestamp? = nil) throws(StoreError) -> TopicFamilies {
        try StoreError.wrapping("read what topics mean") {
            try database.read { db in
                try Self.families(upTo: now?.seconds ?? .max, db)
            }
        }
    }

    /// What one phrase means, by the language that it is said in; none: it has not been resolved, or what is kept of it is damaged.
    public func families(of phrase: String) throws(StoreError) -> TopicFamilies {
        try StoreError.wrapping("read what a topic means") {
            try database.read { db in
                let sql = "SELECT * FROM topicFamily WHERE phrase = ? ORDER BY number"
                return Self.families(
                    try Row.fetchAll(db.cachedStatement(sql: sql), arguments: [phrase.lowercased()]))
            }
        }
    }

    /// The number of the last family that was kept; 0: there is none.
    public func newest() throws(StoreError) -> Int64 {
        try StoreError.wrapping("read what topics mean") {
            try database.read { try Int64.fetchOne($0, sql: "SELECT MAX(number) FROM topicFamily") ?? 0 }
        }
    }

    private static func families(upTo seconds: Int64, _ db: Database) throws -> TopicFamilies {
        let sql = "SELECT * FROM topicFamily WHERE at <= ? ORDER BY number"
        return families(try Row.fetchAll(db, sql: sql, arguments: [seconds]))
    }

    /// A row that is not understood is passed over: its phrase means its own words until it is resolved again.
    private static func families(_ rows: [Row]) -> TopicFamilies {
        var families = TopicFamilies()
        for row in rows {
            let row = StrictRow(row, of: "topicFamily")
            guard let language = try? row.text("language"), let family = try? row.json(TopicFamily.self, "family")
            else {
                continue
            }
            families.add(family, said: language)
        }
        return families
    }
}
