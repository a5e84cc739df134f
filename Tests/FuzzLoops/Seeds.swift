import Foundation

/// Sound inputs that lie in the repository.
enum Seeds {
    /// The top of the checkout.
    private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// The bytes of a file.
    static func file(_ path: String) -> [UInt8] {
        [UInt8]((try? Data(contentsOf: root.appending(path: path))) ?? Data())
    }

    /// The bytes of all files of a folder whose names end so.
    static func files(in folder: String, ending: String) -> [[UInt8]] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: root.appending(path: folder).path)) ?? []
        return names.filter { $0.hasSuffix(ending) }.sorted().map { file(folder + "/" + $0) }
    }
}
