import Foundation

/// The program that runs.
public enum ThisProgram {
    /// Its absolute path.
    public static var path: String {
        (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? CommandLine.arguments[0]
    }
}
