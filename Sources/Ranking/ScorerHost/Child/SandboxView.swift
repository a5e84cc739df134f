import Foundation
import Glibc

/// What a scorer sees of the machine's disk: the system's programs and libraries, its own folder, and what its manifest
/// names; all of it read-only, and nothing else. Nothing of the school's folder, of anybody's home, of passwords.
struct SandboxView: Hashable {
    /// One path inside the sandbox.
    struct Entry: Hashable {
        var isLink = false
        var from: String
        var to: String
    }

    /// Where a scorer's own folder stands inside.
    static let scorerFolder = "/scorer"
    /// Where it works inside.
    static let workFolder = "/work"

    /// The system's folders, and the few of its settings without which programs do not start.
    static let system = ["/usr", "/bin", "/sbin", "/lib", "/lib32", "/lib64", "/libx32"]
    static let settings = ["/etc/ld.so.cache", "/etc/alternatives", "/etc/localtime"]

    private(set) var entries: [Entry] = []
    private let folder: String

    /// The view of a scorer.
    init(folder: String, reads: [String]) {
        self.folder = folder
        for path in Self.system + Self.settings { add(path) }
        entries.append(Entry(from: folder, to: Self.scorerFolder))
        for path in reads { add(path) }
    }

    private mutating func add(_ path: String) {
        guard !entries.contains(where: { path == $0.to || (!$0.isLink && path.hasPrefix($0.to + "/")) }) else { return }
        if let target = try? FileManager.default.destinationOfSymbolicLink(atPath: path) {
            entries.append(Entry(isLink: true, from: target, to: path))
        } else if FileManager.default.fileExists(atPath: path) {
            entries.append(Entry(from: path, to: path))
        }
    }

    /// Where a path of the machine leads to, if the scorer sees nothing there; nil: it sees it, or it may.
    func unseen(_ path: String) -> String? {
        let end = Self.end(of: path)
        let seen = entries.filter { !$0.isLink }.flatMap { [$0.from, Self.end(of: $0.from)] }
        return seen.contains { Self.isIn(end, $0) } ? nil : end
    }

    static func isIn(_ path: String, _ folder: String) -> Bool { path == folder || path.hasPrefix(folder + "/") }

    /// Where a path leads to in the end; of what is not there, where it would.
    static func end(of path: String) -> String {
        if let real = realpath(path, nil) {
            defer { free(real) }
            return String(cString: real)
        }
        let parent = (path as NSString).deletingLastPathComponent
        let base = realpath(parent, nil)
        defer { free(base) }
        let known = base.map { String(cString: $0) } ?? parent
        guard let target = try? FileManager.default.destinationOfSymbolicLink(atPath: path) else {
            return known + "/" + (path as NSString).lastPathComponent
        }
        return URL(fileURLWithPath: target.hasPrefix("/") ? target : known + "/" + target).standardized.path
    }

    /// Whether a folder holds so much, or what is so much others', that no scorer has any business there: a folder at the top,
    /// a home or what homes lie in, what the kernel and running programs keep in files.
    static func isTooMuch(_ path: String, home: String = NSHomeDirectory()) -> Bool {
        let parts = path.split(separator: "/")
        if system.contains(where: { isIn(path, $0) }) { return false }
        if parts.count < 2 || parts == ["var", "tmp"] || (parts.first == "home" && parts.count == 2) { return true }
        if home.count > 1, isIn(home, path) { return true }
        return ["/proc", "/sys", "/dev", "/run", "/var/run"].contains { isIn(path, $0) }
    }
}
