import Files
import Foundation
import Glibc

/// The `crontab` program, which alone may change a user's table.
enum CronProgram {
    /// Where it is.
    private static let path = "/usr/bin/crontab"

    /// Whether this machine has it.
    static var isThere: Bool { access(path, X_OK) == 0 }

    /// Changes the user's table, one command at a time, whatever folder it is for. Gives whether anything was changed.
    @discardableResult
    static func change(_ change: (String) -> String) throws -> Bool {
        // A home that cannot be locked (on a server) is no reason to do nothing.
        guard let lock = try? KernelLock.onFolder(NSHomeDirectory()) else { return try changeAlone(change) }
        let result = Result { try changeAlone(change) }
        lock.release()
        return try result.get()
    }

    private static func changeAlone(_ change: (String) -> String) throws -> Bool {
        let table = try read()
        let changed = change(table)
        if changed != table { try write(changed) }
        return changed != table
    }

    /// The user's table; empty where there is none.
    private static func read() throws(ScheduleRefusal) -> String {
        let (status, output) = try run(["-l"], input: nil)
        return status == 0 ? output : ""
    }

    /// Puts a table in its place.
    private static func write(_ table: String) throws(ScheduleRefusal) {
        guard try run(["-"], input: table).status == 0 else { throw .tableRefused }
    }

    private static func run(_ arguments: [String], input: String?) throws(ScheduleRefusal) -> (
        status: Int32, output: String
    ) {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: path)
        process.arguments = arguments
        let (output, entry) = (Pipe(), Pipe())
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        process.standardInput = entry
        do { try process.run() } catch { throw .noCrontab }
        try? entry.fileHandleForWriting.write(contentsOf: Data((input ?? "").utf8))
        try? entry.fileHandleForWriting.close()
        let bytes = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return (process.terminationStatus, String(decoding: bytes, as: UTF8.self))
    }
}
