import Content
import Files
import Foundation
import GRDB
import Glibc

/// The lists of an edition in the order in which they are delivered: by class, name and learner. However many there are, they are
/// not held in memory, but sorted in a file of its own beside the store. It has no name any more as soon as it is open, so
/// that nothing is left of it when the program ends, however it ends.
public struct ListOrder: Sendable {
    private let database: DatabaseQueue
    /// How many lists there are.
    public let count: Int

    /// Where a list stands: what comes after it is read by this.
    public struct Place: Hashable, Sendable {
        fileprivate var className = ""
        fileprivate var name = ""
        fileprivate var learner = ""

        /// Before the first.
        public static let start = Place()
    }

    private static let schema = """
        CREATE TABLE ordered (
            class TEXT NOT NULL, name TEXT NOT NULL, learner TEXT NOT NULL, run INTEGER NOT NULL, classes TEXT NOT NULL,
            PRIMARY KEY (class, name, learner)
        ) WITHOUT ROWID
        """

    /// Makes an order in a folder; nil: in memory.
    fileprivate init(folder: String?, fill: (_ add: (ListKey, String) throws -> Void) throws -> Void) throws {
        if let folder {
            Self.removeLeftOver(in: folder)
            let path = "\(folder)/\(Self.prefix)\(getpid())"
            // Made anew and for its owner alone.
            close(try OpenFolder(folder, making: false).create((path as NSString).lastPathComponent))
            var configuration = GRDB.Configuration()
            // Nothing of it is wanted after a failure.
            configuration.prepareDatabase { try $0.execute(sql: "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF") }
            database = try DatabaseQueue(path: path, configuration: configuration)
            try FileManager.default.removeItem(atPath: path)
        } else {
            database = try DatabaseQueue()
        }
        count = try database.write { db in
            try db.execute(sql: Self.schema)
            let statement = try db.makeStatement(sql: "INSERT OR IGNORE INTO ordered VALUES (?, ?, ?, ?, ?)")
            try fill { key, className in
                try statement.execute(arguments: [
                    className, key.name, key.learner.rawValue, key.run, key.classes.joined(separator: "\n"),
                ])
            }
            return try Int.fetchOne(db, sql: "SELECT COUNT(*) FROM ordered") ?? 0
        }
    }

    /// The classes that lists stand under, with the number of their lists, in the order of their names.
    public func classes() throws(StoreError) -> [(name: String, lists: Int)] {
        try StoreError.wrapping("read the order of the lists") {
            try database.read { db in
                let sql = "SELECT class, COUNT(*) AS lists FROM ordered GROUP BY class ORDER BY class"
                return try Row.fetchAll(db, sql: sql).map { ($0["class"], $0["lists"]) }
            }
        }
    }

    private static let prefix = "order-"

    /// Takes away the files of processes that were killed before they took the name away: they hold names of learners.
    private static func removeLeftOver(in folder: String) {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        for name in names where name.hasPrefix(prefix) {
            guard let process = Int32(name.dropFirst(prefix.count)) else { continue }
            let isGone = process == getpid() || ProcessLife.isGone(process)
            if isGone { try? FileManager.default.removeItem(atPath: "\(folder)/\(name)") }
        }
    }

    /// The next lists after a place, and the place of the last of them.
    public func lists(after place: Place, atMost limit: Int) throws(StoreError) -> (keys: [ListKey], end: Place) {
        try StoreError.wrapping("read the order of the lists") {
            try database.read { db in
                let sql = """
                    SELECT * FROM ordered WHERE (class, name, learner) > (?, ?, ?) ORDER BY class, name, learner LIMIT ?
                    """
                let rows = try Row.fetchAll(
                    db.cachedStatement(sql: sql), arguments: [place.className, place.name, place.learner, limit])
                let end = rows.last.map { Place(className: $0["class"], name: $0["name"], learner: $0["learner"]) }
                let keys = rows.map { row in
                    ListKey(
                        learner: LearnerID(rawValue: row["learner"]), run: row["run"], name: row["name"],
                        classes: (row["classes"] as String).split(separator: "\n").map(String.init))
                }
                return (keys, end ?? place)
            }
        }
    }
}

extension Store {
    /// The lists of an edition in a state, each with its learner's name and classes as the run that made it saw them, in order.
    /// `className`: the class that a list stands under.
    public func order(
        of edition: Edition, in state: ReadingList.State, className: (ListKey) -> String
    ) throws(StoreError) -> ListOrder {
        try StoreError.wrapping("put the lists of \(edition) in order") {
            try ListOrder(folder: folder) { add in
                try database.read { db in
                    let runs = try Int64.fetchAll(
                        db, sql: "SELECT DISTINCT run FROM list WHERE edition = ? AND state = ? ORDER BY run",
                        arguments: [edition.description, state.rawValue])
                    for run in runs {
                        let marks =
                            try Row.fetchOne(
                                db, sql: "SELECT number, marks FROM run WHERE number = ?", arguments: [run]
                            )
                            .map { try StrictRow($0, of: "run").json(StoreMarks.self, "marks") } ?? .all
                        let keys = try Self.keys(of: edition, in: state, run: run, facts: marks.facts, db)
                        while let key = try keys.next() {
                            // The pages of classes are put out by themselves.
                            if key.learner.classRead == nil { try add(key, className(key)) }
                        }
                    }
                }
            }
        }
    }

    private static func keys(
        of edition: Edition, in state: ReadingList.State, run: Int64, facts: Int64, _ db: Database
    ) throws -> MapCursor<RowCursor, ListKey> {
        func latest(_ kind: Fact.Kind) -> String {
            """
            (SELECT value FROM learnerFact fact WHERE fact.learner = list.learner AND kind = '\(kind.rawValue)'
                AND number <= \(facts) ORDER BY number DESC LIMIT 1)
            """
        }
        let sql = """
            SELECT learner.id AS learner, \(latest(.name)) AS name, \(latest(.classes)) AS classes,
                \(latest(.homeroom)) AS homeroom FROM list JOIN learner ON learner.number = list.learner
                WHERE edition = ? AND state = ? AND run = ?
            """
        return try Row.fetchCursor(db, sql: sql, arguments: [edition.description, state.rawValue, run]).map { row in
            let id: String = row["learner"]
            let name = (row["name"] as String?).flatMap { $0.isEmpty ? nil : $0 }
            return ListKey(
                learner: LearnerID(rawValue: id), run: run, name: name ?? id,
                classes: Learner.classes(named: row["classes"] ?? "", homeroom: row["homeroom"]))
        }
    }
}
