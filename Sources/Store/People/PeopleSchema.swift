import GRDB

/// People as tables of their own: small numbers beside the school's ids, memberships with their dates, and what holds now.
enum PeopleSchema {
    static let migration = "6 people"

    /// Learners, classes, teachers, guardians, who belongs to whom, and what holds of each. All but the numbers is a view over the
    /// appended facts, written with them (``LearnerProjection``, ``ClassProjection``, ``RuleProjection``).
    static let people = """
        CREATE TABLE learner (
            number INTEGER PRIMARY KEY,
            -- The school's own.
            id TEXT NOT NULL UNIQUE,
            name TEXT NOT NULL DEFAULT '',
            -- The name, or else the id, in lower case: what people look for.
            nameKey TEXT NOT NULL DEFAULT '',
            school TEXT,
            grade INTEGER NOT NULL DEFAULT 0 CHECK (grade BETWEEN 0 AND 13),
            languages TEXT NOT NULL DEFAULT '',
            email TEXT,
            dial INTEGER CHECK (dial BETWEEN 0 AND 4),
            minutes INTEGER,
            level REAL NOT NULL DEFAULT 0,
            consent INTEGER CHECK (consent IN (0, 1)),
            guardianConsent INTEGER CHECK (guardianConsent IN (0, 1)),
            isUnder13 INTEGER NOT NULL DEFAULT 1 CHECK (isUnder13 IN (0, 1)),
            isEnrolled INTEGER NOT NULL DEFAULT 0 CHECK (isEnrolled IN (0, 1)),
            -- Whether each row that is said of them is understood.
            isUnderstood INTEGER NOT NULL DEFAULT 1 CHECK (isUnderstood IN (0, 1)),
            -- The last fact that this rests on.
            lastFact INTEGER NOT NULL DEFAULT 0
        );
        CREATE INDEX learnerName ON learner(nameKey);

        CREATE TABLE class (
            number INTEGER PRIMARY KEY,
            name TEXT NOT NULL UNIQUE
        );
        CREATE TABLE learnerClass (
            learner INTEGER NOT NULL REFERENCES learner(number) ON DELETE CASCADE,
            class INTEGER NOT NULL REFERENCES class(number),
            since INTEGER NOT NULL,
            until INTEGER,
            place INTEGER NOT NULL CHECK (place >= 0),
            isHome INTEGER NOT NULL CHECK (isHome IN (0, 1)),
            PRIMARY KEY (learner, class, since)
        ) WITHOUT ROWID;
        CREATE INDEX learnerClassMembers ON learnerClass(class, learner) WHERE until IS NULL;

        CREATE TABLE teacher (
            number INTEGER PRIMARY KEY,
            name TEXT NOT NULL,
            address TEXT NOT NULL,
            UNIQUE (name, address)
        );
        CREATE TABLE classTeacher (
            class INTEGER NOT NULL REFERENCES class(number),
            teacher INTEGER NOT NULL REFERENCES teacher(number),
            since INTEGER NOT NULL,
            until INTEGER,
            place INTEGER NOT NULL CHECK (place >= 0),
            PRIMARY KEY (class, teacher, since)
        ) WITHOUT ROWID;
        CREATE INDEX classTeacherClasses ON classTeacher(teacher, class) WHERE until IS NULL;

        CREATE TABLE guardian (
            number INTEGER PRIMARY KEY,
            -- In lower case.
            address TEXT NOT NULL UNIQUE
        );
        CREATE TABLE learnerGuardian (
            learner INTEGER NOT NULL REFERENCES learner(number) ON DELETE CASCADE,
            guardian INTEGER NOT NULL REFERENCES guardian(number),
            since INTEGER NOT NULL,
            until INTEGER,
            place INTEGER NOT NULL CHECK (place >= 0),
            PRIMARY KEY (learner, guardian, since)
        ) WITHOUT ROWID;
        CREATE INDEX learnerGuardianLearners ON learnerGuardian(guardian, learner) WHERE until IS NULL;

        CREATE TABLE learnerTopic (
            learner INTEGER NOT NULL REFERENCES learner(number) ON DELETE CASCADE,
            place INTEGER NOT NULL CHECK (place >= 0),
            stance TEXT NOT NULL CHECK (stance IN ('want', 'less', 'avoid', 'strength', 'need')),
            phrase TEXT NOT NULL,
            item TEXT,
            origin TEXT NOT NULL,
            at INTEGER NOT NULL,
            PRIMARY KEY (learner, place)
        ) WITHOUT ROWID;
        CREATE INDEX learnerTopicPhrase ON learnerTopic(phrase, stance, learner);

        -- Which of the appended views of the other tables these are: they are made anew where it is another.
        CREATE TABLE projection (
            version INTEGER NOT NULL
        );
        """

