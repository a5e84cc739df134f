/// Statements that take an earlier one back. Nothing is changed or removed: what held at an earlier mark can still be told.
enum TakenBackSchema {
    static let migration = "21 taken back"

    static let schema = """
        -- Without a CHECK: adding one looks at all rows, and a damaged one of long ago would keep the store from opening.
        ALTER TABLE learnerFact ADD COLUMN takesBack INTEGER;
        -- Nothing is taken back twice.
        CREATE UNIQUE INDEX learnerFactTakesBack ON learnerFact(takesBack) WHERE takesBack IS NOT NULL;
        DROP VIEW spokenFact;
        CREATE VIEW spokenFact AS
            SELECT fact.number, learner.id AS learner, kind, value, item, guardian, origin, at, takesBack,
                fact.learner AS learnerNumber
                FROM learnerFact fact JOIN learner ON learner.number = fact.learner
                WHERE NOT EXISTS (SELECT 1 FROM hiddenFact WHERE hiddenFact.fact = fact.number);
        """
}
