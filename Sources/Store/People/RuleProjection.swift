import Content
import GRDB

/// Writes which of the teachers' rules stand, beside the rules.
enum RuleProjection {
    /// Kinds that undo one another, for SQL; one that is not known stands by itself.
    private static func family(_ table: String) -> String {
        """
        CASE \(table).kind WHEN 'unpin' THEN 'pin' WHEN 'unveto' THEN 'veto' WHEN 'unapprove' THEN 'approve'
            ELSE \(table).kind END
        """
    }

    /// Takes a rule that was just appended into what stands.
    static func take(_ rule: Int64, in db: Database) throws {
        let same = try alike(rule, in: db)
        for other in same {
            try db.cachedStatement(sql: "DELETE FROM standingRule WHERE rule = ?").execute(arguments: [other])
        }
        // One that is not understood may be a veto: it stands until somebody has looked. A swap stands for one edition, not until it is
        // taken back.
        try db.cachedStatement(
            sql: """
                INSERT INTO standingRule (rule, place) SELECT number, ? FROM teacherRule
                    WHERE number = ? AND kind NOT IN ('unpin', 'unveto', 'unapprove', 'swap')
                """
        ).execute(arguments: [same.min() ?? rule, rule])
    }

    /// The rules up to one that are about the same thing for the same class or learner, that one among them. Topics are the same
    /// however they are cased, in any alphabet, which the database does not know.
    private static func alike(_ rule: Int64, in db: Database) throws -> [Int64] {
        func others(_ column: String) -> String {
            """
            SELECT other.number, other.topic, rule.topic FROM teacherRule rule CROSS JOIN teacherRule other
                ON other.\(column) = rule.\(column) AND other.item IS rule.item AND other.feed IS rule.feed
                WHERE rule.number = ?1 AND other.number <= ?1 AND \(family("other")) = \(family("rule"))
            """
        }
        let sql = "\(others("class")) UNION ALL \(others("learner"))"
        return try Row.fetchAll(db.cachedStatement(sql: sql), arguments: [rule]).compactMap { row in
            let (other, own): (DatabaseValue, DatabaseValue) = (row[1], row[2])
            if other == own { return row[0] }
            // A topic that is damaged is the same as none but itself, and stands.
            guard let first = String.fromDatabaseValue(other), let second = String.fromDatabaseValue(own) else {
                return nil
            }
            return first.lowercased() == second.lowercased() ? row[0] : nil
        }
    }
}
