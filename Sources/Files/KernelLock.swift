import Glibc

/// A lock of the kernel's on a file: of all processes one at a time holds it. It dies with its holder, so that one that was killed
/// leaves nothing to clean up.
///
/// The file is opened without following a link, and only where it is a plain file that belongs to us or to whom its folder belongs:
/// who plants something in its place makes an error, not a write elsewhere.
public struct KernelLock: ~Copyable {
    private let file: Int32

    /// Takes a lock, making its file where it is missing; nil where another holds it, unless `waits`.
    public static func take(_ path: String, waits: Bool) throws(FileProblem) -> KernelLock? {
        let lock = KernelLock(file: try opened(path))
        var problem: Int32 = 0
        repeat {
            problem = flock(lock.file, LOCK_EX | (waits ? 0 : LOCK_NB)) == 0 ? 0 : errno
        } while problem == EINTR
        if problem == 0 { return lock }
        if problem == EWOULDBLOCK { return nil }
        let words = String(cString: strerror(problem))
        throw FileProblem(path, "it cannot be locked: \(words)", remedy: "Keep Data/ on a disk of this machine.")
    }

    /// How long a change waits for another, in seconds. None takes nearly as long by itself.
    public static let longestWait = 60.0

    /// Waits for the lock for changes that read first and then write: of the store of a folder, and of the school's own files. Says
    /// who holds it where that takes longer than anybody should wait.
    public static func ofChanges(
        in folder: String, atMost seconds: Double = longestWait
    ) throws(FileProblem) -> KernelLock {
        try OpenFolder.make(folder)
        let path = folder + "/write.lock"
        if let free = try take(path, waits: false) {
            free.noteThisProcess()
            return free
        }
        let held = KernelLock(file: try opened(path))
        guard PatientLock.wait(for: held.file, atMost: seconds) else {
            let holder = RegularFile.beginning(of: path, atMost: 200).map { String(decoding: $0, as: UTF8.self) } ?? ""
            let isPlain = !holder.isEmpty && holder.unicodeScalars.allSatisfy { $0.value >= 0x20 }
            var problem = FileProblem(
                path, "\(isPlain ? holder : "another command") has been writing for longer than \(Int(seconds)) s",
                remedy: "Wait until it has ended, and try again; end it only if it does nothing any more.")
            problem.isBusy = true
            throw problem
        }
        held.noteThisProcess()
        return held
    }

    /// Writes into the lock's file that this process holds it: `gleaner run (process 812)`.
    private borrowing func noteThisProcess() {
        let words = CommandLine.arguments.prefix(2).enumerated().map { number, word in
            number == 0 ? word.split(separator: "/").last.map(String.init) ?? word : word
        }
        note("\(words.joined(separator: " ").prefix(100)) (process \(getpid()))")
    }

    /// Waits for a lock on a folder itself, in which no file is made.
    public static func onFolder(_ path: String) throws(FileProblem) -> KernelLock {
        let file = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard file >= 0 else { throw FileProblem(errno: path) }
        let lock = KernelLock(file: file)
        while flock(file, LOCK_EX) != 0 {
            guard errno == EINTR else { throw FileProblem(errno: path) }
        }
        return lock
    }

    /// Writes into the lock's file who holds it, for people alone: that it cannot be written keeps nothing from being done.
    public borrowing func note(_ holder: String) {
        let bytes = Array(holder.utf8)
        if pwrite(file, bytes, bytes.count, 0) == bytes.count { _ = ftruncate(file, off_t(bytes.count)) }
    }

    /// Ends it; the one who took it decides when.
    public consuming func release() {}

    private init(file: Int32) { self.file = file }

    deinit { close(file) }

    private static func opened(_ path: String) throws(FileProblem) -> Int32 {
        let flags = O_RDWR | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY
        var isNew = false
        var file = open(path, flags)
        if file < 0, errno == ENOENT {
            file = open(path, flags | O_CREAT | O_EXCL, 0o600)
            isNew = file >= 0
            // Another has made it in between.
            if file < 0, errno == EEXIST { file = open(path, flags) }
        }
        guard file >= 0 else { throw FileProblem(errno: path) }
        var own = stat()
        var folder = stat()
        let above = OpenFolder.parent(of: path)
        guard fstat(file, &own) == 0, stat(above, &folder) == 0 else {
            close(file)
            throw FileProblem(errno: path)
        }
        // Made by root for somebody's folder it is theirs: they could not open it otherwise.
        if isNew, geteuid() == 0, folder.st_uid != 0 {
            if fchown(file, folder.st_uid, folder.st_gid) == 0 { own.st_uid = folder.st_uid }
        }
        let isOurs = own.st_uid == geteuid() || own.st_uid == folder.st_uid
        guard own.st_mode & S_IFMT == S_IFREG, own.st_nlink == 1, isOurs else {
            close(file)
            throw FileProblem(
                path, "it is no file of ours", remedy: "Look what it is and who put it there, and take it away.")
        }
        return file
    }
}
