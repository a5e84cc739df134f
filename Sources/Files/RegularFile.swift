import Glibc

/// Reads files by their names: plain files alone, each once, whole and bounded.
///
/// What is not a plain file (a pipe, a device, a socket, a folder) is refused before it is opened, since opening or reading it may
/// wait for ever. A link that the school made to a plain file is followed.
public enum RegularFile {
    /// Why a file could not be read.
    public enum Problem: Error, Hashable, Sendable, CustomStringConvertible {
        /// It is not there, or may not be opened.
        case missing
        /// It is something else than a plain file: `a pipe`.
        case notAFile(String)
        /// It has more bytes than the bound.
        case tooLarge
        /// Reading failed, in the system's words.
        case unreadable(String)
        /// Others than its owner may read it.
        case notPrivate

        /// What is so, as a clause.
        public var description: String {
            switch self {
            case .missing: "there is no such file, or it may not be read"
            case .notAFile(let kind): "it is \(kind), not a file"
            case .tooLarge: "it is too large"
            case .unreadable(let words): "it cannot be read: \(words)"
            case .notPrivate: "others than its owner may read it ('chmod 600' shuts it)"
            }
        }
    }

    /// The bytes of a file, at most so many.
    public static func read(_ path: String, limit: Int) throws(Problem) -> [UInt8] {
        let (file, size) = try opened(path)
        defer { close(file) }
        guard size <= limit else { throw .tooLarge }
        // One byte more than the file has: the read that finds its end needs room.
        var bytes = try piece(of: file, atMost: size + 1)
        // A file of the kernel's has no size, and any may grow while it is read.
        while bytes.count > size {
            guard bytes.count <= limit else { throw .tooLarge }
            let more = try piece(of: file, atMost: 1_024 * 1_024)
            if more.isEmpty { break }
            bytes += more
        }
        return bytes
    }

    /// The first bytes of a file, as many as there are up to a number; nil where it is no file that can be read.
    public static func beginning(of path: String, atMost most: Int) -> [UInt8]? {
        guard let file = try? opened(path).file else { return nil }
        defer { close(file) }
        return try? piece(of: file, atMost: most)
    }

    /// The bytes of a file that holds a secret: one that nobody but its owner may read, at most so many.
    public static func readPrivate(_ path: String, limit: Int) throws(Problem) -> [UInt8] {
        let (file, size) = try opened(path)
        defer { close(file) }
        var status = stat()
        guard fstat(file, &status) == 0, status.st_mode & (S_IRWXG | S_IRWXO) == 0 else { throw .notPrivate }
        guard size <= limit else { throw .tooLarge }
        return try piece(of: file, atMost: size)
    }

    private static func opened(_ path: String) throws(Problem) -> (file: Int32, size: Int) {
        var status = stat()
        // Looked at first: to open a pipe would wake whoever writes into it.
        guard stat(path, &status) == 0 else { throw .missing }
        if let kind = kind(status.st_mode) { throw .notAFile(kind) }
        // It may have been exchanged in between: so nothing that is opened can make us wait, and it is looked at again.
        let file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)
        guard file >= 0 else { throw .missing }
        guard fstat(file, &status) == 0, kind(status.st_mode) == nil else {
            close(file)
            throw .notAFile(kind(status.st_mode) ?? "nothing that can be looked at")
        }
        return (file, Int(status.st_size))
    }

    /// What something is that is not a plain file; nil for one.
    private static func kind(_ mode: mode_t) -> String? {
        switch mode & S_IFMT {
        case S_IFREG: nil
        case S_IFDIR: "a folder"
        case S_IFIFO: "a pipe"
        case S_IFSOCK: "a socket"
        default: "a device"
        }
    }

    /// The next bytes, up to a number or the file's end.
    private static func piece(of file: Int32, atMost most: Int) throws(Problem) -> [UInt8] {
        var failure: Int32 = 0
        let bytes = [UInt8](unsafeUninitializedCapacity: most) { buffer, filled in
            while filled < most {
                let count = Glibc.read(file, buffer.baseAddress.map { $0 + filled }, most - filled)
                if count > 0 {
                    filled += count
                } else if count == 0 {
                    break
                } else if errno != EINTR {
                    failure = errno
                    break
                }
            }
        }
        guard failure == 0 else { throw .unreadable(String(cString: strerror(failure))) }
        return bytes
    }
}
