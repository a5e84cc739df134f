import Glibc

/// Takes files out of the outbox on the disk, by their names below it. It goes from folder to folder by open handles and follows
/// no link on the way, so that nothing outside of the outbox can be meant, whatever somebody has put there.
public struct OutboxRemoval {
    /// The folder's absolute path.
    public let root: String

    /// A removal from an outbox. The outbox itself may be a link: the school made it.
    package init(root: String) { self.root = root }

    /// Removes files, and the folders that are empty then; gives what is still there, by name. A file that is gone already counts
    /// as removed. What was removed stays so after a power cut.
    public func remove(_ names: [String]) -> [String: OutboxError] {
        let top = open(root, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard top >= 0 else {
            // Not there at all: it may be a disk that is not mounted, with everything on it.
            let error = failure("")
            return Dictionary(names.map { ($0, error) }, uniquingKeysWith: { $1 })
        }
        defer { close(top) }
        var failures: [String: OutboxError] = [:]
        var byFolder: [[String]: [(name: String, leaf: String)]] = [:]
        for name in names {
            let parts = name.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
            guard parts.count > 1, parts.allSatisfy({ !["", ".", ".."].contains($0) && !$0.utf8.contains(0) }) else {
                failures[name] = OutboxError(
                    path: root + "/" + name, doing: "remove", problem: "it is no name in the outbox")
                continue
            }
            byFolder[Array(parts.dropLast()), default: []].append((name, parts[parts.count - 1]))
        }
        for (folder, files) in byFolder.sorted(by: { $0.key.joined(separator: "/") < $1.key.joined(separator: "/") }) {
            remove(files, of: folder, below: top, &failures)
        }
        removeEmpty(Set(byFolder.keys), below: top)
        return failures
    }

    private func remove(
        _ files: [(name: String, leaf: String)], of folder: [String], below top: Int32,
        _ failures: inout [String: OutboxError]
    ) {
        let handle = descend(folder, from: top)
        guard handle >= 0 else {
            if errno != ENOENT { for file in files { failures[file.name] = failure(file.name) } }
            return
        }
        defer { close(handle) }
        for file in files {
            // What a killed run was writing stands beside it under another name.
            for leaf in [file.leaf, file.leaf + ".part"] where unlinkat(handle, leaf, 0) != 0 && errno != ENOENT {
                failures[file.name] = failure(file.name)
            }
        }
        if fsync(handle) != 0 { for file in files { failures[file.name] = failure(file.name) } }
    }

    /// Removes folders and those around them, the deepest first. One with anything else in it stays: somebody put it there.
    private func removeEmpty(_ folders: Set<[String]>, below top: Int32) {
        let all = folders.reduce(into: folders) { all, folder in
            for length in 1..<max(1, folder.count) { all.insert(Array(folder[..<length])) }
        }
        for folder in all.sorted(by: { ($0.count, $0.joined()) > ($1.count, $1.joined()) }) {
            let around = descend(Array(folder.dropLast()), from: top)
            guard around >= 0, let leaf = folder.last else { continue }
            if unlinkat(around, leaf, AT_REMOVEDIR) == 0 { fsync(around) }
            close(around)
        }
    }

    /// A handle of a folder, to be closed; below 0 where there is none, or something else stands in its place.
    private func descend(_ folder: [String], from top: Int32) -> Int32 {
        var handle = openat(top, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        for part in folder where handle >= 0 {
            let next = openat(handle, part, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
            let problem = errno
            close(handle)
            errno = problem
            handle = next
        }
        return handle
    }

    private func failure(_ name: String) -> OutboxError {
        OutboxError(
            path: name.isEmpty ? root : root + "/" + name, doing: "remove", problem: String(cString: strerror(errno)))
    }
}
