import Content
import Foundation
import Glibc
import Store

/// Where messages and pages are put for people and mail programs: the disk, or memory in tests.
public protocol OutboxFolder: Sendable {
    /// Puts files there, each whole or not at all, replacing those of their names; gives what could not be written, by name.
    func write(_ files: [OutboxFile]) -> [String: OutboxError]
}

/// A file on its way into the outbox.
public struct OutboxFile: Hashable, Sendable {
    /// Its path below the outbox.
    public var name: String
    /// What is in it.
    public var bytes: [UInt8]

    /// A file by its parts.
    public init(name: String, bytes: [UInt8]) {
        self.name = name
        self.bytes = bytes
    }
}

/// A file of the outbox could not be written or removed.
public struct OutboxError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The file.
    public var path: String
    /// What was being done.
    public var doing = "write"
    /// What the system said.
    public var problem: String

    /// What, where and what to do.
    public var description: String {
        "could not \(doing) \(path): \(problem). Check that the disk is not full and that the folder belongs to you; "
            + "the next run goes on here."
    }
}

/// The outbox on the disk. A file is written under another name, synced and then renamed, so that whoever reads the
/// folder never sees half a file, even after a power cut. Files that come together are all written before the first is
/// synced, so that the disk is waited for a few times and not once a file.
public struct DiskOutbox: OutboxFolder {
    /// The folder's absolute path.
    public let root: String

    /// An outbox in a folder, which is made when it is first needed.
    public init(root: String) { self.root = root }

    /// Puts files below the folder.
    public func write(_ files: [OutboxFile]) -> [String: OutboxError] {
        var failures: [String: OutboxError] = [:]
        var folders: Set<String> = []
        var handles: [(name: String, path: String, handle: Int32)] = []
        for file in files {
            let path = root + "/" + file.name
            let folder = (path as NSString).deletingLastPathComponent
            do throws(OutboxError) {
                if !folders.contains(folder) { try DiskOutbox.make(folder: folder, for: path) }
                folders.insert(folder)
                handles.append((file.name, path, try DiskOutbox.writePart(file.bytes, of: path)))
            } catch {
                failures[file.name] = error
            }
        }
        for (name, path, handle) in handles {
            let isSynced = fsync(handle) == 0
            if close(handle) != 0 || !isSynced { failures[name] = DiskOutbox.failure(path) }
        }
        for (name, path, _) in handles where failures[name] == nil {
            if rename(path + ".part", path) != 0 { failures[name] = DiskOutbox.failure(path) }
        }
        // The names of the files survive a power cut as their bytes do.
        if !folders.allSatisfy({ DiskOutbox.sync(folder: $0) }) {
            for file in files where failures[file.name] == nil {
                failures[file.name] = DiskOutbox.failure(root + "/" + file.name)
            }
        }
        return failures
    }

    private static func make(folder: String, for path: String) throws(OutboxError) {
        do {
            // Reading lists are learners' data: only the owner may look.
            try FileManager.default.createDirectory(
                atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        } catch {
            throw OutboxError(path: path, problem: SystemWords.of(error))
        }
    }

    /// Writes a file under its other name; gives it open, still to be synced and closed.
    private static func writePart(_ bytes: [UInt8], of path: String) throws(OutboxError) -> Int32 {
        let file = open(path + ".part", O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw failure(path) }
        var written = 0
        while written < bytes.count {
            let count = bytes[written...].withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
            guard count > 0 || errno == EINTR else {
                let error = failure(path)
                close(file)
                throw error
            }
            written += max(0, count)
        }
        return file
    }

    private static func sync(folder: String) -> Bool {
        let handle = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard handle >= 0 else { return false }
        defer { close(handle) }
        return fsync(handle) == 0
    }

    private static func failure(_ path: String) -> OutboxError {
        OutboxError(path: path, problem: String(cString: strerror(errno)))
    }
}
