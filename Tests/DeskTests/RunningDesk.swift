import Foundation
import Glibc
import Testing

/// The desk's server as it is run: a child process on the loopback address, which the test ends.
final class RunningDesk {
    /// It has not said where it is.
    struct HasNotBegun: Error { let said: String }

    /// The port that the system gave it; 0 where it listens at a socket of the file system.
    let port: UInt16
    private let socket: String?
    private let process = Process()
    private let talk: URL

    /// Starts it on a folder, and waits until it listens. `socket`: at a socket of the file system, by its path.
    init(_ folder: URL, _ arguments: [String] = [], socket: String? = nil) throws {
        self.socket = socket
        let tests = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
        talk = folder.appendingPathComponent("desk-\(UUID().uuidString).log")
        _ = FileManager.default.createFile(atPath: talk.path, contents: nil)
        process.executableURL = tests.appendingPathComponent("gleaner-desk")
        process.arguments =
            ["--config", folder.path, "--listen", socket.map { "unix:\($0)" } ?? "127.0.0.1:0"] + arguments
        process.standardOutput = FileHandle.nullDevice
        process.standardError = try FileHandle(forWritingTo: talk)
        try process.run()
        var found: UInt16?
        for _ in 0..<600 where found == nil && process.isRunning {
            usleep(50_000)
            let said = (try? String(contentsOf: talk, encoding: .utf8)) ?? ""
            found =
                if let socket { said.contains("the socket \(socket)") ? 0 : nil } else {
                    said.components(separatedBy: "127.0.0.1:").dropFirst().first.flatMap {
                        UInt16($0.prefix { $0.isNumber })
                    }
                }
        }
        guard let found else {
            process.terminate()
            throw HasNotBegun(said: (try? String(contentsOf: talk, encoding: .utf8)) ?? "")
        }
        port = found
    }

    /// What it has said so far.
    var said: String { (try? String(contentsOf: talk, encoding: .utf8)) ?? "" }

    /// The most memory that it has had, in megabytes.
    var peakMegabytes: Double {
        let status = (try? String(contentsOfFile: "/proc/\(process.processIdentifier)/status", encoding: .utf8)) ?? ""
        let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM") } ?? ""
        return (Double(line.filter(\.isNumber)) ?? 0) / 1_024
    }

    /// Ends it as a machine does that loses its power.
    func kill() {
        _ = Glibc.kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
    }

    /// Ends it as a service manager does; gives its exit status.
    @discardableResult func stop() -> Int32 {
        if process.isRunning { process.terminate() }
        process.waitUntilExit()
        return process.terminationStatus
    }

    deinit { stop() }

    /// A connection of its own.
    func connect() throws -> Wire { try socket.map { try Wire(path: $0) } ?? Wire(port: port) }

    /// Sends bytes as they are, and reads until the other side ends or some seconds are over.
    func exchange(_ text: String, seconds: Int = 10) throws -> String {
        let wire = try connect()
        wire.send(text)
        return wire.read(seconds: seconds)
    }
}

/// One connection, spoken by hand.
final class Wire {
    /// No connection could be had.
    struct CannotConnect: Error {}

    private let socket: Int32

    init(port: UInt16) throws {
        socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var name = sockaddr_in()
        name.sin_family = sa_family_t(AF_INET)
        name.sin_port = port.bigEndian
        name.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        let isThere = withUnsafePointer(to: &name) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                Glibc.connect(socket, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
            }
        }
        guard socket >= 0, isThere else {
            close(socket)
            throw CannotConnect()
        }
    }

    /// A connection to a socket of the file system.
    init(path: String) throws {
        socket = Glibc.socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
        var name = sockaddr_un()
        name.sun_family = sa_family_t(AF_UNIX)
        let isShort = path.utf8.count < MemoryLayout.size(ofValue: name.sun_path)
        withUnsafeMutableBytes(of: &name.sun_path) { $0.copyBytes(from: path.utf8.prefix($0.count - 1)) }
        let isThere = withUnsafePointer(to: &name) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                Glibc.connect(socket, $0, socklen_t(MemoryLayout<sockaddr_un>.size)) == 0
            }
        }
        guard socket >= 0, isShort, isThere else {
            close(socket)
            throw CannotConnect()
        }
    }

    deinit { close(socket) }

    /// Sends a text; false where the other side has closed.
    @discardableResult func send(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        return Glibc.send(socket, bytes, bytes.count, Int32(MSG_NOSIGNAL)) == bytes.count
    }

    /// Whether the other side has ended it, once all that it said was read.
    var isClosed: Bool {
        var part = [UInt8](repeating: 0, count: 65_536)
        while case let count = recv(socket, &part, part.count, Int32(MSG_DONTWAIT)), count != 0 {
            if count < 0 { return errno != EAGAIN && errno != EWOULDBLOCK }
        }
        return true
    }

    /// Reads until the other side ends, or some seconds are over.
    func read(seconds: Int) -> String {
        var wait = timeval(tv_sec: seconds, tv_usec: 0)
        setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &wait, socklen_t(MemoryLayout<timeval>.size))
        var (all, part): ([UInt8], [UInt8]) = ([], [UInt8](repeating: 0, count: 65_536))
        while case let count = recv(socket, &part, part.count, 0), count > 0 { all += part[..<count] }
        return String(decoding: all, as: UTF8.self)
    }
}
