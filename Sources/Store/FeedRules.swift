/// Teachers' rules about all that a feed brings.
enum FeedRules {
    static let migration = "19 suitability"

    static let schema = """
        -- A rule is about one thing: an item, a topic, or all that a feed brings. Rows are carried over as they are, damaged ones too.
        PRAGMA ignore_check_constraints = ON;
        CREATE TABLE newRule (
            number INTEGER PRIMARY KEY,
            kind TEXT NOT NULL CHECK (kind != ''),
            class TEXT,
            learner INTEGER REFERENCES learner(number) ON DELETE CASCADE,
            item TEXT,
            topic TEXT,
            by TEXT NOT NULL,
            assigned INTEGER NOT NULL CHECK (assigned IN (0, 1)),
            readDigest TEXT,
            actor TEXT,
            at INTEGER NOT NULL,
            until TEXT,
            edition TEXT,
            exact INTEGER NOT NULL DEFAULT 0,
            feed TEXT,
            CHECK ((class IS NULL) != (learner IS NULL)),
            CHECK ((item IS NOT NULL) + (topic IS NOT NULL) + (feed IS NOT NULL) = 1)
        );
        INSERT INTO newRule
            (number, kind, class, learner, item, topic, by, assigned, readDigest, actor, at, until, edition, exact)
            SELECT number, kind, class, learner, item, topic, by, assigned, readDigest, actor, at, until, edition, exact
                FROM teacherRule;
        DROP TABLE teacherRule;
        ALTER TABLE newRule RENAME TO teacherRule;
        CREATE INDEX teacherRuleClass ON teacherRule(class, item, topic) WHERE class IS NOT NULL;
        CREATE INDEX teacherRuleLearner ON teacherRule(learner, item, topic) WHERE learner IS NOT NULL;
        PRAGMA ignore_check_constraints = OFF;
        """
}
