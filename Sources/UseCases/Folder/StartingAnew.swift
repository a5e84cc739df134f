import Configuration
import Content
import Foundation
import Pipeline
import Store

/// Makes anew what was lost, because somebody says so: what it protected is lost with it.
public struct StartingAnew: Sendable {
    let folder: WorkingFolder

    /// A beginning in a working folder.
    public init(folder: WorkingFolder) { self.folder = folder }

    /// Makes an empty store where the last one is lost. Gives lines that say what is so now.
    public func store() throws -> [String] {
        let path = folder.store
        let size = (try? FileManager.default.attributesOfItem(atPath: path)[.size] as? Int) ?? 0
        guard size == 0 else {
            throw RequestError("\(path) is there; nothing was changed. Move it away first if it cannot be used.")
        }
        for end in ["-wal", "-shm"] where FileManager.default.fileExists(atPath: path + end) {
            throw RequestError("\(path)\(end) is there, which belongs to the lost store. Move it away first.")
        }
        _ = try Store(path: path, outbox: folder.outbox, replacingLost: true)
        return [
            "Made an empty store.",
            "Who had stopped or opted out by mail is not known any more, nor what was given to whom.",
            "Import the roster with consent as it is now before the next run: 'gleaner learners import'.",
        ]
    }

    /// Makes a new secret where the last one is lost or damaged. Gives lines that say what is so now.
    public func secret() throws -> [String] {
        let before = try SchoolSecret.replace(in: folder.data, store: folder.openStore())
        return ["Made a new secret." + (before.map { " The one before is Data/\($0)." } ?? "")]
            + ["One-click addresses of mails that are out stop nobody any more."]
    }
}
