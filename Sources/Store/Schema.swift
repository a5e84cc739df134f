import GRDB

/// The migrations of the store, from the first version on. A migration that has been released is never changed: a new
/// one follows it.
enum Schema {
    static func migrator() -> DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1 feeds and items") { try $0.execute(sql: feedsAndItems) }
        migrator.registerMigration("1 learners") { try $0.execute(sql: learners) }
        migrator.registerMigration("1 runs, lists, outbox") { try $0.execute(sql: runsListsOutbox) }
        migrator.registerMigration("2 text of items") { try $0.execute(sql: textOfItems) }
        migrator.registerMigration("3 licences of items") { try $0.execute(sql: Licenses.schema) }
        migrator.registerMigration(ScheduleRepository.migration) { try $0.execute(sql: ScheduleRepository.schema) }
        migrator.registerMigration(SafeguardingRepository.migration) {
            try $0.execute(sql: SafeguardingRepository.schema)
        }
        migrator.registerMigration(SecretRepository.migration) { try $0.execute(sql: SecretRepository.schema) }
        migrator.registerMigration(NightIndices.migration) { try $0.execute(sql: NightIndices.schema) }
        migrator.registerMigration(PeopleSchema.migration) { try PeopleSchema.migrate($0) }
        migrator.registerMigration(TopicRepository.migration) { try $0.execute(sql: TopicRepository.schema) }
        migrator.registerMigration(AcknowledgementRepository.migration) {
            try $0.execute(sql: AcknowledgementRepository.schema)
        }
        migrator.registerMigration(FeedStateRepository.migration) {
            try $0.execute(sql: FeedStateRepository.schema)
        }
        migrator.registerMigration(PageRepository.migration) { try $0.execute(sql: PageRepository.schema) }
        migrator.registerMigration(EditionRules.migration) { try $0.execute(sql: EditionRules.schema) }
        migrator.registerMigration(OwnItemRepository.migration) { try $0.execute(sql: OwnItemRepository.schema) }
        migrator.registerMigration(ReaderLevelRepository.migration) {
            try $0.execute(sql: ReaderLevelRepository.schema)
        }
        migrator.registerMigration(SupplyRepository.migration) { try $0.execute(sql: SupplyRepository.schema) }
        migrator.registerMigration(OwnItemRepository.rangeMigration) {
            try $0.execute(sql: OwnItemRepository.rangeSchema)
        }
        migrator.registerMigration(EditionRules.exactMigration) { try $0.execute(sql: EditionRules.exactSchema) }
        migrator.registerMigration(FeedSchools.migration) { try $0.execute(sql: FeedSchools.schema) }
        migrator.registerMigration(GuardianSchema.migration) { try GuardianSchema.migrate($0) }
        migrator.registerMigration(FeedRules.migration) { try $0.execute(sql: FeedRules.schema) }
        migrator.registerMigration(ClassPageSchema.migration) { try $0.execute(sql: ClassPageSchema.schema) }
        migrator.registerMigration(TakenBackSchema.migration) { try $0.execute(sql: TakenBackSchema.schema) }
        migrator.registerMigration(DeskRepository.migration) { try $0.execute(sql: DeskRepository.schema) }
        return migrator
    }

    /// Versions are appended; `current…` views show what holds now. `number` grows with time, so that "as of" is a
    /// comparison of numbers and exact even when two things happen in one second.
    private static let feedsAndItems = """
        CREATE TABLE feed (
            id INTEGER PRIMARY KEY,
            address TEXT NOT NULL UNIQUE,
            firstSeen INTEGER NOT NULL
        );
        CREATE TABLE feedVersion (
            number INTEGER PRIMARY KEY,
            feed INTEGER NOT NULL REFERENCES feed(id),
            title TEXT NOT NULL,
            homePage TEXT,
            language TEXT,
            audience INTEGER,
            listed INTEGER NOT NULL,
            at INTEGER NOT NULL
        );
        CREATE INDEX feedVersionFeed ON feedVersion(feed, number);
        CREATE VIEW currentFeed AS
            SELECT feed.address, version.* FROM feedVersion version JOIN feed ON feed.id = version.feed
                WHERE version.number = (SELECT MAX(number) FROM feedVersion WHERE feed = version.feed);

        -- What makes the next fetch cheap: the validators that the server gave with the last body, and its digest.
        CREATE TABLE fetch (
            feed INTEGER PRIMARY KEY REFERENCES feed(id),
            etag TEXT,
            lastModified TEXT,
            digest TEXT NOT NULL
        );

        CREATE TABLE item (
            id TEXT PRIMARY KEY,
            code TEXT NOT NULL UNIQUE,
            firstSeen INTEGER NOT NULL
        ) WITHOUT ROWID;
        -- All the names one item is known by: guid within a feed, canonical address, title or text at an address. A name
        -- without an item, marked 'shared:', is one that several entries of a feed's document have carried.
        CREATE TABLE itemKey (
            key TEXT PRIMARY KEY,
            item TEXT REFERENCES item(id)
        ) WITHOUT ROWID;
        CREATE TABLE itemOrigin (
            item TEXT NOT NULL REFERENCES item(id),
            feed INTEGER NOT NULL REFERENCES feed(id),
            firstSeen INTEGER NOT NULL,
            -- The publisher's id of it in this feed, as it was last.
            guid TEXT,
            PRIMARY KEY (item, feed)
        ) WITHOUT ROWID;
        CREATE TABLE itemVersion (
            number INTEGER PRIMARY KEY,
            item TEXT NOT NULL REFERENCES item(id),
            feed INTEGER NOT NULL REFERENCES feed(id),
            seen INTEGER NOT NULL,
            digest TEXT NOT NULL,
            url TEXT,
            title TEXT NOT NULL,
            summary TEXT NOT NULL,
            text TEXT NOT NULL,
            authors TEXT NOT NULL,
            tags TEXT NOT NULL,
            language TEXT,
            image TEXT,
            published INTEGER NOT NULL,
            words INTEGER NOT NULL,
            minutes INTEGER NOT NULL,
            level REAL,
            -- The earlier version of the item that first said this title and text; null: this one.
            textOf INTEGER
        );
        CREATE INDEX itemVersionItem ON itemVersion(item, number);
        CREATE VIEW currentItem AS
            SELECT item.code, item.firstSeen, version.* FROM item JOIN itemVersion version ON version.number =
                (SELECT MAX(number) FROM itemVersion WHERE item = item.id);

        -- What finds near-copies: marks of the opening of each text that is current, and the pairs that were found. A pair
        -- is of two texts, by the versions that first said them, the later one first; it holds while both are current.
        CREATE TABLE copyMark (
            mark INTEGER NOT NULL,
            version INTEGER NOT NULL REFERENCES itemVersion(number),
            PRIMARY KEY (mark, version)
        ) WITHOUT ROWID;
        CREATE TABLE nearCopy (
            version INTEGER NOT NULL REFERENCES itemVersion(number),
            other INTEGER NOT NULL REFERENCES itemVersion(number),
            PRIMARY KEY (version, other)
        ) WITHOUT ROWID;
        """

    private static let learners = """
        CREATE TABLE learnerFact (
            number INTEGER PRIMARY KEY,
            learner TEXT NOT NULL,
            kind TEXT NOT NULL,
            value TEXT NOT NULL,
            item TEXT,
            origin TEXT NOT NULL,
            at INTEGER NOT NULL
        );
        CREATE INDEX learnerFactLearner ON learnerFact(learner, number);

        CREATE TABLE classVersion (
            number INTEGER PRIMARY KEY,
            name TEXT NOT NULL,
            teacher TEXT,
            teacherEmail TEXT,
            dial INTEGER,
            review INTEGER NOT NULL,
            at INTEGER NOT NULL
        );
        CREATE INDEX classVersionName ON classVersion(name, number);

        CREATE TABLE teacherRule (
            number INTEGER PRIMARY KEY,
            kind TEXT NOT NULL,
            class TEXT,
            learner TEXT,
            item TEXT,
            topic TEXT,
            by TEXT NOT NULL,
            assigned INTEGER NOT NULL,
            readDigest TEXT,
            at INTEGER NOT NULL
        );
        """

    private static let runsListsOutbox = """
        -- The ledger: what was done with what, so that it can be told and done again.
        CREATE TABLE run (
            number INTEGER PRIMARY KEY,
            edition TEXT NOT NULL,
            stages TEXT NOT NULL,
            now INTEGER NOT NULL,
            milliseconds INTEGER,
            version TEXT NOT NULL,
            configuration TEXT NOT NULL,
            scorers TEXT NOT NULL,
            marks TEXT NOT NULL,
            summary TEXT,
            outcome TEXT NOT NULL
        );

        CREATE TABLE list (
            edition TEXT NOT NULL,
            learner TEXT NOT NULL,
            run INTEGER NOT NULL REFERENCES run(number),
            made INTEGER NOT NULL,
            state TEXT NOT NULL,
            body TEXT NOT NULL,
            -- Counts a gate and the runners-up, in one compact row.
            record TEXT NOT NULL,
            PRIMARY KEY (edition, learner)
        ) WITHOUT ROWID;
        CREATE TABLE listItem (
            learner TEXT NOT NULL,
            item TEXT NOT NULL,
            edition TEXT NOT NULL,
            PRIMARY KEY (learner, item, edition)
        ) WITHOUT ROWID;

        -- Rendered bytes are stored before they are sent, and the state is written before the act.
        CREATE TABLE outbox (
            name TEXT PRIMARY KEY,
            edition TEXT NOT NULL,
            kind TEXT NOT NULL,
            recipients TEXT NOT NULL,
            bytes BLOB NOT NULL,
            digest TEXT NOT NULL,
            state TEXT NOT NULL,
            at INTEGER NOT NULL
        );
        CREATE INDEX outboxEdition ON outbox(edition, state);
        -- Holds all that `given` asks for, so that it never walks over the messages' bytes.
        CREATE INDEX outboxState ON outbox(name, edition, state);
        -- Whose list a message or page carries.
        CREATE TABLE outboxLearner (
            name TEXT NOT NULL REFERENCES outbox(name) ON DELETE CASCADE,
            learner TEXT NOT NULL,
            PRIMARY KEY (learner, name)
        ) WITHOUT ROWID;
        CREATE INDEX outboxLearnerName ON outboxLearner(name);
        -- An item is given to a learner once a message or page with its list is out, or may be.
        CREATE VIEW given AS
            SELECT DISTINCT listItem.learner, listItem.item, listItem.edition FROM listItem
                CROSS JOIN outboxLearner ON outboxLearner.learner = listItem.learner
                CROSS JOIN outbox INDEXED BY outboxState
                    ON outbox.name = outboxLearner.name AND outbox.edition = listItem.edition
            WHERE outbox.state IN ('written', 'sent', 'ambiguous');
        """

    /// What text analysis made of item versions, once each. It could all be made anew.
    private static let textOfItems = """
        CREATE TABLE textForm (
            number INTEGER PRIMARY KEY,
            language TEXT NOT NULL,
            spelling TEXT NOT NULL,
            word TEXT NOT NULL,
            stem TEXT NOT NULL,
            isStop INTEGER NOT NULL
        );
        CREATE TABLE itemText (
            version INTEGER PRIMARY KEY REFERENCES itemVersion(number),
            row BLOB NOT NULL
        );
        CREATE TABLE meaningSpace (
            number INTEGER PRIMARY KEY,
            items INTEGER NOT NULL,
            body BLOB NOT NULL
        );
        CREATE TABLE itemPlace (
            space INTEGER NOT NULL REFERENCES meaningSpace(number),
            version INTEGER NOT NULL REFERENCES itemVersion(number),
            place BLOB NOT NULL,
            PRIMARY KEY (space, version)
        ) WITHOUT ROWID;
        """
}
