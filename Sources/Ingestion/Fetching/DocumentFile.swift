import Glibc

/// Reads a file into memory, once: a large document is not held twice, and one that is too large is not read at all.
public enum DocumentFile {
    /// Why a file could not be read.
    public enum Problem: Error, Equatable {
        /// It is not there, or may not be opened.
        case missing
        /// It has more bytes than the bound.
        case tooLarge
        /// Reading failed, in the system's words.
        case unreadable(String)
    }

    /// The bytes of a file, at most so many.
    public static func read(_ path: String, limit: Int) throws(Problem) -> [UInt8] {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { throw .missing }
        defer { close(file) }
        var status = stat()
        guard fstat(file, &status) == 0 else { throw .unreadable(words(of: errno)) }
        guard status.st_size <= limit else { throw .tooLarge }
        // One byte more than the file has: the read that finds its end needs room.
        var bytes = try piece(of: file, atMost: Int(status.st_size) + 1)
        // A pipe has no size, and a file may grow while it is read.
        while bytes.count > status.st_size {
            guard bytes.count <= limit else { throw .tooLarge }
            let more = try piece(of: file, atMost: 1_024 * 1_024)
            if more.isEmpty { break }
            bytes += more
        }
        return bytes
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
        guard failure == 0 else { throw .unreadable(words(of: failure)) }
        return bytes
    }

    private static func words(of code: Int32) -> String { String(cString: strerror(code)) }
}
