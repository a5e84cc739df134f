import Glibc

/// The files that a store consists of: the database and what SQLite keeps beside it while it is open.
enum StoreFile {
    /// Takes the rights of everybody but the owner from them; an older version of Gleaner made them readable to all.
    ///
    /// By their names, never by opening them: whoever closes a database's file gives up all locks that this process has on it.
    static func close(_ path: String) {
        // A link to a store on another disk is the school's own; SQLite keeps its files beside what it leads to.
        guard let real = realpath(path, nil) else { return }
        defer { free(real) }
        for ending in ["", "-wal", "-shm"] {
            var status = stat()
            let name = String(cString: real) + ending
            guard lstat(name, &status) == 0, status.st_mode & S_IFMT == S_IFREG, status.st_mode & 0o077 != 0 else {
                continue
            }
            _ = chmod(name, 0o600)
        }
    }
}
