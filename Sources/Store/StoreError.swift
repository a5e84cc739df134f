import Content
import GRDB

/// The store could not be read or written.
public struct StoreError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The file, where it is known.
    public var path: String?
    /// What was being done.
    public var doing: String
    /// What the database said.
    public var problem: String
    /// What to do.
    public var remedy = StoreError.usualRemedy

    init(path: String? = nil, doing: String, _ error: any Error) {
        self.path = path
        self.doing = ShownAddress.text(doing)
        let database = error as? DatabaseError
        problem = database.map { $0.message ?? "SQLite error \($0.resultCode)" } ?? SystemWords.of(error)
        if database?.resultCode == .SQLITE_NOTADB || database?.resultCode == .SQLITE_CORRUPT {
            remedy = "The file is damaged: move it away and put your last copy of it in its place."
        }
    }

    init(path: String? = nil, doing: String, problem: String, remedy: String = StoreError.usualRemedy) {
        self.path = path
        self.doing = ShownAddress.text(doing)
        self.problem = problem
        self.remedy = remedy
    }

    /// That a row is not understood: damaged, or written by a newer version.
    static func notUnderstood(table: String, row: String, column: String) -> StoreError {
        StoreError(
            doing: "read row \(row) of '\(table)' in the store", problem: "its '\(column)' is not understood",
            remedy: "If a newer version of Gleaner has written it, use that one; else put your last copy of Data/ back."
        )
    }

    /// What a person should know of a row that is not understood; `so`: what it comes to.
    func finding(at place: String, _ so: String) -> Finding {
        Finding(.error, at: place, "could not \(doing): \(problem); \(so).", remedy: remedy)
    }

    private static let usualRemedy =
        "Check that the disk is not full, that Data/ belongs to you, and that no other program has the store open."

    /// What, where and what to do.
    public var description: String {
        let place = path.map { " \($0)" } ?? ""
        return "could not \(doing)\(place): \(problem). \(remedy)"
    }

    /// Runs a database access and gives its error this type.
    static func wrapping<Value>(_ doing: String, _ access: () throws -> Value) throws(StoreError) -> Value {
        do {
            return try access()
        } catch let error as StoreError {
            throw error
        } catch {
            throw StoreError(doing: doing, error)
        }
    }
}
