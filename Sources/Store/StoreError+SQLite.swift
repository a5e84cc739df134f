import Content
import GRDB

extension StoreError {
    /// What the database or the system said, in words.
    init(path: String? = nil, doing: String, _ error: any Error) {
        let database = error as? DatabaseError
        let problem = database.map { $0.message ?? "SQLite error \($0.resultCode)" } ?? SystemWords.of(error)
        let isDamaged = database?.resultCode == .SQLITE_NOTADB || database?.resultCode == .SQLITE_CORRUPT
        self.init(
            path: path, doing: doing, problem: problem,
            remedy: isDamaged
                ? "The file is damaged: move it away and put your last copy of it in its place."
                : StoreError.usualRemedy)
        isBusy = database?.resultCode == .SQLITE_BUSY
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
