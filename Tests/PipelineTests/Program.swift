import Foundation

/// The built program, run as its users run it.
struct Program {
    /// What a run printed and how it ended.
    struct Result {
        var status: Int32
        var output: String
        var talk: String
    }

    /// The program that was built beside the tests.
    static let path: String = {
        // The test bundle and the program lie in one folder.
        let tests = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
        return tests.appendingPathComponent("gleaner").path
    }()

    /// The folder that it runs in.
    var folder: URL

    /// Runs it to its end.
    @discardableResult
    func run(_ arguments: String...) throws -> Result { try run(arguments) }

    /// Runs it to its end. `by`: another program, of whose arguments it is one.
    @discardableResult
    func run(_ arguments: [String], by starter: String? = nil) throws -> Result {
        let process = try start(arguments) { process in
            if let starter { process.executableURL = URL(fileURLWithPath: starter) }
        }
        // Both pipes are small here: what a test's run prints fits into the kernel's buffers.
        let output = (process.standardOutput as? Pipe)?.fileHandleForReading.readDataToEndOfFile() ?? Data()
        let talk = (process.standardError as? Pipe)?.fileHandleForReading.readDataToEndOfFile() ?? Data()
        process.waitUntilExit()
        return Result(
            status: process.terminationStatus, output: String(decoding: output, as: UTF8.self),
            talk: String(decoding: talk, as: UTF8.self))
    }

    /// Starts it.
    func start(_ arguments: [String], with change: (Process) -> Void = { _ in }) throws -> Process {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: Self.path)
        process.arguments = arguments
        process.currentDirectoryURL = folder
        process.standardOutput = Pipe()
        process.standardError = Pipe()
        change(process)
        try process.run()
        return process
    }
}
