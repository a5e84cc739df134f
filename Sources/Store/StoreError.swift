import GRDB

/// The store could not be read or written.
public struct StoreError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The file, where it is known.
    public var path: String?
    /// What was being done.
    public var doing: String
    /// What the database said.
    public var problem: String

    init(path: String? = nil, doing: String, _ error: any Error) {
        self.path = path
        self.doing = doing
        problem = (error as? DatabaseError).map { $0.message ?? "SQLite error \($0.resultCode)" } ?? "\(error)"
    }

    /// What, where and what to do.
    public var description: String {
        let place = path.map { " \($0)" } ?? ""
        return "could not \(doing)\(place): \(problem). "
            + "Check that the disk is not full, that Data/ belongs to you, and that no other program has the store open."
    }

    /// Runs a database access and gives its error this type.
    static func wrapping<Value>(_ doing: String, _ access: () throws -> Value) throws(StoreError) -> Value {
        do { return try access() } catch { throw StoreError(doing: doing, error) }
    }
}
