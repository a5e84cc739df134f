import GRDBSQLite
import Synchronization

/// All statements that any connection of this process runs on the stores below some folders, and the steps of SQLite's machine that
/// each took: a measure of work that no other load on the machine changes.
public final class WatchedStatements: Sendable {
    /// What one statement did.
    public struct Work: Sendable {
        /// How often it ran.
        public var runs = 0
        /// The steps of all these runs.
        public var steps = 0
    }

    private let folder: String

    /// Watches the stores below a folder from now on: connections that are opened later, by whatever code.
    public init(below folder: String) {
        self.folder = folder
        _ = Self.isInstalled
        Self.seen.withLock { $0[folder] = [:] }
    }

    /// What was run, by its SQL.
    public var statements: [String: Work] { Self.seen.withLock { $0[folder] ?? [:] } }

    /// All steps so far.
    public var steps: Int { statements.values.reduce(0) { $0 + $1.steps } }

    /// The steps that some code takes.
    public func steps(of body: () throws -> Void) rethrows -> Int {
        let before = steps
        try body()
        return steps - before
    }

    /// Ends it.
    public func end() { Self.seen.withLock { $0[folder] = nil } }

    private static let seen = Mutex<[String: [String: Work]]>([:])

    private static let isInstalled: Bool = {
        // SQLite calls an extension for each connection that is opened; its type is told to C as that of a plain function.
        typealias Extension =
            @convention(c) (OpaquePointer?, UnsafeMutableRawPointer?, UnsafeRawPointer?) -> Int32
        let watch: Extension = { connection, _, _ in
            sqlite3_trace_v2(
                connection, UInt32(SQLITE_TRACE_PROFILE),
                { _, _, statement, _ in
                    WatchedStatements.note(statement.map { OpaquePointer($0) })
                    return 0
                }, nil)
        }
        return sqlite3_auto_extension(unsafeBitCast(watch, to: (@convention(c) () -> Void).self)) == SQLITE_OK
    }()

    private static func note(_ statement: OpaquePointer?) {
        guard let statement, let text = sqlite3_sql(statement),
            let file = sqlite3_db_filename(sqlite3_db_handle(statement), "main")
        else { return }
        let steps = Int(sqlite3_stmt_status(statement, SQLITE_STMTSTATUS_VM_STEP, 1))
        seen.withLock { seen in
            guard !seen.isEmpty else { return }
            let path = String(cString: file)
            guard let folder = seen.keys.first(where: { path.hasPrefix($0) }) else { return }
            let sql = String(cString: text)
            seen[folder]?[sql, default: Work()].runs += 1
            seen[folder]?[sql]?.steps += steps
        }
    }
}
