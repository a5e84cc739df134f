import Content
import Foundation
import Glibc

/// Where messages and pages are put for people and mail programs: the disk, or memory in tests.
public protocol OutboxFolder: Sendable {
    /// Puts a file there whole or not at all, replacing one of that name.
    func write(_ bytes: [UInt8], to name: String) throws(OutboxError)
}

/// A file of the outbox could not be written.
public struct OutboxError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The file.
    public var path: String
    /// What the system said.
    public var problem: String

    /// What, where and what to do.
    public var description: String {
        "could not write \(path): \(problem). Check that the disk is not full and that the folder belongs to you; "
            + "the next run goes on here."
    }
}

/// The outbox on the disk. A file is written under another name, synced and then renamed, so that whoever reads the
/// folder never sees half a file, even after a power cut.
public struct DiskOutbox: OutboxFolder {
    /// The folder's absolute path.
    public let root: String

    /// An outbox in a folder, which is made when it is first needed.
    public init(root: String) { self.root = root }

    /// Puts a file below the folder.
    public func write(_ bytes: [UInt8], to name: String) throws(OutboxError) {
        let path = root + "/" + name
        let folder = (path as NSString).deletingLastPathComponent
        do {
            // Reading lists are learners' data: only the owner may look.
            try FileManager.default.createDirectory(
                atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        } catch {
            throw OutboxError(path: path, problem: error.localizedDescription)
        }
        let part = path + ".part"
        let file = open(part, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw DiskOutbox.failure(path) }
        var written = 0
        while written < bytes.count {
            let count = bytes[written...].withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
            guard count > 0 || errno == EINTR else {
                close(file)
                throw DiskOutbox.failure(path)
            }
            written += max(0, count)
        }
        guard fsync(file) == 0, close(file) == 0, rename(part, path) == 0 else { throw DiskOutbox.failure(path) }
    }

    private static func failure(_ path: String) -> OutboxError {
        OutboxError(path: path, problem: String(cString: strerror(errno)))
    }
}

extension String {
    /// A text as a part of a file's name: letters, digits, `-` and `_` stay; everything else becomes `%` and its bytes in
    /// hexadecimal, so that no two texts share a name and none leaves the folder.
    var asFileName: String {
        var name = ""
        for byte in utf8 {
            let plain =
                (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
                || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
            if plain {
                name.append(Character(UnicodeScalar(byte)))
            } else {
                name += "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
            }
        }
        return name
    }
}
