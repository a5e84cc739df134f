import Files

/// The kernel's lock on a store for a change that reads first and then writes: two commands at once take turns. It ends
/// with its holder.
struct WriteLock: ~Copyable {
    private let lock: KernelLock?

    /// Waits for the lock of the store's folder; without one (a store in memory has no folder) there is nobody to wait for.
    init(folder: String?) throws(StoreError) {
        guard let folder else {
            lock = nil
            return
        }
        do throws(FileProblem) {
            lock = try KernelLock.ofChanges(in: folder)
        } catch {
            throw StoreError(path: error.path, doing: "lock", problem: error.problem, remedy: error.remedy)
        }
    }

    /// Ends it; the one who took it decides when.
    consuming func release() {}
}

extension Store {
    /// Does something that reads and then writes while no other command does. One within another would wait for itself.
    public func exclusively<Value>(_ change: () throws -> Value) throws -> Value {
        let lock = try WriteLock(folder: folder)
        let result = Result { try change() }
        lock.release()
        return try result.get()
    }

    /// The same for what only the store can fail at.
    public func exclusively<Value>(_ change: () throws(StoreError) -> Value) throws(StoreError) -> Value {
        let lock = try WriteLock(folder: folder)
        let result = Result { () throws(StoreError) in try change() }
        lock.release()
        return try result.get()
    }
}
