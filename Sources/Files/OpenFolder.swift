import Glibc

/// A folder that is open: what is made, exchanged and removed in it stays in it, whatever links somebody plants below. A class,
/// because it owns its descriptor.
public final class OpenFolder: Sendable {
    /// Its path, for messages.
    public let path: String
    private let descriptor: Int32

    /// Opens a folder by its path, whose links count: they are the school's own. With `making` it is made where it is missing,
    /// for its owner alone.
    public convenience init(_ path: String, making: Bool) throws(FileProblem) {
        if making { try OpenFolder.make(path) }
        let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw FileProblem(errno: path) }
        self.init(path: path, descriptor: descriptor)
    }

    private init(path: String, descriptor: Int32) {
        self.path = path
        self.descriptor = descriptor
    }

    deinit { close(descriptor) }

    /// A folder in it, by one name or several with `/` between; a link in place of any is refused.
    public func folder(_ names: String, making: Bool) throws(FileProblem) -> OpenFolder {
        var folder = self
        for name in names.split(separator: "/") { folder = try folder.child(String(name), making: making) }
        return folder
    }

    private func child(_ name: String, making: Bool) throws(FileProblem) -> OpenFolder {
        let shown = path + "/" + name
        guard name != ".", name != ".." else { throw FileProblem(shown, "it leads elsewhere") }
        if making, mkdirat(descriptor, name, 0o700) != 0, errno != EEXIST { throw FileProblem(errno: shown) }
        let child = openat(descriptor, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
        guard child >= 0 else {
            if errno == ENOTDIR || errno == ELOOP {
                throw FileProblem(
                    shown, "it is a link or a file, not a folder", remedy: "Look where it leads, and take it away.")
            }
            throw FileProblem(errno: shown)
        }
        return OpenFolder(path: shown, descriptor: child)
    }

    /// Makes a new file for its owner alone, in place of one of that name that was left over; gives it open for writing.
    public func create(_ name: String) throws(FileProblem) -> Int32 {
        let flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC
        if unlinkat(descriptor, name, 0) != 0, errno != ENOENT { throw FileProblem(errno: path + "/" + name) }
        let file = openat(descriptor, name, flags, 0o600)
        guard file >= 0 else { throw FileProblem(errno: path + "/" + name) }
        return file
    }

    /// Gives a file another name, in place of what has that; a link there is replaced, not followed.
    public func rename(_ name: String, to other: String) throws(FileProblem) {
        guard renameat(descriptor, name, descriptor, other) == 0 else { throw FileProblem(errno: path + "/" + other) }
    }

    /// Takes a file away; whether it was there does not matter.
    public func remove(_ name: String) throws(FileProblem) {
        guard unlinkat(descriptor, name, 0) == 0 || errno == ENOENT else {
            throw FileProblem(errno: path + "/" + name)
        }
    }

    /// Waits until the names in it would survive a power cut.
    public func sync() throws(FileProblem) {
        guard fsync(descriptor) == 0 else { throw FileProblem(errno: path) }
    }

    /// Writes all of the bytes into an open file.
    public static func write(_ bytes: [UInt8], to file: Int32, of path: String) throws(FileProblem) {
        var written = 0
        while written < bytes.count {
            let count = bytes[written...].withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
            guard count > 0 || errno == EINTR else { throw FileProblem(errno: path) }
            written += max(0, count)
        }
    }

    /// Makes a folder and those above it where they are missing, for their owner alone. Made by root in somebody's folder they are
    /// theirs.
    public static func make(_ path: String) throws(FileProblem) {
        var status = stat()
        if stat(path, &status) == 0 { return }
        let above = parent(of: path)
        if above != path { try make(above) }
        if mkdir(path, 0o700) != 0 {
            guard errno == EEXIST else { throw FileProblem(errno: path) }
        } else if geteuid() == 0, stat(above, &status) == 0, status.st_uid != 0 {
            _ = chown(path, status.st_uid, status.st_gid)
        }
    }

    static func parent(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }
}
