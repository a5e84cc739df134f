import Content
import GRDB

/// Writes what holds of learners beside the facts that say so, in the same transaction.
enum LearnerProjection {
    /// The number of a learner; a new one for an id that was never met.
    static func number(of id: LearnerID, in db: Database) throws -> Int64 {
        let find = try db.cachedStatement(sql: "SELECT number FROM learner WHERE id = ?")
        if let known = try Int64.fetchOne(find, arguments: [id.rawValue]) { return known }
        try db.cachedStatement(sql: "INSERT INTO learner (id, nameKey) VALUES (?, ?)")
            .execute(arguments: [id.rawValue, id.rawValue.lowercased()])
        return db.lastInsertedRowID
    }

    /// Writes anew what holds of a learner.
    static func write(_ number: Int64, in db: Database) throws {
        let (state, isUnderstood) = try state(of: number, in: db)
        let learner = state.learner
        try db.cachedStatement(
            sql: """
                UPDATE learner SET name = ?, nameKey = ?, school = ?, grade = ?, languages = ?, email = ?, dial = ?,
                    minutes = ?, level = ?, consent = ?, guardianConsent = ?, isUnder13 = ?, isEnrolled = ?,
                    isUnderstood = ?, lastFact = ? WHERE number = ?
                """
        ).execute(arguments: [
            learner.name, learner.name.lowercased(), learner.school, learner.grade,
            learner.languages.joined(separator: ";"), learner.email, learner.dial?.rawValue, learner.minutes,
            state.level,
            learner.consent, learner.guardianConsent, learner.under13, state.lastFact > 0 && learner.enrolled,
            isUnderstood, state.lastFact, number,
        ])
        try writeClasses(state, of: number, in: db)
        try writeGuardians(state, of: number, in: db)
        try db.cachedStatement(sql: "DELETE FROM learnerTopic WHERE learner = ?").execute(arguments: [number])
        for (place, topic) in state.topics.enumerated() {
            try db.cachedStatement(sql: "INSERT INTO learnerTopic VALUES (?, ?, ?, ?, ?, ?, ?)").execute(arguments: [
                number, place, topic.stance.rawValue, topic.phrase, topic.item?.rawValue, topic.origin.rawValue,
                topic.at.seconds,
            ])
        }
    }

    private static func state(of number: Int64, in db: Database) throws -> (LearnerState, isUnderstood: Bool) {
        let id = LearnerID(
            rawValue: try String.fetchOne(
                db.cachedStatement(sql: "SELECT id FROM learner WHERE number = ?"), arguments: [number]) ?? "")
        let sql = "SELECT * FROM spokenFact WHERE learnerNumber = ? ORDER BY number"
        let rows = try Row.fetchCursor(db.cachedStatement(sql: sql), arguments: [number])
        var facts = LearnerFacts()
        while let row = try rows.next() { try facts.take(StrictRow(row, of: "learnerFact")) }
        return (LearnerState(id: id, facts: facts.readable[id] ?? []), facts.unread.isEmpty)
    }

    private static func writeClasses(_ state: LearnerState, of number: Int64, in db: Database) throws {
        try db.cachedStatement(sql: "DELETE FROM learnerClass WHERE learner = ?").execute(arguments: [number])
        for span in state.classes {
            let isHome = span.until == nil && span.place == 0
            // Left and joined again within one second is one stay.
            try db.cachedStatement(sql: "INSERT OR REPLACE INTO learnerClass VALUES (?, ?, ?, ?, ?, ?)").execute(
                arguments: [
                    number, try ClassProjection.number(of: span.name, in: db), span.since.seconds, span.until?.seconds,
                    span.place, isHome,
                ])
        }
    }

    private static func writeGuardians(_ state: LearnerState, of number: Int64, in db: Database) throws {
        try db.cachedStatement(sql: "DELETE FROM learnerGuardian WHERE learner = ?").execute(arguments: [number])
        for span in state.guardians {
            let address = span.name.lowercased()
            try db.cachedStatement(sql: "INSERT OR IGNORE INTO guardian (address) VALUES (?)")
                .execute(arguments: [address])
            let guardian = try Int64.fetchOne(
                db.cachedStatement(sql: "SELECT number FROM guardian WHERE address = ?"), arguments: [address])
            let now = span.until == nil ? state.learner.guardians.first { Guardian.key($0.address) == address } : nil
            try db.cachedStatement(sql: "INSERT OR REPLACE INTO learnerGuardian VALUES (?, ?, ?, ?, ?, ?, ?)").execute(
                arguments: [
                    number, guardian, span.since.seconds, span.until?.seconds, span.place, now?.language, now?.consent,
                ])
        }
    }
}
