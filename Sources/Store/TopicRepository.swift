import Content
import GRDB
import JSON
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
                // One that is damaged is resolved again.
                let known = try Self.families(upTo: .max, db)
                return try Self.standing(db).filter { !known.contains($0) }
            }
        }
    }

    /// The topics that stand, each once: learners', and those of teachers' rules.
    public func standing() throws(StoreError) -> [String] {
        try StoreError.wrapping("read the topics") { try database.read { try Self.standing($0) } }
    }

    /// `said`: the phrases of all learners, from one to the next by the index, however many learners say each.
    private static let everyPhrase = """
        WITH RECURSIVE said(phrase) AS (SELECT MIN(phrase) FROM learnerTopic
            UNION ALL SELECT (SELECT MIN(phrase) FROM learnerTopic WHERE phrase > said.phrase) FROM said
                WHERE said.phrase IS NOT NULL)
        """

    private static func standing(_ db: Database) throws -> [String] {
        let sql = """
            \(everyPhrase)
            SELECT phrase FROM said WHERE phrase IS NOT NULL
                AND EXISTS (SELECT 1 FROM learnerTopic WHERE learnerTopic.phrase = said.phrase AND item IS NULL)
            UNION SELECT topic FROM standingRule CROSS JOIN teacherRule ON rule = number WHERE topic IS NOT NULL
            ORDER BY 1
            """
        var seen: Set<String> = []
        return try String.fetchAll(db, sql: sql).filter { seen.insert($0.lowercased()).inserted }
    }

    /// The topics that must never come, of learners and by teachers' vetoes, in small letters.
    public func barred() throws(StoreError) -> Set<String> {
        try StoreError.wrapping("read the topics that must not come") {
            try database.read { db in
                let learners = try String.fetchAll(
                    db,
                    sql: """
                        \(Self.everyPhrase)
                        SELECT phrase FROM said WHERE phrase IS NOT NULL AND EXISTS (SELECT 1 FROM learnerTopic
                            WHERE learnerTopic.phrase = said.phrase AND stance = 'avoid' AND item IS NULL)
                        """)
                let rules = try String.fetchAll(
                    db,
                    sql: """
                        SELECT topic FROM standingRule CROSS JOIN teacherRule ON rule = number
                            WHERE topic IS NOT NULL AND kind = 'veto'
                        """)
                return Set((learners + rules).map { $0.lowercased() })
            }
        }
    }

    /// The topics that stand and that nothing widens: they mean their own word alone.
    public func unwidened() throws(StoreError) -> [String] {
        try StoreError.wrapping("read the topics that nothing widens") {
            try database.read { db in
                // A topic of which a language knows more, or which was widened since, is none.
                let sql = "SELECT phrase FROM topicFamily GROUP BY phrase HAVING SUM(source != 'itself') = 0"
                let alone = Set(try String.fetchAll(db, sql: sql))
                return try Self.standing(db).filter { alone.contains($0.lowercased()) }
            }
        }
    }

    /// By which lexicons topics were looked through last; nil: by none.
    public func lastVersion() throws(StoreError) -> String? {
        try StoreError.wrapping("read what topics mean") {
            try database.read {
                try String.fetchOne($0, sql: "SELECT version FROM topicVersion ORDER BY number DESC LIMIT 1")
            }
        }
    }

    /// By which lexicons each phrase was resolved last, by the phrases in small letters.
    public func versions() throws(StoreError) -> [String: String] {
        try StoreError.wrapping("read what topics mean") {
            try database.read { db in
                let sql = "SELECT phrase, version FROM topicFamily ORDER BY number"
                return Dictionary(
                    try Row.fetchAll(db, sql: sql).map { ($0[0], $0[1]) }, uniquingKeysWith: { $1 })
            }
        }
    }

    /// Notes by which lexicons topics were looked through.
    public func note(version: String, at now: Timestamp, in scope: borrowing WriteScope) throws(StoreError) {
        try StoreError.wrapping("keep what topics mean") {
            try database.write { db in
                try db.execute(
                    sql: "INSERT INTO topicVersion (version, at) VALUES (?, ?)", arguments: [version, now.seconds])
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
        // What was resolved at one time belongs together: what came later takes its place, in every language.
        var times: [String: String] = [:]
        for row in rows {
            let time = "\(row["at"] as Int64? ?? 0) \(row["version"] as String? ?? "")"
            let row = StrictRow(row, of: "topicFamily")
            guard let language = try? row.text("language"), let family = try? row.json(TopicFamily.self, "family")
            else {
                continue
            }
            let phrase = family.phrase.lowercased()
            if times[phrase].map({ $0 != time }) ?? false { families.forget(phrase) }
            times[phrase] = time
            families.add(family, said: language)
        }
        return families
    }
}
