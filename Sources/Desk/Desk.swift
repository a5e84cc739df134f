import Configuration
import Content
import ContentDigest
import Output
import Phrases
import Pipeline
import ScorerKit
import UseCases

/// The desk: from a request to an answer. It knows no network; a server reads requests within bounds, asks this, and writes what it gives.
package struct Desk: Sendable {
    let open: SchoolAndStore
    let templates: DeskTemplates
    let routes: [DeskRoute]
    let files: DeskFiles
    private let gate: DeskGuard
    private let scorerTypes: [any Scorer.Type]
    private let notices: DeskNotices
    /// The port that the system gave, where none was asked for.
    private let port: Int?

    /// The desk of a school. `scorerTypes`: the scorers that ship; `place`: where it listens, if that is another than its configuration says.
    package init(_ open: SchoolAndStore, scorerTypes: [any Scorer.Type], at place: DeskSettings.Place? = nil) throws {
        (self.open, self.scorerTypes) = (open, scorerTypes)
        (port, notices) = (nil, DeskNotices())
        let (shipped, own) = (try ShippedFolder().path + "/Config/desk", open.school.folder.resolve("Config/desk"))
        templates = try DeskTemplates(
            shipped: shipped, own: own == shipped ? nil : own, pages: DeskContents.pages)
        files = try DeskFiles(folder: shipped)
        routes = DeskContents.routes
        var settings = open.school.configuration.desk
        if let place { settings.listen = place }
        gate = DeskGuard(settings: settings, open: open)
    }

    private init(_ other: Desk, port: Int?) {
        (open, templates, routes, files) = (other.open, other.templates, other.routes, other.files)
        (gate, notices, scorerTypes) = (other.gate, other.notices, other.scorerTypes)
        self.port = port
    }

    /// The same at the port that the system gave, where none was asked for.
    package func listening(at port: Int?) -> Desk { Desk(self, port: port) }

    /// What is answered to a request that cannot be read, or for which there is no room.
    package func refusal(_ refusal: DeskRefusal, of request: DeskRequest, now: Timestamp) -> DeskResponse {
        refuse(refusal, request, route(of: request), try? gate.known(request, now: now))
    }

    /// How much work a request is, before it is done.
    package func weight(of request: DeskRequest) -> DeskRoute.Weight { route(of: request)?.weight ?? .light }

    /// Whether whoever asks may ask at all. Looking is light work; refusing whoever may not is too.
    package func admits(_ request: DeskRequest, now: Timestamp) -> Bool {
        guard let route = route(of: request), gate.names(request, port: port) else { return false }
        if route.access == .everybody { return true }
        guard let entry = try? gate.entry(request, now: now) else { return false }
        return (try? visit(request, route, entry, now: now)) != nil
    }

    private func route(of request: DeskRequest) -> DeskRoute? {
        routes.first { $0.method == request.method && $0.isMeant(by: request.path) }
    }

    /// Answers a request.
    package func answer(_ request: DeskRequest, now: Timestamp) -> DeskResponse {
        if let file = files.response(to: request) { return file }
        let route = route(of: request)
        var entry: DeskGuard.Entry?
        do {
            if route?.path != "/healthz", !gate.names(request, port: port) { throw DeskRefusal.wrongHost }
            guard let route else {
                // That a path is there is told by no answer to whoever is not signed in.
                entry = try gate.entry(request, now: now)
                throw entry == nil ? DeskRefusal.noSession : DeskRefusal.noPage
            }
            entry = route.access == .everybody ? nil : try gate.entry(request, now: now)
            let visit = try visit(request, route, entry, now: now)
            let answer = try route.answer(visit)
            return respond(answer, to: visit, entry)
        } catch {
            return refuse(error, request, route, entry)
        }
    }

    /// What a route is given, where whoever asks may ask for it.
    private func visit(
        _ request: DeskRequest, _ route: DeskRoute, _ entry: DeskGuard.Entry?, now: Timestamp
    ) throws -> DeskVisit {
        let values = route.values(in: request.path)
        var (found, learner): (SchoolClass?, Learner?) = (nil, nil)
        if route.access != .everybody {
            guard let entry else { throw DeskRefusal.noSession }
            if request.method == .post {
                guard gate.isOwn(request, port: port), gate.holdsToken(request, entry.token) else {
                    throw DeskRefusal.foreignForm
                }
            }
            let (person, access) = (entry.person, DeskAccess(open))
            let mayAsk =
                switch route.access {
                case .everybody, .staff: true
                case .teacher: person.isTeacher
                case .librarian: person.isLibrarian
                case .technician: person.isTechnician
                }
            guard mayAsk else { throw DeskRefusal.notYours }
            if let name = values["class"] {
                found =
                    route.access == .teacher
                    ? try access.schoolClass(name, of: person) : try access.schoolClass(name)
                guard found != nil else { throw DeskRefusal.notYours }
            }
            if let id = values["learner"] {
                learner = route.access == .teacher ? try access.learner(id, of: person) : nil
                guard learner != nil else { throw DeskRefusal.notYours }
            }
        }
        return DeskVisit(
            request: request, open: entry.map { open.acting(as: $0.person) } ?? open, person: entry?.person,
            token: entry?.token, scorerTypes: scorerTypes, now: now,
            words: words(of: request), values: values, schoolClass: found, learner: learner)
    }

    /// The words of a visit: the language that was chosen, else one that the browser asks for, else the school's.
    private func words(of request: DeskRequest) -> WordBook.Language {
        let asked = (request.header("accept-language") ?? "").split(separator: ",").map { part in
            String(part.prefix { $0 != ";" }).trimmed
        }
        let school = open.school.configuration.school.language
        let wanted = [request.cookie("gleaner-language")].compactMap { $0 } + asked + [school]
        return templates.words.language(wanted.first { templates.words.speaks($0) } ?? school)
    }

    private func respond(_ answer: DeskAnswer, to visit: DeskVisit, _ entry: DeskGuard.Entry?) -> DeskResponse {
        var response: DeskResponse
        switch answer {
        case .page(let page):
            let notice = entry.flatMap { notices.take(for: $0.token) }
            response = DeskResponse(
                status: 200, headers: DeskHeaders.page,
                body: templates.html(page, in: frame(visit.request, visit.words, entry, notice)))
        case .see(let path, let notice):
            if let notice, let entry { notices.keep(notice, for: entry.token) }
            response = DeskResponse(status: 303, headers: DeskHeaders.text + [("location", path)], body: [])
        case .begin(let token, let path):
            response = DeskResponse(
                status: 303, headers: DeskHeaders.text + [("location", path), gate.cookieField(token)], body: [])
        case .remember(let name, let value, let path):
            let secure = gate.isSecure ? "; Secure" : ""
            let cookie = "\(name)=\(value); Path=/; SameSite=Lax; HttpOnly; Max-Age=31536000\(secure)"
            response = DeskResponse(
                status: 303, headers: DeskHeaders.text + [("location", path), ("set-cookie", cookie)], body: [])
        case .document(let html):
            response = DeskResponse(status: 200, headers: DeskHeaders.document, body: html)
        case .text(let text, let status):
            response = DeskResponse(status: status, headers: DeskHeaders.text, body: Array(text.utf8))
        }
        if let entry, entry.isNew { response.headers.append(gate.cookieField(entry.token)) }
        return response
    }

    private func frame(
        _ request: DeskRequest, _ words: WordBook.Language, _ entry: DeskGuard.Entry?, _ notice: DeskNotice?
    ) -> DeskFrame {
        DeskFrame(
            words: words, languages: templates.words.tags.map { ($0, templates.words.language($0)("language.name")) },
            school: open.school.configuration.school.name, person: entry?.person,
            token: entry?.token.formToken ?? "", notice: notice, style: files.style, script: files.script,
            here: request.method == .get ? request.target : "/", hasKeys: request.cookie("gleaner-keys") != "off")
    }

    /// An error in words. What is not to be told at the desk stands in the log, without anybody's name.
    private func refuse(
        _ error: any Error, _ request: DeskRequest, _ route: DeskRoute?, _ entry: DeskGuard.Entry?
    ) -> DeskResponse {
        let words = words(of: request)
        let told = RefusalWords(error)
        let page = MessagePage(
            told, words, isSignedIn: entry != nil, from: entry.flatMap { _ in gate.pageOfForm(request, port: port) })
        let place = "\(request.method.rawValue) \(route?.path ?? "(no such page)")"
        let role = entry.map { "a \($0.person.actor.role.rawValue)" } ?? "nobody signed in"
        return DeskResponse(
            status: told.status, headers: DeskHeaders.page,
            body: templates.html(page, in: frame(request, words, entry, nil)),
            log: "\(place): \(told.status) \(told.key), \(role)" + (told.detail.map { ": \($0)" } ?? ""))
    }
}
