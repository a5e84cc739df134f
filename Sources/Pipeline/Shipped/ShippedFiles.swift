import Content
import Foundation

/// Copies what ships with the program into a working folder. Only bytes are taken over: owner and mode of the program's own files
/// are the packager's, and a school's files are the school's.
package enum ShippedFiles {
    /// Copies a file, or a folder with all that is in it. A file that is there already is an error.
    package static func copy(_ source: String, to target: String) throws {
        let files = FileManager.default
        var isFolder: ObjCBool = false
        guard files.fileExists(atPath: source, isDirectory: &isFolder) else {
            throw CocoaError(.fileReadNoSuchFile, userInfo: [NSFilePathErrorKey: source])
        }
        guard isFolder.boolValue else { return try copyBytes(source, to: target) }
        try files.createDirectory(atPath: target, withIntermediateDirectories: true)
        for name in try files.contentsOfDirectory(atPath: source).sorted() {
            try copy("\(source)/\(name)", to: "\(target)/\(name)")
        }
    }

    private static func copyBytes(_ source: String, to target: String) throws {
        let bytes = try Data(contentsOf: URL(fileURLWithPath: source))
        try bytes.write(to: URL(fileURLWithPath: target), options: .withoutOverwriting)
    }
}
