import Files
import Foundation
import Glibc
import Pipeline

/// The folder beside its place, or in it where there is one already, in which a new one is made, and what becomes of it when that is killed.
enum HalfMadeFolder {
    private static let mark = ".gleaner-"

    /// Where this process makes the folder.
    static func path(for target: String, isThere: Bool) -> String {
        "\(target)\(isThere ? "/" : "")\(mark)\(getpid())"
    }

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
        let beside = (
            folder: (target as NSString).deletingLastPathComponent,
            prefix: (target as NSString).lastPathComponent + mark
        )
        var isFinished = false
        for part in leftBehind(in: beside.folder, prefix: beside.prefix) + leftBehind(in: target, prefix: mark) {
            let left = (try? files.contentsOfDirectory(atPath: part)) ?? []
            if left == [last], !files.fileExists(atPath: target + "/" + last),
                let there = try? files.contentsOfDirectory(atPath: target),
                there.contains(where: { !$0.hasPrefix(mark) }),
                rename(part + "/" + last, target + "/" + last) == 0
            {
                isFinished = true
            }
            try? files.removeItem(atPath: part)
        }
        return isFinished
    }

    /// What processes that are no more left in a folder.
    private static func leftBehind(in folder: String, prefix: String) -> [String] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return names.filter { $0.hasPrefix(prefix) }.filter { name in
            guard let process = Int32(name.dropFirst(prefix.count)) else { return false }
            return ProcessLife.isGone(process)
        }.map { folder + "/" + $0 }
    }
}
