import Foundation
import Glibc
import Synchronization

/// A web server on the loopback address for as long as a test needs it: it answers one connection after another, and
/// ends by itself when it is released or when nobody comes for a while.
package final class LoopbackServer: Sendable {
    /// What it does with a request.
    package enum Answer: Sendable {
        /// Sends these bytes and closes.
        case bytes([UInt8])
        /// Says nothing until the other side hangs up.
        case silence

        /// A document.
        package static func ok(_ body: [UInt8], headers: [String] = []) -> Answer { status("200 OK", headers, body) }

        /// Any answer by its status line.
        package static func status(_ status: String, _ headers: [String] = [], _ body: [UInt8] = []) -> Answer {
            let lines =
                ["HTTP/1.1 \(status)", "Content-Length: \(body.count)", "Connection: close"] + headers + ["", ""]
            return .bytes(Array(lines.joined(separator: "\r\n").utf8) + body)
        }
    }

    /// No socket could be had.
    package struct CannotListen: Error {}

    /// The port that it listens on.
    package let port: UInt16
    private let listener: Int32
    private let log: Log

    /// What was asked so far; its own object, so that the thread does not keep the server alive.
    private final class Log: Sendable { let requests = Mutex<[String]>([]) }

    /// The requests so far, each its head.
    package var requests: [String] { log.requests.withLock { $0 } }

    /// The address of a path; `login`: a user name and password with `@`.
    package func address(_ path: String, login: String = "") -> String { "http://\(login)127.0.0.1:\(port)\(path)" }

    /// A server that answers by path; it ends when nobody has come for `patience` seconds.
    package init(patience: Int32 = 10, _ answer: @escaping @Sendable (_ path: String, _ head: String) -> Answer) throws
    {
        let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var name = sockaddr_in()
        name.sin_family = sa_family_t(AF_INET)
        name.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        // A sockaddr_in is what these calls take by the name of its general form.
        let bound = withUnsafeMutablePointer(to: &name) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(listener, $0, length) == 0 && listen(listener, 16) == 0 && getsockname(listener, $0, &length) == 0
            }
        }
        guard listener >= 0, bound else { throw CannotListen() }
        self.listener = listener
        port = UInt16(bigEndian: name.sin_port)
        let log = Log()
        self.log = log
        Thread.detachNewThread {
            while LoopbackServer.isReadable(listener, patience * 1_000) {
                let peer = accept(listener, nil, nil)
                guard peer >= 0 else { break }
                let head = LoopbackServer.head(from: peer)
                log.requests.withLock { $0.append(head) }
                switch answer(head.split(separator: " ").dropFirst().first.map { String($0) } ?? "", head) {
                case .bytes(let bytes): LoopbackServer.send(bytes, to: peer)
                case .silence: _ = LoopbackServer.isReadable(peer, 10_000)
                }
                close(peer)
            }
            close(listener)
        }
    }

    deinit { shutdown(listener, Int32(SHUT_RDWR)) }

    private static func isReadable(_ socket: Int32, _ milliseconds: Int32) -> Bool {
        var entry = pollfd(fd: socket, events: Int16(POLLIN), revents: 0)
        return poll(&entry, 1, milliseconds) > 0
    }

    private static func head(from peer: Int32) -> String {
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 4_096)
        while !bytes.suffix(4).elementsEqual("\r\n\r\n".utf8), isReadable(peer, 10_000) {
            let count = recv(peer, &chunk, chunk.count, 0)
            guard count > 0 else { break }
            bytes += chunk.prefix(count)
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func send(_ bytes: [UInt8], to peer: Int32) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.send(peer, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
            guard count > 0 else { return }
            rest = rest.dropFirst(count)
        }
        shutdown(peer, Int32(SHUT_WR))
        // Until the other side has read it all and hung up: closing earlier could cut the answer off.
        _ = isReadable(peer, 2_000)
    }
}
