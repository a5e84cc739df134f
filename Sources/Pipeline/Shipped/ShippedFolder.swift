import Files
import Foundation
import Glibc

/// The files that ship with the program: beside it in `share/gleaner`, or in the checkout that it was built in.
package struct ShippedFolder: Sendable {
    /// Where they are.
    package let path: String

    /// Finds them; throws where they are not near the program.
    package init() throws(ShippedFilesMissing) {
        let program = Self.programPath()
        var folder = (program as NSString).deletingLastPathComponent
        let installed = (folder as NSString).deletingLastPathComponent + "/share/gleaner"
        if Self.isShipped(installed) {
            path = installed
            return
        }
        while folder != "/", !folder.isEmpty {
            if Self.isShipped(folder) {
                path = folder
                return
            }
            folder = (folder as NSString).deletingLastPathComponent
        }
        throw ShippedFilesMissing(program: program)
    }

    private static func isShipped(_ folder: String) -> Bool {
        let files = FileManager.default
        return files.fileExists(atPath: folder + "/Config/gleaner.yaml")
            && files.fileExists(atPath: folder + "/Config/templates")
            && files.fileExists(atPath: folder + "/Feeds/feeds.opml")
            && (folder.hasSuffix("/share/gleaner") || files.fileExists(atPath: folder + "/Package.swift"))
    }

    private static func programPath() -> String {
        var buffer = [CChar](repeating: 0, count: 4_096)
        let count = readlink("/proc/self/exe", &buffer, buffer.count - 1)
        guard count > 0 else { return CommandLine.arguments.first ?? "" }
        return String(decoding: buffer[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
}

/// The files that ship with the program are not near it.
public struct ShippedFilesMissing: Error, Hashable, Sendable, CustomStringConvertible {
    /// The program's path.
    public var program: String

    /// What is so, and what to do.
    public var description: String {
        "the files that a new folder is made from were not found near \(program). They belong into share/gleaner beside the "
            + "program's folder."
    }
}
