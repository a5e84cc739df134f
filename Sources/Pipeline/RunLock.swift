import Content
import Files
import Foundation
import Glibc

/// The kernel's lock on the store's folder: one run at a time. It dies with its holder, so that a killed run leaves
/// nothing to clean up. Who took it last is written into its file, for people alone.
package struct RunLock: ~Copyable {
    private let lock: KernelLock

    /// Takes the lock, or gives nil where another run holds it; with `waits` it stands in line instead. Throws
    /// ``RunRefusal`` where the folder cannot be used.
    package static func take(in folder: String, now: Timestamp, waits: Bool = false) throws(RunRefusal) -> RunLock? {
        do throws(FileProblem) {
            try OpenFolder.make(folder)
            guard let lock = try KernelLock.take(path(in: folder), waits: waits) else { return nil }
            lock.note("process \(getpid()) on \(host), since \(now)")
            return RunLock(lock: lock)
        } catch {
            throw .unlockable(error)
        }
    }

    /// Who took the lock last: `process 812 on school-pc, since 2026-09-07T04:30:00Z`.
    package static func holder(in folder: String) -> String {
        var text = ""
        // One that has just made the file is about to write its name.
        for _ in 0..<20 where text.isEmpty {
            text =
                RegularFile.beginning(of: path(in: folder), atMost: 400).map { String(decoding: $0, as: UTF8.self) }
                ?? ""
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
    package static func isHeld(in folder: String) -> Bool {
        var status = stat()
        guard stat(path(in: folder), &status) == 0,
            let locks = try? String(contentsOfFile: "/proc/locks", encoding: .utf8)
        else { return false }
        return locks.split(separator: "\n").contains { line in
            line.contains(" FLOCK ") && line.contains(":\(status.st_ino) ")
        }
    }

    /// The machine's name.
    package static var host: String {
        var buffer = [CChar](repeating: 0, count: 256)
        guard gethostname(&buffer, buffer.count - 1) == 0 else { return "this machine" }
        return String(decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    private static func path(in folder: String) -> String { folder + "/run.lock" }

    private init(lock: consuming KernelLock) { self.lock = lock }
}
