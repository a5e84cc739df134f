import Foundation
import Glibc

/// What a scorer sees of the machine's disk: the system's programs and libraries, its own folder, and what its manifest
/// names; all of it read-only. Nothing of the school's folder, of anybody's home, of passwords.
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

    private(set) var entries: [Entry] = []

    private static let system = ["/usr", "/bin", "/sbin", "/lib", "/lib32", "/lib64", "/libx32"]
    private static let settings = ["/etc/ld.so.cache", "/etc/alternatives", "/etc/localtime"]

    /// The view of a scorer. `interpreter`: a program that may lie outside of the system's folders.
    init(folder: String, reads: [String], interpreter: String?) {
        for path in Self.system + Self.settings { add(path) }
        entries.append(Entry(from: folder, to: Self.scorerFolder))
        for path in reads { add(path) }
        if let interpreter { for path in Self.homes(of: interpreter, in: folder) { add(path) } }
    }

    private mutating func add(_ path: String) {
        guard !entries.contains(where: { path == $0.to || (!$0.isLink && path.hasPrefix($0.to + "/")) }) else { return }
        if let target = try? FileManager.default.destinationOfSymbolicLink(atPath: path) {
            entries.append(Entry(isLink: true, from: target, to: path))
        } else if FileManager.default.fileExists(atPath: path) {
            entries.append(Entry(from: path, to: path))
        }
    }

    /// What an interpreter needs beside itself. A virtual environment's is a link to another one: the folder above that
    /// one's `bin` is its home, if it has a `lib`; else there is the program alone.
    static func homes(of interpreter: String, in folder: String) -> [String] {
        var path = interpreter
        var homes: [String] = []
        for _ in 0..<8 {
            if !path.hasPrefix(folder + "/"), path != folder {
                let home = ((path as NSString).deletingLastPathComponent as NSString).deletingLastPathComponent
                let parts = home.split(separator: "/").count
                let isHome = parts >= 2 && home != NSHomeDirectory()
                homes.append(
                    isHome && FileManager.default.fileExists(atPath: home + "/lib") ? home : path)
            }
            guard let target = try? FileManager.default.destinationOfSymbolicLink(atPath: path) else { break }
            let base = (path as NSString).deletingLastPathComponent
            path = target.hasPrefix("/") ? target : URL(fileURLWithPath: base + "/" + target).standardized.path
        }
        return homes
    }
}
