import Content
import GRDB

/// Teachers' rules that end by themselves: those that hold up to a date, and those of one edition.
enum EditionRules {
    static let migration = "11 rules that end"

    static let exactMigration = "16 pins of one version"
    static let exactSchema = """
        -- Whether a pin means just this version of its story. Without a check: it would try those of damaged rows too, which are carried
        -- over as they are.
        ALTER TABLE teacherRule ADD COLUMN exact INTEGER NOT NULL DEFAULT 0;
        """

    static let schema = """
        -- The date of the last edition that a rule holds for; null: until it is taken back.
        ALTER TABLE teacherRule ADD COLUMN until TEXT;
        -- The one edition that a swap is of.
        ALTER TABLE teacherRule ADD COLUMN edition TEXT;
        """
}

extension LearnerRepository {
    /// The rules of a kind that stand for anybody, each at the place of the first about the same. Those that end by themselves are among
    /// them.
    public func standingRules(of kind: TeacherRule.Kind) throws(StoreError) -> TeacherRules {
        try StoreError.wrapping("read the teachers' rules") {
            try database.read { db in
                let rows = try Row.fetchAll(
                    db,
                    sql: """
                        SELECT \(Self.ruleColumns) JOIN standingRule ON standingRule.rule = rule.number
                            WHERE kind = ? ORDER BY place
                        """, arguments: [kind.rawValue])
                var rules = TeacherRules()
                for row in rows { try rules.take(StrictRow(row, of: "teacherRule")) }
                return rules
            }
        }
    }
}
