import Foundation

/// Programs in C that tests run as children.
public enum CProgram {
    /// The top of the checkout.
    public static let checkout = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().path

    /// What went wrong, in the compiler's words.
    public struct Failure: Error, CustomStringConvertible {
        /// The words.
        public var description: String
    }

    /// Builds a program of one source file into a folder of its own; gives its path.
    public static func build(_ source: String, warnings: Bool = true) throws -> String {
        let folder = NSTemporaryDirectory() + "gleaner-built-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let program = folder + "/program"
        let process = Process()
        process.executableURL = URL(fileURLWithPath: try compiler())
        process.arguments =
            ["-O2", "-std=gnu11"] + (warnings ? ["-Wall", "-Wextra", "-Werror"] : []) + ["-o", program, source, "-lm"]
        let talk = Pipe()
        process.standardError = talk
        try process.run()
        let words = talk.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else {
            throw Failure(description: "\(source): \(String(decoding: words, as: UTF8.self))")
        }
        return program
    }

    /// The system's compiler, or the one that comes with Swift.
    private static func compiler() throws -> String {
        let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
        for name in ["cc", "clang"] {
            for folder in folders where FileManager.default.isExecutableFile(atPath: "\(folder)/\(name)") {
                return "\(folder)/\(name)"
            }
        }
        throw Failure(description: "neither cc nor clang is in the path; Swift's own toolchain brings clang")
    }
}
