import Configuration
import Content
import Files
import Foundation
import Glibc
import Pipeline
import Store
import Synchronization

/// The files of a scorer that is to be installed, written beside its place under a name that nothing starts. What is shown of
/// it is read from there, so that what somebody agrees to is what is installed. Without that it goes with this value.
final class StagedScorer: Sendable {
    /// One of its files.
    struct File: Equatable {
        var path: String
        var bytes: Int
        var isProgram: Bool
    }

    /// The folder that it stands in.
    let path: String
    private let parent: String
    private let isInPlace = Mutex(false)

    /// Writes the files of a package below the folder of scorers: new files each, none through a link, for their owner alone.
    init(_ package: ScorerPackage, in parent: String) throws(ScorerRefusal) {
        self.parent = parent
        do {
            try FileManager.default.createDirectory(atPath: parent, withIntermediateDirectories: true)
        } catch {
            throw .unmakeable(Verbatim(parent), Verbatim(SystemWords.of(error)))
        }
        Self.clear(parent)
        path = "\(parent)/\(Self.prefix)\(getpid())"
        guard mkdir(path, 0o700) == 0 else { throw Self.failure(path) }
        for file in package.files {
            let target = path + "/" + file.path
            try Self.makeFolders(above: file.path, in: path)
            let handle = open(target, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
            guard handle >= 0 else { throw Self.failure(target) }
            let isWritten = Self.write(file.bytes, to: handle) && fchmod(handle, file.isProgram ? 0o755 : 0o644) == 0
            let problem = Self.failure(target)
            guard close(handle) == 0, isWritten else { throw problem }
        }
    }

    deinit { if !isInPlace.withLock({ $0 }) { try? FileManager.default.removeItem(atPath: path) } }

    /// What has been written, as the disk has it, by path.
    func files() throws(ScorerRefusal) -> [File] {
        guard let paths = FileManager.default.enumerator(atPath: path) else { throw Self.failure(path) }
        var files: [File] = []
        for case let name as String in paths {
            guard let state = try? FileManager.default.attributesOfItem(atPath: path + "/" + name),
                let mode = state[.posixPermissions] as? Int, let bytes = state[.size] as? Int
            else { throw Self.failure(path + "/" + name) }
            if state[.type] as? FileAttributeType == .typeDirectory { continue }
            files.append(File(path: name, bytes: bytes, isProgram: mode & 0o100 != 0))
        }
        return files.sorted { $0.path < $1.path }
    }

    /// Puts it in its place, whole; what is there already stays as it is.
    func install(as name: String) throws(ScorerRefusal) {
        let target = parent + "/" + name
        guard chmod(path, 0o755) == 0, rename(path, target) == 0 else { throw Self.failure(target) }
        isInPlace.withLock { $0 = true }
    }

    private static let prefix = ".install-"

    /// Removes what installations that were killed have left.
    private static func clear(_ parent: String) {
        for name in (try? FileManager.default.contentsOfDirectory(atPath: parent)) ?? [] where name.hasPrefix(prefix) {
            guard let process = pid_t(name.dropFirst(prefix.count)) else { continue }
            guard process == getpid() || ProcessLife.isGone(process) else { continue }
            try? FileManager.default.removeItem(atPath: parent + "/" + name)
        }
    }

    private static func makeFolders(above path: String, in root: String) throws(ScorerRefusal) {
        var folder = root
        for part in path.split(separator: "/").dropLast() {
            folder += "/" + part
            guard mkdir(folder, 0o755) == 0 || errno == EEXIST else { throw failure(folder) }
        }
    }

    private static func write(_ bytes: [UInt8], to handle: Int32) -> Bool {
        var written = 0
        while written < bytes.count {
            let count = bytes[written...].withUnsafeBytes { Glibc.write(handle, $0.baseAddress, $0.count) }
            guard count > 0 || errno == EINTR else { return false }
            written += max(0, count)
        }
        return true
    }

    private static func failure(_ path: String) -> ScorerRefusal {
        .unwritable(Verbatim(path), Verbatim(String(cString: strerror(errno))))
    }
}
