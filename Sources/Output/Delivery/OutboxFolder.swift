import Content
import Foundation
import Glibc
import Store

/// Where messages and pages are put for people and mail programs: the disk, or memory in tests.
public protocol OutboxFolder: Sendable {
    /// Puts a file there whole or not at all, replacing one of that name.
    func write(_ bytes: [UInt8], to name: String) throws(OutboxError)
}

/// A file of the outbox could not be written.
public struct OutboxError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The file.
    public var path: String
    /// What the system said.
    public var problem: String

    /// What, where and what to do.
    public var description: String {
        "could not write \(path): \(problem). Check that the disk is not full and that the folder belongs to you; "
            + "the next run goes on here."
    }
}

/// The outbox on the disk. A file is written under another name, synced and then renamed, so that whoever reads the
/// folder never sees half a file, even after a power cut.
public struct DiskOutbox: OutboxFolder {
    /// The folder's absolute path.
    public let root: String

    /// An outbox in a folder, which is made when it is first needed.
    public init(root: String) { self.root = root }

    /// Puts a file below the folder.
    public func write(_ bytes: [UInt8], to name: String) throws(OutboxError) {
        let path = root + "/" + name
        let folder = (path as NSString).deletingLastPathComponent
        do {
            // Reading lists are learners' data: only the owner may look.
            try FileManager.default.createDirectory(
                atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        } catch {
            throw OutboxError(path: path, problem: SystemWords.of(error))
        }
        let part = path + ".part"
        let file = open(part, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw DiskOutbox.failure(path) }
        var written = 0
        while written < bytes.count {
            let count = bytes[written...].withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
            guard count > 0 || errno == EINTR else {
                close(file)
                throw DiskOutbox.failure(path)
            }
            written += max(0, count)
        }
        let isSynced = fsync(file) == 0
        guard close(file) == 0, isSynced, rename(part, path) == 0 else { throw DiskOutbox.failure(path) }
        try DiskOutbox.sync(folder: folder)
    }

    /// Syncs a folder, so that the name of a file just written survives a power cut as its bytes do.
    private static func sync(folder: String) throws(OutboxError) {
        let handle = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard handle >= 0 else { throw failure(folder) }
        let isSynced = fsync(handle) == 0
        guard close(handle) == 0, isSynced else { throw failure(folder) }
    }

    private static func failure(_ path: String) -> OutboxError {
        OutboxError(path: path, problem: String(cString: strerror(errno)))
    }
}