    /// What was said, what was decided and what was made, by the learners' numbers. What is damaged is carried over as it is: it
    /// costs whom it is about a list, and not the school its store.
    static let references = """
        INSERT INTO learner (id)
            SELECT learner FROM learnerFact UNION SELECT learner FROM list UNION SELECT learner FROM outboxLearner
            UNION SELECT learner FROM givenEarlier UNION SELECT learner FROM teacherRule WHERE learner IS NOT NULL;

        DROP VIEW spokenFact;
        CREATE TABLE newFact (
            number INTEGER PRIMARY KEY,
            learner INTEGER NOT NULL REFERENCES learner(number) ON DELETE CASCADE,
            kind TEXT NOT NULL CHECK (kind != ''),
            value TEXT NOT NULL,
            item TEXT,
            origin TEXT NOT NULL CHECK (origin != ''),
            -- Who was at the keyboard; null: an older version did not ask.
            actor TEXT,
            at INTEGER NOT NULL
        );
        INSERT INTO newFact (number, learner, kind, value, item, origin, at)
            SELECT fact.number, learner.number, kind, value, item, origin, at FROM learnerFact fact
                CROSS JOIN learner ON learner.id = fact.learner;
        DROP TABLE learnerFact;
        ALTER TABLE newFact RENAME TO learnerFact;
        CREATE INDEX learnerFactLearner ON learnerFact(learner, number);
        CREATE INDEX learnerFactKind ON learnerFact(kind, learner, number, value);
        CREATE VIEW spokenFact AS
            SELECT fact.number, learner.id AS learner, kind, value, item, origin, at, fact.learner AS learnerNumber
                FROM learnerFact fact JOIN learner ON learner.number = fact.learner
                WHERE NOT EXISTS (SELECT 1 FROM hiddenFact WHERE hiddenFact.fact = fact.number);

        ALTER TABLE classVersion ADD COLUMN actor TEXT;
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
            CHECK ((class IS NULL) != (learner IS NULL)),
            CHECK ((item IS NULL) != (topic IS NULL))
        );
        INSERT INTO newRule (number, kind, class, learner, item, topic, by, assigned, readDigest, at)
            SELECT rule.number, kind, class, learner.number, item, topic, by, assigned, readDigest, at
                FROM teacherRule rule LEFT JOIN learner ON learner.id = rule.learner;
        DROP TABLE teacherRule;
        ALTER TABLE newRule RENAME TO teacherRule;
        CREATE INDEX teacherRuleClass ON teacherRule(class, item, topic) WHERE class IS NOT NULL;
        CREATE INDEX teacherRuleLearner ON teacherRule(learner, item, topic) WHERE learner IS NOT NULL;
        -- The rules that stand, each at the place of the first that was said of the same.
        CREATE TABLE standingRule (
            rule INTEGER PRIMARY KEY REFERENCES teacherRule(number) ON DELETE CASCADE,
            place INTEGER NOT NULL
        );

        CREATE TABLE newList (
            number INTEGER PRIMARY KEY,
            edition TEXT NOT NULL,
            learner INTEGER NOT NULL REFERENCES learner(number) ON DELETE CASCADE,
            run INTEGER NOT NULL REFERENCES run(number),
            made INTEGER NOT NULL,
            state TEXT NOT NULL CHECK (state != ''),
            body TEXT NOT NULL,
            -- Counts a gate and the runners-up, in one compact row.
            record TEXT NOT NULL,
            UNIQUE (edition, learner)
        );
        INSERT INTO newList (edition, learner, run, made, state, body, record)
            SELECT edition, learner.number, run, made, state, body, record FROM list
                CROSS JOIN learner ON learner.id = list.learner ORDER BY edition, list.learner;
        CREATE TABLE newListItem (
            list INTEGER NOT NULL REFERENCES list(number) ON DELETE CASCADE,
            item TEXT NOT NULL,
            PRIMARY KEY (list, item)
        ) WITHOUT ROWID;
        INSERT OR IGNORE INTO newListItem (list, item)
            SELECT newList.number, item FROM listItem CROSS JOIN learner ON learner.id = listItem.learner
                CROSS JOIN newList ON newList.edition = listItem.edition AND newList.learner = learner.number;
        DROP TABLE listItem;
        DROP TABLE list;
        ALTER TABLE newList RENAME TO list;
        ALTER TABLE newListItem RENAME TO listItem;
        CREATE INDEX listState ON list(state, edition, run);
        CREATE INDEX listLearner ON list(learner, made, run);
        CREATE INDEX listRun ON list(run);

        CREATE TABLE newGiven (
            learner INTEGER NOT NULL REFERENCES learner(number) ON DELETE CASCADE,
            item TEXT NOT NULL,
            edition TEXT NOT NULL,
            run INTEGER NOT NULL,
            PRIMARY KEY (learner, item, edition)
        ) WITHOUT ROWID;
        INSERT INTO newGiven SELECT learner.number, item, edition, run FROM givenEarlier
            CROSS JOIN learner ON learner.id = givenEarlier.learner;
        DROP TABLE givenEarlier;
        ALTER TABLE newGiven RENAME TO givenEarlier;

        CREATE TABLE newOutboxLearner (
            name TEXT NOT NULL REFERENCES outbox(name) ON DELETE CASCADE,
            learner INTEGER NOT NULL REFERENCES learner(number) ON DELETE CASCADE,
            PRIMARY KEY (learner, name)
        ) WITHOUT ROWID;
        INSERT INTO newOutboxLearner SELECT outboxLearner.name, learner.number FROM outboxLearner
            CROSS JOIN learner ON learner.id = outboxLearner.learner;
        DROP TABLE outboxLearner;
        ALTER TABLE newOutboxLearner RENAME TO outboxLearner;
        CREATE INDEX outboxLearnerName ON outboxLearner(name);
        -- The bytes stand apart from what is kept of each entry: they are let go once they are handed over.
        ALTER TABLE outbox ADD COLUMN size INTEGER NOT NULL DEFAULT 0;
        UPDATE outbox SET size = length(bytes);
        CREATE TABLE outboxBytes (
            name TEXT PRIMARY KEY REFERENCES outbox(name) ON DELETE CASCADE,
            bytes BLOB NOT NULL
        );
        INSERT INTO outboxBytes SELECT name, bytes FROM outbox WHERE state IN ('rendered', 'ambiguous');
        -- Whether mails of an older version had one-click addresses: then there was a secret.
        CREATE TABLE oneClickMail (
            wereMade INTEGER NOT NULL CHECK (wereMade = 1)
        );
        INSERT INTO oneClickMail SELECT 1 WHERE EXISTS
            (SELECT 1 FROM outbox WHERE kind = 'mail' AND instr(bytes, CAST('List-Unsubscribe-Post:' AS BLOB)) > 0);
        ALTER TABLE outbox DROP COLUMN bytes;
        """

