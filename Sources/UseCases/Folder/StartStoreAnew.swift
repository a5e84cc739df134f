import Configuration
import Content
import Foundation
import Pipeline
import Store

/// Makes an empty store where the last one is lost, because somebody says so: who had stopped is not known any more.
public struct StartStoreAnew: UseCase {
    private let folder: WorkingFolder

    /// In a working folder.
    package init(_ folder: WorkingFolder) { self.folder = folder }

    /// An empty one.
    public struct Request: Sendable {
        /// With nothing in it.
        package init() {}
    }

    /// It is made.
    public struct Outcome: Sendable {}

    /// Makes it.
    public func run(_ request: Request, by actor: Actor, now: Timestamp) throws -> Outcome {
        let path = folder.store
        let size = (try? FileManager.default.attributesOfItem(atPath: path)[.size] as? Int) ?? 0
        guard size == 0 else { throw FolderRefusal.storeIsThere(Verbatim(path)) }
        for end in ["-wal", "-shm"] where FileManager.default.fileExists(atPath: path + end) {
            throw FolderRefusal.partOfStoreIsThere(Verbatim(path + end))
        }
        _ = try Store(path: path, outbox: folder.outbox, replacingLost: true)
        return Outcome()
    }
}
