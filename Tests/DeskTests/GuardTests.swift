import Content
@testable import Desk
import Foundation
import Pipeline
import Testing
import UseCases

/// Every route against everybody who may not: refused, told in the log without a learner's name, and nothing is changed.
@Suite struct GuardTests {
    /// The routes that need a session, each with the places of its path filled in.
    private static func guarded(class name: String, learner: String) -> [(route: DeskRoute, target: String)] {
        DeskContents.routes.filter { $0.access != .everybody }.map { route in
            let parts = route.pattern.map { part in
                switch part {
                case ":class": name
                case ":learner": learner
                default: part.hasPrefix(":") ? "K7Q2M" : part
                }
            }
            return (route, "/" + parts.map(PercentText.encoded).joined(separator: "/"))
        }
    }

    private func attack(
        _ school: DeskSchool, _ what: String, _ routes: [(route: DeskRoute, target: String)], expecting: [Int],
        _ request: (DeskRoute, String) throws -> DeskRequest
    ) throws {
        let before = try school.rows()
        for (route, target) in routes {
            let response = school.desk.answer(try request(route, target), now: DeskSchool.now)
            #expect(
                expecting.contains(response.status),
                "\(what): \(route.method.rawValue) \(target) gave \(response.status)")
            let html = String(decoding: response.body, as: UTF8.self)
            for name in ["Ana Ruiz", "Gina Moreno", "gina@", "ana@"] {
                #expect(!html.contains(name), "\(what): \(target) shows \(name)")
                #expect(response.log?.contains(name) != true, "\(what): the log names \(name)")
            }
            #expect(response.log?.contains(route.path) == true, "\(what): \(target) is not in the log")
            #expect(response.log?.contains("/ana") != true, "\(what): the log names a learner by id")
        }
        #expect(try school.rows() == before, "\(what) has changed something")
    }

    @Test func nobodyWithoutASession() throws {
        let school = try DeskSchool()
        defer { school.remove() }
        let routes = Self.guarded(class: "5A", learner: "ana")
        #expect(routes.count > 3)
        try attack(school, "no session", routes, expecting: [401]) { try DeskSchool.request($0.method, $1) }
        try attack(school, "a made-up session", routes, expecting: [401]) {
            try DeskSchool.request(
                $0.method, $1, headers: [("cookie", "gleaner-desk=ABCDEFGHJKMNPQRSTVWXYZ2345")])
        }
        let teacher = try school.signIn(DeskSchool.rivera)
        try attack(school, "two sessions", routes, expecting: [401]) {
            try DeskSchool.request($0.method, $1, headers: [teacher.cookie, ("cookie", "gleaner-desk=X")])
        }
        let late = DeskSchool.now.adding(seconds: DeskSession.lasts)
        #expect(try teacher.get("/", now: late.adding(seconds: -1)).status == 200)
        #expect(try teacher.get("/", now: late).status == 401)
        _ = try teacher.post("/leave")
        #expect(try teacher.get("/").status == 401)
    }

    @Test func noOtherTeacherAndNoOtherRole() throws {
        let school = try DeskSchool()
        defer { school.remove() }
        let other = try school.signIn(DeskSchool.adeyemi)
        func asked(_ visitor: DeskSchool.Visitor) -> (DeskRoute, String) throws -> DeskRequest {
            { route, target in
                try DeskSchool.request(
                    route.method, target,
                    form: [("token", visitor.token.formToken), ("learner", "ana"), ("class", "5A")],
                    headers: [visitor.cookie, ("origin", DeskSchool.address)])
            }
        }
        let ofTeachers = Self.guarded(class: "5A", learner: "ana").filter { $0.route.access == .teacher }
        try attack(
            school, "the teacher of another class",
            ofTeachers.filter { $0.route.pattern.contains(":class") || $0.route.pattern.contains(":learner") },
            expecting: [403], asked(other))
        // A learner of a class of theirs is no learner of another class's page.
        try attack(
            school, "a class of theirs, a learner of another",
            Self.guarded(class: "9B", learner: "ana").filter { $0.route.pattern.contains(":learner") },
            expecting: [403], asked(other))
        let librarian = try school.signIn(DeskSchool.librarian)
        let technician = try school.signIn(DeskSchool.technician)
        let ofLibrarians = Self.guarded(class: "5A", learner: "ana").filter { $0.route.access == .librarian }
        let ofTechnicians = Self.guarded(class: "5A", learner: "ana").filter { $0.route.access == .technician }
        for (name, visitor, routes) in [
            ("a librarian at a teacher's", librarian, ofTeachers),
            ("a technician at a teacher's", technician, ofTeachers),
            ("a teacher at a librarian's", other, ofLibrarians),
            ("a technician at a librarian's", technician, ofLibrarians),
            ("a teacher at a technician's", other, ofTechnicians),
            ("a librarian at a technician's", librarian, ofTechnicians),
        ] { try attack(school, name, routes, expecting: [403], asked(visitor)) }
    }

    @Test func noHeaderThatIsNotTheProxys() throws {
        let plain = try DeskSchool()
        defer { plain.remove() }
        let routes = Self.guarded(class: "5A", learner: "ana")
        let header = ("x-remote-user", DeskSchool.rivera)
        // Nobody has turned it on: it is a header like any other.
        try attack(plain, "a header that is off", routes, expecting: [401]) {
            try DeskSchool.request($0.method, $1, headers: [header])
        }
        let behind = try DeskSchool(desk: ["sign-on-header: X-Remote-User", "sign-on-from: [127.0.0.9]"])
        defer { behind.remove() }
        try attack(behind, "a forged header", routes, expecting: [403]) {
            try DeskSchool.request($0.method, $1, headers: [header])
        }
        func fromProxy(_ method: DeskRequest.Method, _ target: String, _ headers: [(String, String)]) throws
            -> DeskResponse
        {
            var request = try DeskSchool.request(method, target, headers: headers)
            request.peer = .address("127.0.0.9")
            return behind.desk.answer(request, now: DeskSchool.now)
        }
        let first = try fromProxy(.get, "/", [header])
        #expect(first.status == 200 && first.headers.contains { $0.name == "set-cookie" })
        #expect(try fromProxy(.get, "/", [header, header]).status == 403)
        #expect(try fromProxy(.get, "/", [("x-remote-user", "nobody@school.example")]).status == 401)
        #expect(try fromProxy(.get, "/", [("x-remote-user", "")]).status == 403)
        #expect(try fromProxy(.post, "/leave", [header]).status == 401)
    }

    @Test func noFormOfSomebodyElses() throws {
        let school = try DeskSchool()
        defer { school.remove() }
        let teacher = try school.signIn(DeskSchool.rivera)
        let other = try school.signIn(DeskSchool.rivera)
        let forms = Self.guarded(class: "5A", learner: "ana").filter {
            $0.route.method == .post && [.teacher, .staff].contains($0.route.access)
        }
        #expect(!forms.isEmpty)
        let origin = ("origin", DeskSchool.address)
        let token = ("token", teacher.token.formToken)
        let attacks: [(String, [(String, String)], [(String, String)])] = [
            ("a foreign origin", [token], [("origin", "https://evil.example")]),
            ("an origin of null", [token], [("origin", "null")]),
            ("an origin at another port", [token], [("origin", "http://127.0.0.1:8488")]),
            ("no origin", [token], []),
            ("a form of another site", [token], [origin, ("sec-fetch-site", "cross-site")]),
            ("a form of a neighbour", [token], [origin, ("sec-fetch-site", "same-site")]),
            ("no token", [], [origin]),
            ("an empty token", [("token", "")], [origin]),
            ("two tokens", [token, token], [origin]),
            ("a token of another session", [("token", other.token.formToken)], [origin]),
            ("the cookie as a token", [("token", teacher.token.text)], [origin]),
        ]
        for (what, form, headers) in attacks {
            try attack(school, what, forms, expecting: [403]) {
                try DeskSchool.request($0.method, $1, form: form, headers: [teacher.cookie] + headers)
            }
        }
        // The session is still good, and so is its own form.
        #expect(try teacher.post("/keys", [("keys", "off"), ("here", "/")]).status == 303)
    }

    @Test func noOtherNameLeadsHere() throws {
        let school = try DeskSchool()
        defer { school.remove() }
        let teacher = try school.signIn(DeskSchool.rivera)
        for host in [
            "evil.example", "127.0.0.1", "127.0.0.1:8488", "127.0.0.1:8487.evil.example", "", "xlocalhost:8487",
        ] {
            var request = try DeskSchool.request(.get, "/", headers: [teacher.cookie])
            request.headers.removeAll { $0.name == "host" }
            request.headers.append((name: "host", value: host))
            #expect(school.desk.answer(request, now: DeskSchool.now).status == 421, "\(host)")
        }
        var request = try DeskSchool.request(.get, "/", headers: [teacher.cookie])
        request.headers.append((name: "host", value: "evil.example"))
        #expect(school.desk.answer(request, now: DeskSchool.now).status == 421)
    }

    @Test func whoTeachesTheClassNoMoreSeesNoMoreOfIt() throws {
        let school = try DeskSchool()
        defer { school.remove() }
        let teacher = try school.signIn(DeskSchool.rivera)
        #expect(try teacher.get("/").html.contains("5A"))
        let file = school.root.appendingPathComponent("Config/classes.csv")
        let text = try String(contentsOf: file, encoding: .utf8)
        try Data(text.replacingOccurrences(of: DeskSchool.rivera, with: DeskSchool.adeyemi).utf8).write(to: file)
        _ = try ImportRoster(school.open).run(.init(), by: Actor(), now: DeskSchool.now)
        #expect(try teacher.get("/").status == 401)
        #expect(try school.signIn(DeskSchool.adeyemi).get("/").html.contains("5A"))
    }

    @Test func aLinkIsForOneUse() throws {
        let school = try DeskSchool()
        defer { school.remove() }
        let link = try InviteToDesk(school.open, chance: DeskToken.chance()).run(
            .init("Ms Rivera"), by: Actor(), now: DeskSchool.now
        ).link.text
        let path = String(link.dropFirst(DeskSchool.address.count))
        let get = try DeskSchool.request(.get, path)
        // Whoever looks into mail opens it before its reader does.
        for _ in 0..<3 { #expect(school.desk.answer(get, now: DeskSchool.now).status == 200) }
        let post = try DeskSchool.request(.post, path)
        let entered = school.desk.answer(post, now: DeskSchool.now)
        let cookie = entered.headers.first { $0.name == "set-cookie" }?.value ?? ""
        #expect(entered.status == 303)
        #expect(cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax") && !cookie.contains("Secure"))
        #expect(school.desk.answer(post, now: DeskSchool.now).status == 403)
        #expect(school.desk.answer(get, now: DeskSchool.now).status == 403)
        let late = try InviteToDesk(school.open, chance: DeskToken.chance()).run(
            .init(DeskSchool.rivera), by: Actor(), now: DeskSchool.now
        ).link.text
        let tooLate = try DeskSchool.request(.post, String(late.dropFirst(DeskSchool.address.count)))
        let after = DeskSchool.now.adding(seconds: DeskInvitation.lasts)
        #expect(school.desk.answer(tooLate, now: after).status == 403)
    }

    @Test func behindTLSTheCookieIsSecure() throws {
        let school = try DeskSchool(desk: ["address: https://reading.school.example"])
        defer { school.remove() }
        let link = try InviteToDesk(school.open, chance: DeskToken.chance()).run(
            .init(DeskSchool.rivera), by: Actor(), now: DeskSchool.now
        ).link.text
        #expect(link.hasPrefix("https://reading.school.example/invite/"))
        var request = try DeskSchool.request(.post, String(link.dropFirst("https://reading.school.example".count)))
        request.headers = [(name: "host", value: "reading.school.example")]
        let cookie = school.desk.answer(request, now: DeskSchool.now).headers.first { $0.name == "set-cookie" }?.value
        #expect(cookie?.hasPrefix("__Host-gleaner-desk=") == true && cookie?.contains("; Secure") == true)
    }
}
