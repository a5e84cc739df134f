import Content
import Desk
import HTTPTypes
import Hummingbird
import HummingbirdCore
import NIOCore

/// Where a request came from, beside what Hummingbird keeps.
struct DeskContext: RequestContext {
    var coreContext: CoreRequestContextStorage
    /// Who sent it.
    let peer: DeskRequest.Peer

    init(source: ApplicationRequestContextSource) {
        coreContext = .init(source: source)
        let address = source.channel.remoteAddress
        peer = address?.ipAddress.map { .address($0) } ?? .unixSocket
    }
}

/// Reads a request for the desk within bounds, and writes what it answers.
struct DeskResponder: HTTPResponder {
    let school: DeskSchool
    let clock: DeskClock
    let lanes: DeskLanes
    let log: RequestLog

    func respond(to request: Request, context: DeskContext) async throws -> Response {
        let desk = school.desk
        let now = clock.now()
        switch try await read(request, from: context.peer) {
        case .success(let asked):
            let isHead = request.method == .head
            var weight = desk.weight(of: asked)
            // Who may not come in takes no place of the few that there are for heavy work.
            if weight == .heavy, try await lanes.run(.light, { desk.admits(asked, now: now) }) != true {
                weight = .light
            }
            let answered = try await lanes.run(weight) { desk.answer(asked, now: now) }
            return response(answered ?? desk.refusal(.busy, of: asked, now: now), isHead: isHead)
        case .failure(let refusal):
            let nothing = DeskRequest(.get, path: [], headers: Self.headers(of: request), peer: context.peer)
            var response = response(desk.refusal(refusal, of: nothing, now: now), isHead: request.method == .head)
            // What was not read is still to come: the next request would begin in the middle of it.
            response.headers[.connection] = "close"
            return response
        }
    }

    private func read(
        _ request: Request, from peer: DeskRequest.Peer
    ) async throws -> Result<DeskRequest, DeskRefusal> {
        let method: DeskRequest.Method
        switch request.method {
        case .get, .head: method = .get
        case .post: method = .post
        default: return .failure(.noSuchMethod)
        }
        guard let (path, query) = DeskRequest.target(request.head.path ?? "") else { return .failure(.malformed) }
        var form = DeskForm.empty
        if method == .post {
            if let length = request.headers[.contentLength].flatMap({ Int($0) }), length > DeskServer.largestForm {
                return .failure(.tooLarge)
            }
            var body: [UInt8] = []
            for try await part in request.body {
                body += part.readableBytesView
                guard body.count <= DeskServer.largestForm else { return .failure(.tooLarge) }
            }
            let type = request.headers[.contentType]?.prefix { $0 != ";" }.lowercased()
            // A mail program that stops lists may send its one word in another form (RFC 8058, 3.2): nothing of it is needed.
            if type?.trimmed == "application/x-www-form-urlencoded" {
                guard let read = DeskForm(encoded: body) else { return .failure(.malformed) }
                form = read
            }
        }
        return .success(
            DeskRequest(
                method, path: path, query: query, form: form, headers: Self.headers(of: request), peer: peer))
    }

    /// The header fields. The name of the machine that was asked stands apart in Hummingbird; a second one is kept as it came.
    private static func headers(of request: Request) -> [(name: String, value: String)] {
        let host = request.head.authority.map { [(name: "host", value: $0)] } ?? []
        return host + request.headers.map { (name: $0.name.canonicalName, value: $0.value) }
    }

    private func response(_ answered: DeskResponse, isHead: Bool) -> Response {
        if let line = answered.log { log.say(line) }
        var fields = HTTPFields()
        for (name, value) in answered.headers {
            if let name = HTTPField.Name(name) { fields.append(HTTPField(name: name, value: value)) }
        }
        var response = Response(
            status: .init(code: answered.status), headers: fields,
            body: isHead ? .init() : .init(byteBuffer: ByteBuffer(bytes: answered.body)))
        if isHead { response.headers[.contentLength] = "\(answered.body.count)" }
        return response
    }
}
