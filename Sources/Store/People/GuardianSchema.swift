import GRDB

/// Guardians with a word of their own, and the links that a roster of changes needs.
enum GuardianSchema {
    static let migration = "18 guardians"

    static let schema = """
        -- The guardian whom a fact is about, by the address in lower case; empty: one without an address; null: not about one guardian.
        ALTER TABLE learnerFact ADD COLUMN guardian TEXT;
        DROP VIEW spokenFact;
        CREATE VIEW spokenFact AS
            SELECT fact.number, learner.id AS learner, kind, value, item, guardian, origin, at,
                fact.learner AS learnerNumber
                FROM learnerFact fact JOIN learner ON learner.number = fact.learner
                WHERE NOT EXISTS (SELECT 1 FROM hiddenFact WHERE hiddenFact.fact = fact.number);

        ALTER TABLE learnerGuardian ADD COLUMN language TEXT;
        ALTER TABLE learnerGuardian ADD COLUMN consent INTEGER CHECK (consent IN (0, 1));

        -- Links between a roster's own ids, for a later import of changes alone.
        CREATE TABLE rosterLink (
            "table" TEXT NOT NULL,
            id TEXT NOT NULL,
            text TEXT NOT NULL,
            PRIMARY KEY ("table", id)
        ) WITHOUT ROWID;
        """

    static func migrate(_ db: Database) throws {
        try db.execute(sql: schema)
        try tellEach(db)
    }

    /// Consent was said of all guardians at once, those who came later among them. From now on each has their own: what was said is
    /// said again of each address that the learner has had, or of nobody's where there is none.
    private static func tellEach(_ db: Database) throws {
        let said = try Row.fetchAll(
            db,
            sql: """
                SELECT learner, kind, value, origin, actor, at FROM learnerFact
                    WHERE kind IN ('guardianEmail', 'guardianConsent')
                    AND NOT EXISTS (SELECT 1 FROM hiddenFact WHERE hiddenFact.fact = learnerFact.number) ORDER BY number
                """)
        var consents: [Int64: [Row]] = [:]
        var addresses: [Int64: [String]] = [:]
        for row in said {
            let learner: Int64 = row["learner"]
            if row["kind"] == "guardianConsent" {
                consents[learner, default: []].append(row)
            } else if case .string(let list) = (row["value"] as DatabaseValue).storage {
                for part in list.lowercased().split(separator: ";") {
                    let address = String(part.drop { $0 == " " })
                    if !address.isEmpty, addresses[learner]?.contains(address) != true {
                        addresses[learner, default: []].append(address)
                    }
                }
            }
        }
        let statement = try db.cachedStatement(
            sql: """
                INSERT INTO learnerFact (learner, kind, value, guardian, origin, actor, at)
                VALUES (?, 'guardianConsent', ?, ?, ?, ?, ?)
                """)
        for learner in consents.keys.sorted() {
            for address in addresses[learner] ?? [""] {
                for row in consents[learner] ?? [] {
                    try statement.execute(arguments: [
                        learner, row["value"] as DatabaseValue, address, row["origin"] as DatabaseValue,
                        row["actor"] as DatabaseValue, row["at"] as DatabaseValue,
                    ])
                }
            }
        }
    }
}
