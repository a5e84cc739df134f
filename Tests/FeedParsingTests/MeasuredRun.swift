import Foundation
import Testing

/// A run of the built program, with what it cost and what it printed.
struct MeasuredRun {
    /// How it ended.
    let status: Int32
    /// Seconds of the processor.
    let seconds: Double
    /// The peak of its memory above the size of the document, in megabytes.
    let megabytesAbove: Double
    /// What it printed.
    let output: Data

    /// Runs the program; a folder takes its output. One that takes far too long is ended.
    init(_ arguments: [String], in folder: URL, documentBytes: Int) throws {
        let printed = folder.appending(path: "output")
        let child = try MeasuredRun.start(arguments, output: printed)
        var (peak, status): (Int, Int32) = (0, 0)
        var usage = rusage()
        let deadline = ContinuousClock.now + .seconds(120)
        // The system's own figure for a child's peak counts what its parent had when it began; this is the child's alone.
        while wait4(child, &status, WNOHANG, &usage) == 0 {
            peak = max(peak, MeasuredRun.peak(of: child))
            if ContinuousClock.now > deadline { kill(child, SIGKILL) }
            usleep(2_000)
        }
        self.status = status
        seconds = MeasuredRun.seconds(usage.ru_utime) + MeasuredRun.seconds(usage.ru_stime)
        megabytesAbove = Double(peak * 1_024 - documentBytes) / 1_000_000
        output = try Data(contentsOf: printed)
    }

    /// Gives a folder to work in and takes it away afterwards.
    static func inFolder(_ body: (URL) throws -> MeasuredRun) throws -> MeasuredRun {
        let folder = FileManager.default.temporaryDirectory.appending(path: "gleaner-hostile-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        return try body(folder)
    }

    /// How many entries were printed.
    var entries: Int { count(of: "\"enclosures\":[") }

    /// Whether the good item was kept.
    var keepsGoodItem: Bool { count(of: "\"title\":\"Peas\"") == 1 }

    /// How often a text stands in what was printed.
    func count(of text: String) -> Int {
        let wanted = Array(text.utf8)
        guard let last = wanted.last else { return 0 }
        return output.withUnsafeBytes { bytes in
            guard let base = bytes.baseAddress else { return 0 }
            var (count, at) = (0, wanted.count - 1)
            while at < bytes.count, let found = memchr(base + at, Int32(last), bytes.count - at) {
                let end = UnsafeRawPointer(found) - base + 1
                if memcmp(base + end - wanted.count, wanted, wanted.count) == 0 { count += 1 }
                at = end
            }
            return count
        }
    }

    /// Expects the run to have ended well, in bounded time and memory.
    func expectBounded(_ location: SourceLocation = #_sourceLocation) {
        #expect(status == 0, sourceLocation: location)
        #expect(seconds < HostileDocument.mostSeconds, sourceLocation: location)
        #expect(megabytesAbove < HostileDocument.mostMegabytes, sourceLocation: location)
    }

    private static func start(_ arguments: [String], output: URL) throws -> pid_t {
        let program = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent().appending(path: "gleaner")
            .path
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 1, output.path, O_WRONLY | O_CREAT, 0o600)
        posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
        var words = ([program] + arguments).map { strdup($0) } + [nil]
        defer { words.forEach { free($0) } }
        var child: pid_t = 0
        let code = posix_spawn(&child, program, &actions, nil, &words, environ)
        guard code == 0 else { throw CocoaError(.executableLoad, userInfo: [NSFilePathErrorKey: program]) }
        return child
    }

    /// The peak of a process's memory in kilobytes; 0 when it has ended.
    private static func peak(of process: pid_t) -> Int {
        guard let text = try? String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8),
            let line = text.split(separator: "\n").first(where: { $0.hasPrefix("VmHWM:") })
        else { return 0 }
        return line.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0
    }

    private static func seconds(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) / 1_000_000 }
}
