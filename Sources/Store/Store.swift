import Content
import Foundation
import GRDB

/// The one file in which everything is kept: feeds, items, learners' facts, runs, lists, outbox.
///
/// Each table group has a small repository of its own. Every write is one transaction: after a kill a part is there
/// whole or not at all.
public struct Store: Sendable {
    let database: any DatabaseWriter
    /// The folder of the store's file; nil for a store in memory.
    let folder: String?
    /// Who is at the keyboard: kept with each thing that they say or decide.
    let actor: String?
    /// How long a change waits for another, in seconds.
    let patience: Double

    /// Feeds and items.
    public var items: ItemRepository { ItemRepository(database: database) }
    /// Learners' facts, classes and teachers' rules.
    public var learners: LearnerRepository { LearnerRepository(database: database) }
    /// The links of rosters.
    public var rosterLinks: RosterLinkRepository { RosterLinkRepository(database: database) }
    /// The ledger of runs.
    public var runs: RunRepository { RunRepository(database: database) }
    /// Reading lists.
    public var lists: ListRepository { ListRepository(database: database) }
    /// What text analysis has made of items.
    public var texts: TextRepository { TextRepository(database: database) }
    /// Schedules and their editions.
    public var schedules: ScheduleRepository { ScheduleRepository(database: database) }
    /// Old editions, until they are removed.
    public var oldEditions: OldEditionRepository { OldEditionRepository(database: database) }
    /// What somebody should know of a learner today.
    public var safeguarding: SafeguardingRepository { SafeguardingRepository(database: database) }
    /// What is known of the school's secret.
    public var secrets: SecretRepository { SecretRepository(database: database) }
    /// How the feeds of the web have done.
    public var feedStates: FeedStateRepository { FeedStateRepository(database: database) }
    /// What the feeds have brought, in numbers.
    public var feedNumbers: FeedNumbersRepository { FeedNumbersRepository(database: database) }
    /// The pages of articles.
    public var pages: PageRepository { PageRepository(database: database) }
    /// The levels of articles as readers find them.
    public var readerLevels: ReaderLevelRepository { ReaderLevelRepository(database: database) }
    /// The articles of the school's own.
    public var ownItems: OwnItemRepository { OwnItemRepository(database: database) }
    /// What there is for each learner.
    public var supply: SupplyRepository { SupplyRepository(database: database) }
    /// What topics mean.
    public var topics: TopicRepository { TopicRepository(database: database) }
    /// What somebody has seen and need not be told again.
    public var acknowledgements: AcknowledgementRepository {
        AcknowledgementRepository(database: database, actor: actor ?? "")
    }
    /// Who may come to the desk.
    public var desk: DeskRepository { DeskRepository(database: database) }
    /// Messages and pages, and what became of them.
    public var outbox: OutboxRepository { OutboxRepository(database: database) }

    /// Opens the store at a path, making it and its folder (readable by the owner only) where they are missing, and
    /// brings its schema up to date. A store that is missing or empty where traces show that there was one is not made anew:
    /// who had stopped would be written to again.
    ///
    /// - Parameters:
    ///   - outbox: the folder of the messages, which are a trace of an earlier store too.
    ///   - actor: who is at the keyboard.
    ///   - replacingLost: whether somebody said that a lost store is to be made anew.
    ///   - use: by what it is used.
    public init(
        path: String, outbox: String? = nil, actor: String? = nil, replacingLost: Bool = false, use: Use = .commands
    ) throws(StoreError) {
        self.actor = actor
        patience = use.patience
        do {
            let folder = (path as NSString).deletingLastPathComponent
            try FileManager.default.createDirectory(
                atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
            try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: folder)
            var configuration = GRDB.Configuration()
            configuration.foreignKeysEnabled = true
            configuration.busyMode = .timeout(min(10, use.patience))
            // Mails and lists are some 10 to 30 kB each. In pages of 4 kB a row of them costs a dozen writes more. It is what a new
            // file is made with; an older one stays as it is.
            let readerKilobytes = use.readerKilobytes
            configuration.prepareDatabase {
                try $0.execute(sql: "PRAGMA page_size = 16384; PRAGMA cache_size = -\(readerKilobytes)")
            }
            // A pool is GRDB's WAL mode, which it opens with NORMAL; FULL syncs every commit, so that what was said to be
            // written survives a power cut. Only the writer's connection needs it.
            // Two commands that meet a new folder make one schema, not two.
            let scope = try WriteScope(folder: folder)
            let traces = StoreTraces(path: path, outbox: outbox)
            let opened = Result {
                if !replacingLost { try traces.checkFile() }
                let pool = try Self.open(path, configuration, use, traces: replacingLost ? nil : traces)
                try traces.leave()
                return pool
            }
            if case .success = opened { StoreFile.close(path) }
            scope.end()
            database = try opened.get()
            self.folder = folder
        } catch let error as StoreError {
            throw error
        } catch {
            throw StoreError(path: path, doing: "open", error)
        }
    }

