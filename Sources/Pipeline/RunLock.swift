import Content
import Foundation
import Glibc

/// The kernel's lock on the store's folder: one run at a time. It dies with its holder, so that a killed run leaves
/// nothing to clean up. Who took it last is written into its file, for people alone.
struct RunLock: ~Copyable {
    private let file: Int32

    /// Takes the lock, or gives nil where another run holds it; with `waits` it stands in line instead. Throws
    /// ``RequestError`` where the folder cannot be used.
    static func take(in folder: String, now: Timestamp, waits: Bool = false) throws(RequestError) -> RunLock? {
        try? FileManager.default.createDirectory(
            atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        let path = path(in: folder)
        let file = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard file >= 0 else {
            throw RequestError(
                "could not open \(path): \(String(cString: strerror(errno))). Check that the folder belongs to you.")
        }
        var problem: Int32 = 0
        repeat {
            problem = flock(file, LOCK_EX | (waits ? 0 : LOCK_NB)) == 0 ? 0 : errno
        } while problem == EINTR
        guard problem == 0 else {
            close(file)
            if problem == EWOULDBLOCK { return nil }
            throw RequestError(
                "could not lock \(path): \(String(cString: strerror(problem))). Keep Data/ on a disk of this machine.")
        }
        let holder = Array("process \(getpid()) on \(host), since \(now)".utf8)
        // That nobody can read who holds it does not keep the work from being done.
        if pwrite(file, holder, holder.count, 0) == holder.count { _ = ftruncate(file, off_t(holder.count)) }
        return RunLock(file: file)
    }

    /// Who took the lock last: `process 812 on school-pc, since 2026-09-07T04:30:00Z`.
    static func holder(in folder: String) -> String {
        var text = ""
        // One that has just made the file is about to write its name.
        for _ in 0..<20 where text.isEmpty {
            text = (try? String(contentsOfFile: path(in: folder), encoding: .utf8)) ?? ""
            if text.isEmpty { usleep(5_000) }
        }
        let isPlain = text.utf8.count <= 300 && text.unicodeScalars.allSatisfy { $0.value >= 0x20 }
        return isPlain && !text.isEmpty ? text : "a process that has not said its name yet"
    }

    /// Since when a holder says that it is at work; nil where it does not say.
    static func since(_ holder: String) -> Timestamp? {
        holder.range(of: ", since ").flatMap { Timestamp(iso: String(holder[$0.upperBound...])) }
    }

    /// Whether anybody holds the lock, as the kernel tells; asking does not touch it.
    static func isHeld(in folder: String) -> Bool {
        var status = stat()
        guard stat(path(in: folder), &status) == 0,
            let locks = try? String(contentsOfFile: "/proc/locks", encoding: .utf8)
        else { return false }
        return locks.split(separator: "\n").contains { line in
            line.contains(" FLOCK ") && line.contains(":\(status.st_ino) ")
        }
    }

    /// The machine's name.
    static var host: String {
        var buffer = [CChar](repeating: 0, count: 256)
        guard gethostname(&buffer, buffer.count - 1) == 0 else { return "this machine" }
        return String(decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    private static func path(in folder: String) -> String { folder + "/run.lock" }

    private init(file: Int32) { self.file = file }

    deinit { close(file) }
}
