import Foundation

/// Opens a file in whatever the reader looks at pages with.
public protocol Opener: Sendable {
    /// Opens a file; false where it could not be opened.
    func open(_ path: String) -> Bool
}

/// Opens a file in the desktop's browser.
public struct BrowserOpener: Opener {
    /// An opener of the desktop that the program runs on.
    package init() {}

    /// Opens a file; false where there is no desktop or no browser.
    public func open(_ path: String) -> Bool {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["xdg-open", path]
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        do { try process.run() } catch { return false }
        process.waitUntilExit()
        return process.terminationStatus == 0
    }
}
