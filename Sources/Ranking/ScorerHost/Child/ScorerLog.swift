import Foundation
import Glibc

/// What a scorer writes to its standard error: the beginning is kept in a file, all of it is counted.
final class ScorerLog {
    /// So many bytes are kept.
    static let kept = 1_000_000
    /// A scorer that writes more than so many is taken out of the run.
    static let most = 16_000_000

    private let path: String?
    private var file: Int32 = -1
    private(set) var count = 0

    /// A log at a path, where the former one goes; nil: nothing is kept.
    init(path: String?) {
        self.path = path
        if let path { unlink(path) }
    }

    /// Takes what was written.
    func append(_ bytes: ArraySlice<UInt8>) {
        let room = Self.kept - count
        count += bytes.count
        guard let path, room > 0 else { return }
        if file < 0 {
            let folder = (path as NSString).deletingLastPathComponent
            try? FileManager.default.createDirectory(
                atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
            // For its owner alone: nobody knows what a scorer writes of what it sees.
            unlink(path)
            file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
        }
        write(bytes.prefix(room))
        if bytes.count >= room { write(Array("\n(more was not kept)\n".utf8)[...]) }
    }

    private func write(_ bytes: ArraySlice<UInt8>) {
        // A log that cannot be written is no reason to go without the scorer.
        _ = bytes.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
    }

    deinit {
        if file >= 0 { close(file) }
    }
}
