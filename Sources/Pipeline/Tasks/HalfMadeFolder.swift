import Foundation
import Glibc

/// The folder beside its place in which a new one is made, and what becomes of it when that is killed.
enum HalfMadeFolder {
    private static let mark = ".gleaner-"

    /// Where this process makes the folder.
    static func path(for target: String) -> String { "\(target)\(mark)\(getpid())" }

    /// What is moved into the place last: with it the folder is a working folder.
    static let last = "Config"

    /// The names of a made folder in the order in which they are moved.
    static func moves(in part: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: part).sorted {
            ($0 == last ? 1 : 0, $0) < ($1 == last ? 1 : 0, $1)
        }
    }

    /// Takes away what killed processes left beside a place. One that had begun to move its files there had them all: the rest is
    /// moved too, and true is given.
    static func finish(_ target: String) -> Bool {
        let files = FileManager.default
        let parent = (target as NSString).deletingLastPathComponent
        let prefix = (target as NSString).lastPathComponent + mark
        var isFinished = false
        for name in (try? files.contentsOfDirectory(atPath: parent)) ?? [] where name.hasPrefix(prefix) {
            guard let process = Int32(name.dropFirst(prefix.count)), kill(process, 0) != 0, errno == ESRCH else {
                continue
            }
            let part = parent + "/" + name
            let left = (try? files.contentsOfDirectory(atPath: part)) ?? []
            if left == [last], !files.fileExists(atPath: target + "/" + last),
                let there = try? files.contentsOfDirectory(atPath: target), !there.isEmpty,
                rename(part + "/" + last, target + "/" + last) == 0
            {
                isFinished = true
            }
            try? files.removeItem(atPath: part)
        }
        return isFinished
    }
}
