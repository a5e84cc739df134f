import Foundation
import Glibc

/// A child process, headless Chromium (Debian's), and the pipe that its own protocol goes over: a message of JSON, a zero byte. No socket,
/// no other program.
final class BrowserPipe {
    /// What went wrong between the test and the browser.
    struct Fault: Error, CustomStringConvertible {
        let description: String
    }

    private let process = Process()
    private let folder: URL
    private let toBrowser: Int32
    private let fromBrowser: Int32
    private var whole: [Data] = []
    private var begun = Data()
    private var number = 0

    /// Starts one, with a folder of its own that goes with it. Nothing of its own is asked for on the network.
    init() throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("gleaner-browser-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let (one, other) = (folder.path + "/to", folder.path + "/from")
        guard mkfifo(one, 0o600) == 0, mkfifo(other, 0o600) == 0 else { throw Fault(description: "no pipes") }
        // Both ends are held, so that neither opening waits for the other side.
        toBrowser = open(one, O_RDWR | O_CLOEXEC)
        fromBrowser = open(other, O_RDWR | O_CLOEXEC)
        let said = folder.appendingPathComponent("said")
        _ = FileManager.default.createFile(atPath: said.path, contents: nil)
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        // The sandbox is not for root, which a fresh machine of tests is.
        process.arguments =
            ["-c", "exec chromium \"$@\" 3<\"\(one)\" 4>\"\(other)\"", "chromium"]
            + (geteuid() == 0 ? ["--no-sandbox"] : []) + [
                "--headless=new", "--disable-gpu", "--hide-scrollbars", "--remote-debugging-pipe", "--no-first-run",
                "--disable-background-networking", "--disable-component-update", "--disable-dev-shm-usage",
                "--user-data-dir=\(folder.path)/profile", "about:blank",
            ]
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        process.standardError = try FileHandle(forWritingTo: said)
        try process.run()
    }

    deinit {
        stop()
        close(toBrowser)
        close(fromBrowser)
        try? FileManager.default.removeItem(at: folder)
    }

    /// The child's number.
    var child: Int32 { process.processIdentifier }

    /// Ends it, and nothing else: asked first, then by force.
    func stop() {
        guard process.isRunning else { return }
        process.terminate()
        for _ in 0..<100 where process.isRunning { usleep(50_000) }
        if process.isRunning { kill(process.processIdentifier, SIGKILL) }
        process.waitUntilExit()
    }

    /// Sends a message; gives the number that its answer will have.
    @discardableResult
    func send(_ method: String, _ parameters: [String: Any], in session: String?) throws -> Int {
        number += 1
        var message: [String: Any] = ["id": number, "method": method, "params": parameters]
        if let session { message["sessionId"] = session }
        let bytes = try JSONSerialization.data(withJSONObject: message) + Data([0])
        try bytes.withUnsafeBytes { buffer in
            var sent = 0
            while sent < buffer.count {
                let count = write(toBrowser, buffer.baseAddress?.advanced(by: sent), buffer.count - sent)
                guard count > 0 else { throw Fault(description: "the browser does not listen") }
                sent += count
            }
        }
        return number
    }

    /// The next message, which must come until a moment.
    func next(until end: Date) throws -> [String: Any] {
        while whole.isEmpty {
            guard Date() < end else { throw Fault(description: "the browser says nothing") }
            var waiting = pollfd(fd: fromBrowser, events: Int16(POLLIN), revents: 0)
            if poll(&waiting, 1, 200) > 0 {
                try readPart()
            } else if !process.isRunning {
                throw Fault(description: "the browser has ended: \(said)")
            }
        }
        let message = try JSONSerialization.jsonObject(with: whole.removeFirst())
        return message as? [String: Any] ?? [:]
    }

    private func readPart() throws {
        var part = [UInt8](repeating: 0, count: 1 << 16)
        let count = read(fromBrowser, &part, part.count)
        guard count > 0 else { throw Fault(description: "the browser has ended") }
        // Only what is new is looked through: a picture is a message of megabytes.
        for piece in part[..<count].split(separator: 0, omittingEmptySubsequences: false).enumerated() {
            if piece.offset > 0 {
                whole.append(begun)
                begun = Data()
            }
            begun.append(contentsOf: piece.element)
        }
    }

    /// The last of what it said.
    private var said: String {
        let text = (try? String(contentsOf: folder.appendingPathComponent("said"), encoding: .utf8)) ?? ""
        return String(text.suffix(300))
    }
}
