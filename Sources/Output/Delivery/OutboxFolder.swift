import Files
import Glibc

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
    package init(name: String, bytes: [UInt8]) {
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
///
/// Below the outbox itself no link is followed: reading lists are learners' data, and go where the school looks for them.
public struct DiskOutbox: OutboxFolder {
    /// The folder's absolute path.
    public let root: String

    /// An outbox in a folder, which is made when it is first needed.
    package init(root: String) { self.root = root }

    /// A file that is written and not yet under its name.
    private struct Part {
        var file: OutboxFile
        var folder: OpenFolder
        var name: String
        var handle: Int32
    }

    /// Puts files below the folder.
    public func write(_ files: [OutboxFile]) -> [String: OutboxError] {
        var failures: [String: OutboxError] = [:]
        var folders: [String: OpenFolder] = [:]
        var parts: [Part] = []
        for file in files {
            do throws(FileProblem) {
                parts.append(try part(of: file, in: &folders))
            } catch {
                failures[file.name] = failure(file.name, error)
            }
        }
        for part in parts {
            let isSynced = fsync(part.handle) == 0
            if close(part.handle) != 0 || !isSynced { failures[part.file.name] = failure(part.file.name) }
        }
        for part in parts where failures[part.file.name] == nil {
            do throws(FileProblem) {
                try part.folder.rename(part.name + ".part", to: part.name)
            } catch {
                failures[part.file.name] = failure(part.file.name, error)
            }
        }
        // The names of the files survive a power cut as their bytes do.
        for (name, folder) in folders {
            do throws(FileProblem) {
                try folder.sync()
            } catch {
                for file in files where DiskOutbox.split(file.name).folder == name && failures[file.name] == nil {
                    failures[file.name] = failure(file.name, error)
                }
            }
        }
        return failures
    }

    /// Writes a file under its other name; gives it open, still to be synced and closed.
    private func part(of file: OutboxFile, in folders: inout [String: OpenFolder]) throws(FileProblem) -> Part {
        let (folderName, name) = DiskOutbox.split(file.name)
        let folder: OpenFolder
        if let known = folders[folderName] {
            folder = known
        } else {
            folder = try OpenFolder(root, making: true).folder(folderName, making: true)
            folders[folderName] = folder
        }
        let handle = try folder.create(name + ".part")
        do throws(FileProblem) {
            try OpenFolder.write(file.bytes, to: handle, of: file.name)
        } catch {
            close(handle)
            throw error
        }
        return Part(file: file, folder: folder, name: name, handle: handle)
    }

    private static func split(_ path: String) -> (folder: String, name: String) {
        guard let slash = path.lastIndex(of: "/") else { return ("", path) }
        return (String(path[..<slash]), String(path[path.index(after: slash)...]))
    }

    private func failure(_ name: String, _ problem: FileProblem) -> OutboxError {
        let isElsewhere = problem.path != name && !problem.path.hasSuffix(name + ".part")
        return OutboxError(
            path: root + "/" + name, problem: isElsewhere ? "\(problem.path): \(problem.problem)" : problem.problem)
    }

    private func failure(_ name: String) -> OutboxError {
        OutboxError(path: root + "/" + name, problem: String(cString: strerror(errno)))
    }
}
