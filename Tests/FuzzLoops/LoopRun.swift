import Foundation

/// Runs one loop in child processes and says what came of it.
struct LoopRun {
    let loop: FuzzLoop
    let seed: UInt64
    /// The folder in which an input that fails is kept.
    let findings: String

    /// What came of a loop.
    struct Outcome {
        var inputs = 0
        var failures: [String] = []
        /// The largest memory of a child, in megabytes.
        var megabytes = 0
    }

    /// After so many failures a loop has said enough.
    private static let mostFailures = 5

    /// Runs so many inputs, or for so many seconds.
    func run(inputs: Int, seconds: Double) throws -> Outcome {
        var outcome = Outcome()
        let start = Date()
        let progress = NSTemporaryDirectory() + "/gleaner-fuzz-\(ProcessInfo.processInfo.processIdentifier)"
        defer { try? FileManager.default.removeItem(atPath: progress) }
        while outcome.inputs < inputs, outcome.failures.count < Self.mostFailures {
            let left = seconds - Date().timeIntervalSince(start)
            if seconds > 0, left <= 0 { break }
            let child = try runChild(from: outcome.inputs, to: inputs, seconds: seconds > 0 ? left : 0, progress)
            let number = Self.number(in: progress)
            outcome.inputs = number
            outcome.megabytes = max(outcome.megabytes, child.megabytes)
            guard let problem = child.problem else { break }
            outcome.inputs = number + 1
            outcome.failures.append(try keep(number, problem))
        }
        return outcome
    }

    private func keep(_ number: Int, _ problem: String) throws -> String {
        try FileManager.default.createDirectory(atPath: findings, withIntermediateDirectories: true)
        let path = "\(findings)/\(loop.name)-\(seed)-\(number)"
        try Data(loop.input(number, seed: seed)).write(to: URL(filePath: path))
        return "\(loop.name): \(problem)\n  again: fuzz-loops --only \(loop.name) --replay \(path)"
    }

    private struct Child {
        var problem: String?
        var megabytes: Int
    }

    private func runChild(from first: Int, to end: Int, seconds: Double, _ progress: String) throws -> Child {
        let process = Process()
        process.executableURL = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
        process.arguments = [
            "--only", loop.name, "--seed", "\(seed)", "--child", "\(first)", "\(end)", "\(seconds)", progress,
        ]
        process.environment = ProcessInfo.processInfo.environment.merging(["SWIFT_BACKTRACE": "enable=no"]) { $1 }
        let said = Pipe()
        process.standardOutput = said
        process.standardError = said
        try process.run()
        let text = String(decoding: said.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        let status = process.terminationStatus
        let words = text.split(separator: "\n", omittingEmptySubsequences: false).suffix(6).joined(separator: "\n")
        if process.terminationReason == .uncaughtSignal {
            let kind =
                [14: "hung", 27: "took more than 5 s of processor time"][Int(status)] ?? "ended by signal \(status)"
            return Child(problem: "\(kind)\n\(words.suffix(600))", megabytes: 0)
        }
        if status == ChildLoop.doesNotHold { return Child(problem: "does not hold:\n\(words)", megabytes: 0) }
        guard status == 0 else { return Child(problem: "exit status \(status)\n\(words)", megabytes: 0) }
        return Child(problem: nil, megabytes: text.split(separator: "\n").last.flatMap { Int($0) } ?? 0)
    }

    private static func number(in progress: String) -> Int {
        let data = FileManager.default.contents(atPath: progress) ?? Data()
        guard data.count == 8 else { return 0 }
        return Int(data.withUnsafeBytes { $0.loadUnaligned(as: Int64.self) })
    }
}
