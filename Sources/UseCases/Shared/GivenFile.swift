import Content
import Files

/// Files that somebody names to a command.
enum GivenFile {
    /// The largest file that is read, in bytes: a million learners' rows.
    static let largest = 200_000_000

    /// The bytes of a file.
    static func bytes(of path: String) throws(FileRefusal) -> [UInt8] {
        do throws(RegularFile.Problem) {
            return try RegularFile.read(path, limit: largest)
        } catch {
            throw .unreadable(Verbatim(path), error)
        }
    }

    /// Writes a file whole where it was told to, for its owner alone.
    static func write(_ bytes: [UInt8], to path: String) throws(FileRefusal) {
        do throws(FileProblem) {
            try RewrittenFile(path).write(bytes, mode: 0o600)
        } catch {
            throw .unwritable(error)
        }
    }
}

/// A file that somebody named could not be read or written.
public enum FileRefusal: Error, Hashable, Sendable {
    /// It cannot be read.
    case unreadable(Verbatim, RegularFile.Problem)
    /// It cannot be written.
    case unwritable(FileProblem)
}
