import Content
import Files

/// That its holder alone reads and then writes: what changes the store wants to be shown it. It is lent for the time of one
/// change and cannot be kept, so that nothing writes without having taken its turn.
///
/// It stands on a lock of the kernel's beside the store, which ends with its holder. A store in memory has no folder, and nobody to
/// wait for.
public struct WriteScope: ~Copyable {
    private let lock: KernelLock?
    /// Who is at the keyboard: it is kept with what they say.
    let actor: String?

    /// Waits for its turn, a bounded time.
    init(
        folder: String?, actor: String? = nil, patience: Double = KernelLock.longestWait
    ) throws(StoreError) {
        self.actor = actor
        guard let folder else {
            lock = nil
            return
        }
        do throws(FileProblem) {
            lock = try KernelLock.ofChanges(in: folder, atMost: patience)
        } catch {
            var busy = StoreError(
                path: error.path, doing: "write to the store", problem: error.problem, remedy: error.remedy)
            busy.isBusy = error.isBusy
            throw busy
        }
    }

    private init() {
        lock = nil
        actor = nil
    }

    /// For tests of single repositories, and of what happens without a turn. Internal: nothing that ships can ask for it.
    static var unguarded: WriteScope { WriteScope() }

    /// Ends it; the one who took it decides when.
    consuming func end() {}
}

extension Store {
    /// Does something that reads and then writes while no other command does. One within another would wait for itself: what is
    /// called by a change is handed its scope.
    public func write<Value>(_ change: (borrowing WriteScope) throws -> Value) throws -> Value {
        let scope = try WriteScope(folder: folder, actor: actor, patience: patience)
        let result = Result { try change(scope) }
        scope.end()
        return try result.get()
    }

    /// The same for what only the store can fail at.
    public func write<Value>(
        _ change: (borrowing WriteScope) throws(StoreError) -> Value
    ) throws(StoreError) -> Value {
        let scope = try WriteScope(folder: folder, actor: actor, patience: patience)
        let result = Result { () throws(StoreError) in try change(scope) }
        scope.end()
        return try result.get()
    }
}
