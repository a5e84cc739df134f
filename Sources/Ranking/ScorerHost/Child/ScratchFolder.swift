import Foundation
import Glibc

/// An empty folder of one child's alone, removed with all that is in it.
struct ScratchFolder {
    let path: String

    /// Makes one below a folder, whose name begins so; clears away those of programs that were killed. `owner`: whom both
    /// belong to; nil: to whoever runs this program.
    init(below folder: String, name: String, owner: SystemUser? = nil) throws(ChildFault) {
        let files = FileManager.default
        do {
            try files.createDirectory(
                atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        } catch {
            throw .notStarted("the folder \(folder) cannot be made")
        }
        Self.clear(folder)
        // Whose it is stands in its name, for `clear`; the rest is the system's choice, so that nobody can lay one in wait.
        var path = Array("\(folder)/\(name)-\(getpid())-XXXXXX".utf8CString)
        guard let made = mkdtemp(&path) else {
            throw .notStarted("no folder can be made in \(folder): \(String(cString: strerror(errno)))")
        }
        self.path = String(cString: made)
        if let owner, chown(folder, owner.user, owner.group) != 0 || chown(self.path, owner.user, owner.group) != 0 {
            let problem = String(cString: strerror(errno))
            remove()
            throw .notStarted("its working folder cannot be given to user \(owner.user): \(problem)")
        }
    }

    func remove() { try? FileManager.default.removeItem(atPath: path) }

    private static func clear(_ folder: String) {
        for name in (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [] {
            let parts = name.split(separator: "-")
            guard parts.count == 3, let process = pid_t(parts[1]), kill(process, 0) != 0, errno == ESRCH else {
                continue
            }
            try? FileManager.default.removeItem(atPath: folder + "/" + name)
        }
    }
}
