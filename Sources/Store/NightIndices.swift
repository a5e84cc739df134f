/// What keeps a night of a whole district from growing with the square of its learners, or with all nights before it: each
/// question about one learner, one class or one edition has an index that answers it.
enum NightIndices {
    static let migration = "5 nights"

    static let schema = """
        -- The lists in a state, and of a run, without a look at the lists themselves, which are some 10 kB each.
        CREATE INDEX listState ON list(state, edition, run);
        CREATE INDEX listLearner ON list(learner, made, run);
        CREATE INDEX listRun ON list(run);
        CREATE INDEX runEdition ON run(edition);
        -- What one kind of fact says of everybody: names, classes, addresses.
        CREATE INDEX learnerFactKind ON learnerFact(kind, learner, number, value);
        CREATE INDEX itemVersionURL ON itemVersion(url);
        CREATE INDEX outboxRendered ON outbox(edition, name) WHERE state = 'rendered';
        -- It compared each article that a learner has had with each message.
        DROP VIEW given;

        -- That a person said, at a moment, that the clock was right although nothing had been done for long.
        CREATE TABLE clockWord (
            number INTEGER PRIMARY KEY,
            at INTEGER NOT NULL
        );
        """
}
