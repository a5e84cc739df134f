import Content
import Foundation
import Pipeline
import Store

/// Puts into a working folder the files that ship and are not there: lists of words, templates, words and reasons. Nothing that is there
/// is changed; what a file of words lacks is taken from the one that ships when it is read.
public struct RestoreMissingFiles: UseCase {
    private let shipped: String

    /// From the files that ship with the program.
    package init() throws { shipped = try ShippedFolder().path }

    /// Where.
    public struct Request: Sendable {
        /// The absolute path of the folder.
        public var path: String
        /// What it was called by whoever asked.
        public var name: String

        /// A folder by its path, and what it was called.
        package init(_ path: String, name: String) {
            self.path = path
            self.name = name
        }
    }

    /// What was missing.
    public struct Outcome: Sendable {
        /// The files that were put back, below the folder.
        public internal(set) var restored: [Verbatim] = []
        /// What the folder was called by whoever asked.
        public var folder: Verbatim
    }

    /// Puts them back.
    public func run(_ request: Request, by actor: Actor, now: Timestamp) throws -> Outcome {
        let files = FileManager.default
        let target = request.path
        guard files.fileExists(atPath: target + "/Config/gleaner.yaml") else {
            throw FolderRefusal.isNoWorkingFolder(Verbatim(target))
        }
        var outcome = Outcome(folder: Verbatim(request.name))
        do {
            for path in ShippedNames.wordLists.map({ "Config/\($0)" })
            where !files.fileExists(atPath: "\(target)/\(path)") {
                try ShippedFiles.copy("\(shipped)/\(path)", to: "\(target)/\(path)")
                outcome.restored.append(Verbatim(path))
            }
            for folder in ShippedNames.wordings {
                try files.createDirectory(atPath: "\(target)/\(folder)", withIntermediateDirectories: true)
                for name in try files.contentsOfDirectory(atPath: "\(shipped)/\(folder)").sorted()
                where name.contains(".") {
                    let path = "\(folder)/\(name)"
                    guard !files.fileExists(atPath: "\(target)/\(path)") else { continue }
                    // Whole or not at all: half a template would be taken for one that the school has shortened.
                    let part = "\(target)/\(path).part"
                    try? files.removeItem(atPath: part)
                    try ShippedFiles.copy("\(shipped)/\(path)", to: part)
                    try files.moveItem(atPath: part, toPath: "\(target)/\(path)")
                    outcome.restored.append(Verbatim(path))
                }
            }
        } catch {
            throw FolderRefusal.unwritable(Verbatim(target), Verbatim(SystemWords.of(error)))
        }
        return outcome
    }
}