    private static func open(
        _ path: String, _ configuration: GRDB.Configuration, _ use: Use, traces: StoreTraces?
    ) throws -> DatabasePool {
        let pool = try DatabasePool(path: path, configuration: configuration)
        // The cache holds a block of mails, and the indices of names and marks of a hundred thousand articles, which are written all over: what does
        // not fit is written in the middle of the transaction, and again at its end. For the same reason the log grows to 64 MB before it
        // goes into the file.
        try pool.writeWithoutTransaction {
            try $0.execute(
                sql: """
                    PRAGMA synchronous = FULL; PRAGMA cache_size = -\(use.cacheKilobytes);
                    PRAGMA wal_autocheckpoint = 4000
                    """)
        }
        let migrator = Schema.migrator()
        guard try !pool.read({ try migrator.hasBeenSuperseded($0) }) else {
            throw Self.isNewer(path)
        }
        try pool.read { db in
            guard try migrator.appliedIdentifiers(db).isEmpty else { return }
            let names = try String.fetchAll(db, sql: "SELECT name FROM sqlite_master WHERE name NOT LIKE 'sqlite_%'")
            guard names.allSatisfy({ $0 == "grdb_migrations" }) else {
                throw StoreError(
                    path: path, doing: "open", problem: "it is a database, but no store of Gleaner's",
                    remedy: "Move it away and put your last copy of Data/ back.")
            }
            try traces?.checkEmpty()
        }
        try migrator.migrate(pool)
        try pool.write { try Projections.catchUp($0) }
        // Those that looked before know the tables as they were.
        pool.invalidateReadOnlyConnections()
        return pool
    }

    private static func isNewer(_ path: String) -> StoreError {
        StoreError(
            path: path, doing: "open", problem: "a newer version of Gleaner has written it",
            remedy: "Use that version, or a copy of the store from before.")
    }

    /// Opens a store for reading alone, without making or changing anything; nil where there is none, or an older version of
    /// Gleaner has written it, which only opening it for writing brings up to date. Throws where there was one and it is lost.
    public static func reading(path: String, outbox: String? = nil) throws(StoreError) -> Store? {
        try StoreTraces(path: path, outbox: outbox).checkFile()
        guard FileManager.default.fileExists(atPath: path) else { return nil }
        do {
            var configuration = GRDB.Configuration()
            configuration.readonly = true
            configuration.busyMode = .timeout(10)
            let queue = try DatabaseQueue(path: path, configuration: configuration)
            let migrator = Schema.migrator()
            guard try !queue.read({ try migrator.hasBeenSuperseded($0) }) else { throw Self.isNewer(path) }
            let isCurrent = try queue.read {
                try migrator.hasCompletedMigrations($0) && Projections.areCurrent($0)
            }
            return isCurrent ? Store(database: queue) : nil
        } catch let error as StoreError {
            throw error
        } catch {
            throw StoreError(path: path, doing: "open", error)
        }
    }

    /// A store in memory, for tests and trials: the same schema and SQL, gone when it is released.
    public static func inMemory() throws(StoreError) -> Store {
        do {
            let queue = try DatabaseQueue()
            try Schema.migrator().migrate(queue)
            try queue.write { try Projections.catchUp($0) }
            return Store(database: queue)
        } catch {
            throw StoreError(path: ":memory:", doing: "open", error)
        }
    }

    private init(database: any DatabaseWriter) {
        self.database = database
        folder = nil
        actor = nil
        patience = Use.commands.patience
    }

    private init(_ other: Store, actor: String) {
        (database, folder, patience) = (other.database, other.folder, other.patience)
        self.actor = actor
    }

    /// The same store, where what is said is kept as somebody's.
    public func acting(as actor: String) -> Store { Store(self, actor: actor) }

    /// How far the appended tables have grown: what a run has seen.
    public func marks() throws(StoreError) -> StoreMarks {
        try StoreError.wrapping("read the marks") {
            try database.read { db in
                func last(_ table: String) throws -> Int64 {
                    try Int64.fetchOne(db, sql: "SELECT MAX(number) FROM \(table)") ?? 0
                }
                return StoreMarks(
                    feeds: try last("feedVersion"), items: try last("itemVersion"), facts: try last("learnerFact"),
                    classes: try last("classVersion"), rules: try last("teacherRule"))
            }
        }
    }
}
