import Foundation
import Glibc

/// The kernel's lock on the store's folder: one run at a time. It dies with its holder, so that a killed run leaves
/// nothing to clean up.
struct RunLock: ~Copyable {
    private let file: Int32

    /// Takes the lock, or gives nil where another run holds it. Throws ``RequestError`` where the folder cannot be used.
    static func take(in folder: String) throws(RequestError) -> RunLock? {
        try? FileManager.default.createDirectory(
            atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        let path = folder + "/run.lock"
        let file = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard file >= 0 else {
            throw RequestError(
                "could not open \(path): \(String(cString: strerror(errno))). Check that the folder belongs to you.")
        }
        guard flock(file, LOCK_EX | LOCK_NB) == 0 else {
            let problem = errno
            close(file)
            if problem == EWOULDBLOCK { return nil }
            throw RequestError(
                "could not lock \(path): \(String(cString: strerror(problem))). Keep Data/ on a disk of this machine.")
        }
        return RunLock(file: file)
    }

    private init(file: Int32) { self.file = file }

    deinit { close(file) }
}