    /// What was decided about lists and by whom, what went wrong where, by what a run was told what to do.
    static let record = """
        -- What people said of a list: what was approved is what goes out.
        CREATE TABLE listDecision (
            number INTEGER PRIMARY KEY,
            list INTEGER NOT NULL REFERENCES list(number) ON DELETE CASCADE,
            kind TEXT NOT NULL CHECK (kind IN ('approve', 'hold', 'lift', 'liftAll')),
            class TEXT,
            by TEXT NOT NULL,
            -- Of what the list held then.
            digest TEXT NOT NULL,
            -- The state that it was in.
            was TEXT NOT NULL,
            actor TEXT,
            at INTEGER NOT NULL
        );
        CREATE INDEX listDecisionList ON listDecision(list);

        CREATE TABLE finding (
            run INTEGER NOT NULL REFERENCES run(number) ON DELETE CASCADE,
            number INTEGER NOT NULL,
            severity TEXT NOT NULL CHECK (severity IN ('note', 'warning', 'error')),
            -- What it is about: a feed, an item, a learner, a class, a file, a scorer, an edition, or a part of the work.
            kind TEXT NOT NULL CHECK (kind IN ('feed', 'item', 'learner', 'class', 'file', 'scorer', 'edition', 'part')),
            subject TEXT NOT NULL,
            line INTEGER,
            "column" INTEGER,
            problem TEXT NOT NULL,
            remedy TEXT NOT NULL,
            PRIMARY KEY (run, number)
        ) WITHOUT ROWID;
        CREATE INDEX findingSubject ON finding(kind, subject, run);

        CREATE TABLE configurationText (
            digest TEXT PRIMARY KEY,
            text TEXT NOT NULL
        ) WITHOUT ROWID;
        -- By what scorers cannot tell who a learner is: drawn once a run.
        ALTER TABLE run ADD COLUMN pseudonyms TEXT NOT NULL DEFAULT '';

        -- Whom the one-click addresses in mails are for.
        CREATE TABLE stopToken (
            token TEXT PRIMARY KEY,
            learner INTEGER NOT NULL REFERENCES learner(number) ON DELETE CASCADE,
            address TEXT NOT NULL
        ) WITHOUT ROWID;
        CREATE INDEX stopTokenLearner ON stopToken(learner);
        """

    static func migrate(_ db: Database) throws {
        // Rows that are damaged are read with care, and said; they are not a reason to lose the store.
        try db.execute(sql: "PRAGMA ignore_check_constraints = ON")
        defer { try? db.execute(sql: "PRAGMA ignore_check_constraints = OFF") }
        try db.execute(sql: people)
        try db.execute(sql: references)
        try db.execute(sql: record)
    }
}
