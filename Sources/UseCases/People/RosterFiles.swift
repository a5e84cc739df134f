import Content
import Files
import Foundation
import Glibc
import Roster

/// The files of a source of people, from a folder, a zip or a file, read into memory and bounded. Only tables that may be needed are
/// read: passwords and what else lies beside them stay where they are.
struct RosterFiles {
    /// The most files that are looked at, the most bytes of one, and of all together.
    static let mostFiles = 5_000
    static let mostBytes = 200_000_000
    static let mostBytesInAll = 600_000_000
    /// How deep folders are looked into.
    static let deepest = 3

    /// What the source is called: the last part of its path.
    let name: String
    /// The files that may be tables.
    private(set) var files: [RosterSourceFile]

    /// Reads what lies at a path. What it is tells its content, not its name.
    init(path: String) throws(RosterRefusal) {
        let parts = path.split(separator: "/").filter { $0 != "." }
        name = parts.last.map { String($0) } ?? path
        var status = stat()
        guard stat(path, &status) == 0 else { throw .missing(Verbatim(path)) }
        switch status.st_mode & S_IFMT {
        case S_IFDIR: files = try Self.folder(path)
        case S_IFREG:
            let bytes = try Self.read(path)
            files =
                RosterZip.isZip(bytes)
                ? try RosterZip(bytes, name: path).files : [RosterSourceFile(path: name, bytes: bytes)]
        // Reading it says what it is.
        default: files = [RosterSourceFile(path: name, bytes: try Self.read(path))]
        }
    }

    private static func folder(_ root: String) throws(RosterRefusal) -> [RosterSourceFile] {
        guard let paths = FileManager.default.enumerator(atPath: root) else {
            throw .missing(Verbatim(root))
        }
        var files: [RosterSourceFile] = []
        var seen = 0
        var total = 0
        while let path = paths.nextObject() as? String {
            seen += 1
            guard seen <= mostFiles else { throw .tooMany(Verbatim(root), most: mostFiles) }
            if path.split(separator: "/").count > deepest { paths.skipDescendants() }
            var status = stat()
            let need = RosterSource.need(of: path)
            guard need != .none, stat(root + "/" + path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
                continue
            }
            let file = RosterSourceFile(path: path, bytes: need == .read ? try read(root + "/" + path) : [])
            total += file.bytes.count
            guard total <= mostBytesInAll else { throw .tooLarge(Verbatim(root), most: mostBytesInAll) }
            files.append(file)
        }
        return files.sorted { $0.path < $1.path }
    }

    private static func read(_ path: String) throws(RosterRefusal) -> [UInt8] {
        do throws(RegularFile.Problem) {
            return try RegularFile.read(path, limit: mostBytes)
        } catch {
            switch error {
            case .missing: throw .missing(Verbatim(path))
            case .tooLarge: throw .tooLarge(Verbatim(path), most: mostBytes)
            case .notAFile: throw .neither(Verbatim(path), error)
            case .unreadable(let why): throw .unreadable(Verbatim(path), Verbatim(why))
            case .notPrivate: throw .missing(Verbatim(path))
            }
        }
    }
}
