import Configuration
import Content
import Desk
import Glibc
import HTTPTypes
import Hummingbird
import HummingbirdCore
import Logging
import NIOCore
import NIOPosix

/// The server: Hummingbird, with bounds in size, time and number.
struct DeskServer {
    let school: DeskSchool
    let clock: DeskClock
    /// How long a request, and then the taking of its answer, may last, in seconds.
    let patience: Int

    /// The largest form that is read, in bytes.
    static let largestForm = 256_000
    /// The most connections at once; more wait until others have ended.
    static let mostConnections = 4_000

    /// Runs until it is ended by a signal: what was begun is answered first.
    func run() async throws {
        let lanes = DeskLanes()
        let address: BindAddress =
            switch school.place {
            case .port(let host, let port): .hostname(host, port: port)
            case .socket(let path): .unixDomainSocket(path: path)
            }
        let seconds = TimeAmount.seconds(Int64(patience))
        let bounds = HTTP1Channel.Configuration(
            additionalChannelHandlers: [RequestDeadline(seconds)], idleTimeout: seconds,
            httpDecoderConfiguration: .init(
                maxHeaderFieldSize: 8_192, maxHeaderListSize: 16_384, maxHeaderFieldCount: 64))
        let school = school
        let application = Application(
            responder: DeskResponder(school: school, clock: clock, lanes: lanes, log: RequestLog()),
            server: .http1(configuration: bounds),
            configuration: ApplicationConfiguration(
                address: address, serverName: nil, backlog: 1_024,
                availableConnectionsDelegate: MaximumAvailableConnections(Self.mostConnections)),
            onServerRunning: { channel in
                let port = channel.localAddress?.port
                school.listens(at: port)
                if case .socket(let path) = school.place { DeskSocket.letGroupIn(path) }
                DeskLog.say(Self.greeting(of: school, port: port))
                DeskMemory.giveBack()
            },
            logger: Logger(label: "gleaner-desk") { _ in SwiftLogNoOpLogHandler() })
        if case .socket(let path) = school.place, DeskSocket.isTaken(path) { throw DeskServerError.isTaken(path) }
        do {
            try await application.runService()
        } catch let error as IOError where error.errnoCode == EADDRINUSE {
            throw DeskServerError.isTaken(Self.name(of: school.place, port: nil))
        } catch let error as IOError {
            let why = String(cString: strerror(error.errnoCode))
            throw DeskServerError.cannotListen(Self.name(of: school.place, port: nil), why: why)
        } catch is UnixDomainSocketPathWrongType {
            throw DeskServerError.cannotListen(
                Self.name(of: school.place, port: nil), why: "a file of another kind is there")
        }
        try await lanes.end()
    }

    private static func name(of place: DeskSettings.Place, port: Int?) -> String {
        switch place {
        case .port(let host, let named): "\(host.contains(":") ? "[\(host)]" : host):\(port ?? named)"
        case .socket(let path): path
        }
    }

    private static func greeting(of school: DeskSchool, port: Int?) -> String {
        let place: String =
            switch school.place {
            case .port: "http://\(name(of: school.place, port: port))"
            case .socket(let path): "the socket \(path)"
            }
        let through = school.address.map { ", through \($0)" } ?? ""
        return "The desk is at \(place)\(through). 'gleaner desk invite TEACHER' makes a link for one who may come in."
    }
}

/// Three lanes of work beside the network's own threads: light requests some at a time, heavy ones and those of
/// strangers one at a time. Each has room for so many that
/// wait; who finds none is told to come again, so that nobody waits long and memory is bounded.
final class DeskLanes: Sendable {
    private let light = NIOThreadPool(numberOfThreads: 4)
    private let heavy = NIOThreadPool(numberOfThreads: 1)
    private let strangers = NIOThreadPool(numberOfThreads: 1)
    private let waitingLight = WaitingRoom(places: 128)
    private let waitingHeavy = WaitingRoom(places: 8)
    private let waitingStrangers = WaitingRoom(places: 8)
    private let tidying = Interval(seconds: 2)

    init() {
        light.start()
        heavy.start()
        strangers.start()
    }

    /// Does work in its lane; nil where there is no room.
    func run<Value: Sendable>(
        _ weight: DeskRoute.Weight, _ work: @escaping @Sendable () -> Value
    ) async throws -> Value? {
        let (pool, room) =
            switch weight {
            case .light: (light, waitingLight)
            case .heavy: (heavy, waitingHeavy)
            case .strangers: (strangers, waitingStrangers)
            }
        guard room.enter() else { return nil }
        defer { room.leave() }
        return try await pool.runIfActive { [tidying] in
            defer { if weight != .light || tidying.isDue() { DeskMemory.giveBack() } }
            return work()
        }
    }

    /// Ends them once all work is done.
    func end() async throws {
        try await light.shutdownGracefully()
        try await heavy.shutdownGracefully()
        try await strangers.shutdownGracefully()
    }
}
