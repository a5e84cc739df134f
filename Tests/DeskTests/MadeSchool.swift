import Foundation
import Store

/// The files of a school whose lists are made, kept in memory: making them takes a second, and nearly each test of the desk begins with them.
struct MadeSchool {
    private let files: [String: Data]

    /// The school without more learners than the sample's; what went wrong with it is told by each test that asks for it.
    static var once: MadeSchool { get throws { try made.get() } }

    private static let made = Result { try MadeSchool() }

    private init() throws {
        let root = FileManager.default.temporaryDirectory.appendingPathComponent("gleaner-desk-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: root) }
        try DeskSchool.make(root, learners: 0, desk: []) { _ in }
        // What waits in the log beside the store is put into it.
        var files: [String: Data] = [:]
        for path in try FileManager.default.subpathsOfDirectory(atPath: root.path) {
            let file = root.appendingPathComponent(path)
            var isFolder: ObjCBool = false
            guard FileManager.default.fileExists(atPath: file.path, isDirectory: &isFolder), !isFolder.boolValue else {
                continue
            }
            files[path] = try Data(contentsOf: file)
        }
        self.files = files
    }

    /// Writes them to a folder.
    func write(to root: URL) throws {
        for (path, data) in files {
            let file = root.appendingPathComponent(path)
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try data.write(to: file)
        }
    }
}
