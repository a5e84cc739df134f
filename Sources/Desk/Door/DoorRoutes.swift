import Content
import Phrases
import UseCases

/// In and out: invitations, one-click stops, health, and how a browser likes the desk.
enum DoorRoutes {
    static var all: [DeskRoute] {
        [
            DeskRoute(.get, "/healthz", for: .everybody, answer: health),
            DeskRoute(.get, "/invite/:token", for: .everybody, answer: invitation),
            DeskRoute(.post, "/invite/:token", for: .everybody, answer: accept),
            DeskRoute(.get, "/stop/:token", for: .everybody, answer: askStop),
            DeskRoute(.post, "/stop/:token", for: .everybody, weight: .strangers, answer: stop),
            DeskRoute(.get, "/stop", for: .everybody, answer: askStop),
            DeskRoute(.post, "/stop", for: .everybody, weight: .strangers, answer: stop),
            DeskRoute(.post, "/leave", for: .staff, answer: leave),
            DeskRoute(.post, "/language", for: .staff, answer: language),
            DeskRoute(.post, "/keys", for: .staff, answer: keys),
        ]
    }

    /// Whether the store can be read.
    @Sendable private static func health(_ visit: DeskVisit) throws -> DeskAnswer {
        let isWell = try TellDeskHealth(visit.open).run(.init(), by: visit.actor, now: visit.now)
        return .text(isWell ? "ok\n" : "the store cannot be read\n", status: isWell ? 200 : 503)
    }

    @Sendable private static func invitation(_ visit: DeskVisit) throws -> DeskAnswer {
        let token = visit.values["token"] ?? ""
        let person = try LookAtInvitation(visit.open).run(.init(token), by: visit.actor, now: visit.now)
        return .page(InvitationPage(name: person.name, path: "/invite/\(PercentText.encoded(token))"))
    }

    /// The token in the address is the secret here: a page of somebody else's cannot have it.
    @Sendable private static func accept(_ visit: DeskVisit) throws -> DeskAnswer {
        let begun = try BeginDeskSession(visit.open, chance: DeskToken.chance()).run(
            .invitation(visit.values["token"] ?? ""), by: visit.actor, now: visit.now)
        return .begin(begun.token, begun.person.home)
    }

    @Sendable private static func askStop(_ visit: DeskVisit) throws -> DeskAnswer {
        .page(StopPage(state: .asks(path: "/stop/\(PercentText.encoded(stopToken(visit)))")))
    }

    /// RFC 8058: the mail program sends it without a cookie, from nowhere. The token in the address is the secret.
    @Sendable private static func stop(_ visit: DeskVisit) throws -> DeskAnswer {
        _ = try StopLists(visit.open).run(
            .init(token: stopToken(visit), undo: false), by: visit.actor, now: visit.now)
        return .page(StopPage(state: .done))
    }

    /// Mails have it behind `?t=`.
    private static func stopToken(_ visit: DeskVisit) -> String {
        visit.values["token"] ?? visit.request.query["t"] ?? ""
    }

    @Sendable private static func leave(_ visit: DeskVisit) throws -> DeskAnswer {
        guard let token = visit.token else { throw DeskRefusal.noSession }
        _ = try EndDeskSessions(visit.open).run(.one(token), by: visit.actor, now: visit.now)
        return .begin(nil, "/")
    }

    @Sendable private static func language(_ visit: DeskVisit) throws -> DeskAnswer {
        let wanted = try visit.needed("language", atMost: 12)
        guard wanted.allSatisfy({ $0.isASCII && ($0.isLetter || $0 == "-") }) else { throw DeskRefusal.malformed }
        return .remember("gleaner-language", wanted, try back(visit))
    }

    @Sendable private static func keys(_ visit: DeskVisit) throws -> DeskAnswer {
        .remember("gleaner-keys", try visit.text("keys") == "on" ? "on" : "off", try back(visit))
    }

    /// Where a form was, within the desk.
    private static func back(_ visit: DeskVisit) throws -> String {
        guard let here = try visit.text("here", atMost: 2_000), here.hasPrefix("/"), !here.hasPrefix("//"),
            let (path, query) = DeskRequest.target(here)
        else { return "/" }
        return DeskRequest(.get, path: path, query: query, peer: .unixSocket).target
    }
}

extension DeskPerson {
    /// The page that they begin with.
    var home: String { isTeacher ? "/" : isLibrarian ? "/feeds" : "/status" }
}
