import Foundation
import Glibc

/// A file that is there already, or is to be, and is written anew: whole or not at all, under its own name.
///
/// It keeps its mode, owner and group; where its name is a link, the link stays and what it leads to is written. File and folder are
/// synced, so that it survives a power cut. Whoever reads it first holds a ``KernelLock`` from the reading to the writing.
public struct RewrittenFile: Sendable {
    /// The path as it is named.
    public let path: String
    /// Where a link leads, or the path itself.
    private let target: String

    /// A file by its path. Throws where the path is a link that leads nowhere.
    public init(_ path: String) throws(FileProblem) {
        self.path = path
        var status = stat()
        guard lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFLNK else {
            target = path
            return
        }
        guard let real = realpath(path, nil) else {
            throw FileProblem(path, "it is a link that leads nowhere", remedy: "Mend the link or take it away.")
        }
        target = String(cString: real)
        free(real)
    }

    /// Puts bytes into its place. `mode`: the permissions of the file, in place of those that it has; of a new one 0600 where nothing
    /// is said.
    public func write(_ bytes: [UInt8], mode: mode_t? = nil) throws(FileProblem) {
        let folder = try OpenFolder(OpenFolder.parent(of: target), making: false)
        let name = String(target[(target.lastIndex(of: "/").map { target.index(after: $0) } ?? target.startIndex)...])
        // Hidden and with an end of its own, so that whoever reads the folder's files passes it over; short, since names have a limit.
        let part = ".gleaner-\(getpid())-\(name.utf8.count > 200 ? "file" : name).part"
        removeLeftBehind(in: folder, of: name)
        let file = try folder.create(part)
        do throws(FileProblem) {
            do throws(FileProblem) {
                try OpenFolder.write(bytes, to: file, of: path)
                try takeOver(file, mode: mode)
            } catch {
                close(file)
                throw error
            }
            guard close(file) == 0 else { throw FileProblem(errno: path) }
            try folder.rename(part, to: name)
        } catch {
            try? folder.remove(part)
            throw error
        }
        try folder.sync()
    }

    /// Takes away what processes that were killed in the middle left beside the file.
    private func removeLeftBehind(in folder: OpenFolder, of name: String) {
        let end = "-\(name.utf8.count > 200 ? "file" : name).part"
        let names = (try? FileManager.default.contentsOfDirectory(atPath: OpenFolder.parent(of: target))) ?? []
        for other in names where other.hasPrefix(".gleaner-") && other.hasSuffix(end) {
            guard let process = Int32(other.dropFirst(".gleaner-".count).dropLast(end.count)) else { continue }
            if ProcessLife.isGone(process) { try? folder.remove(other) }
        }
    }

    /// Gives the new file what the old one had, and syncs it.
    private func takeOver(_ file: Int32, mode: mode_t?) throws(FileProblem) {
        var old = stat()
        var new = stat()
        guard fstat(file, &new) == 0 else { throw FileProblem(errno: path) }
        var permissions = mode ?? 0o600
        if stat(target, &old) == 0 {
            guard old.st_mode & S_IFMT == S_IFREG else {
                throw FileProblem(path, "it is no file", remedy: "Look what it is, and take it away.")
            }
            if old.st_uid != new.st_uid || old.st_gid != new.st_gid {
                let owner = old.st_uid == new.st_uid ? uid_t.max : old.st_uid
                guard fchown(file, owner, old.st_gid) == 0 else {
                    throw FileProblem(
                        path, "it belongs to somebody else, whose it would not stay", remedy: "Do it as its owner.")
                }
            }
            permissions = mode ?? (old.st_mode & 0o7777)
        }
        guard fchmod(file, permissions) == 0, fsync(file) == 0 else { throw FileProblem(errno: path) }
    }
}
