import Configuration
import Foundation
import Glibc
import Pipeline

/// What tells one state of a file, or of a folder's files, from another.
struct FileStamp: Equatable {
    private var seconds: [Int] = []
    private var sizes: [Int] = []
    private var nodes: [UInt] = []

    /// That of a file, or of all files of a folder; one that is not there has one too.
    init(of path: String) {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: path))?.sorted() ?? []
        for path in [path] + names.map({ path + "/" + $0 }) {
            var status = stat()
            guard stat(path, &status) == 0 else { continue }
            seconds += [status.st_mtim.tv_sec, status.st_mtim.tv_nsec]
            sizes.append(Int(status.st_size))
            nodes.append(UInt(status.st_ino))
        }
    }

    /// Those of some files and folders, by path.
    static func all(_ paths: [String]) -> [String: FileStamp] {
        Dictionary(paths.map { ($0, FileStamp(of: $0)) }, uniquingKeysWith: { first, _ in first })
    }

    /// Those of all that a school is opened from: its configuration, and the lists of words that protect learners.
    static func all(of school: School) -> [String: FileStamp] {
        let settings = school.configuration.suitability
        let words = [
            settings.distressWords, settings.privateWords, SkillWords.file, SuitabilitySettings.olderHeldWords,
        ]
        let files = (words + [settings.heldWords].compactMap { $0 }).map { school.folder.resolve($0) }
        return all([school.folder.configuration] + files)
    }
}
