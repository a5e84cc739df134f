import Configuration
import Content
@testable import Desk
import Foundation
import Phrases
import Pipeline
import ShippedScorers
import Store
import Testing
import UseCases

/// A made-up school whose lists of one edition are made and have not gone out, with its desk: class 5A of Ms Rivera (its lists wait for her), 9B of
/// Mr Adeyemi, a librarian and a technician.
struct DeskSchool {
    let root: URL
    let open: SchoolAndStore
    let desk: Desk

    static let monday = Timestamp(year: 2026, month: 9, day: 7, hour: 5)
    static let now = monday.adding(seconds: 3_600)
    static let edition = Edition(date: monday.utcDate)
    static let rivera = "rivera@school.example"
    static let adeyemi = "adeyemi@school.example"
    static let librarian = "librarian@school.example"
    static let technician = "technician@school.example"
    static let address = "http://127.0.0.1:8487"

    /// Makes it below the system's temporary folder. `learners`: how many there are in 5A beside the sample's five; `desk`: more lines of the
    /// section `desk`; `store`: what else is changed in the folder before lists are made.
    init(learners: Int = 0, desk lines: [String] = [], store: ((URL) throws -> Void)? = nil) throws {
        root = FileManager.default.temporaryDirectory.appendingPathComponent("gleaner-desk-\(UUID().uuidString)")
        if store == nil, learners == 0 {
            try MadeSchool.once.write(to: root)
            try Self.staff(root, desk: lines)
        } else {
            try Self.make(root, learners: learners, desk: lines, store: store ?? { _ in })
        }
        let school = try School(folder: WorkingFolder(root: root.path), scorerTypes: Shipped.scorers)
        open = SchoolAndStore(school, try school.store(for: .desk))
        desk = try Desk(open, scorerTypes: Shipped.scorers)
    }

    /// Makes the folder with its lists.
    static func make(_ root: URL, learners: Int, desk lines: [String], store: (URL) throws -> Void) throws {
        _ = try MakeFolder().run(.init(root.path, sample: true), by: Actor(), now: monday)
        try extend(root, learners: learners, desk: lines)
        try store(root)
        let school = try School(folder: WorkingFolder(root: root.path), scorerTypes: Shipped.scorers)
        let open = SchoolAndStore(school, try school.store())
        _ = try ImportRoster(open).run(.init(), by: Actor(), now: monday)
        _ = try RunStages(open, words: RunPhrases(), watch: RunWatch()).run(
            .init([.ingest, .rank], edition: edition), by: Actor(), now: monday)
    }

    private static func change(_ name: String, of root: URL, _ change: (String) -> String) throws {
        let file = root.appendingPathComponent("Config/\(name)")
        try Data(change(String(contentsOf: file, encoding: .utf8)).utf8).write(to: file)
    }

    /// Puts more learners into 5A, whose lists wait, and the people of the desk into the configuration.
    static func extend(_ root: URL, learners: Int, desk lines: [String] = []) throws {
        let likes = ["moons", "football", "bread", "bridges", "kites", "robots", "ocean"]
        try change("learners.csv", of: root) { text in
            text
                + (0..<learners).map { number in
                    let id = number < 10 ? "p0\(number)" : "p\(number)"
                    return "\(id),Pupil \(id.dropFirst()),5A,5,\(id)@learners.example,,en,,25,"
                        + "\(likes[number % likes.count]),,,,\(4 + number % 4),teacher,2026-09-01,yes,yes,yes\n"
                }.joined()
        }
        try change("classes.csv", of: root) {
            $0.replacingOccurrences(of: "rivera@school.example,2,no", with: "rivera@school.example,2,yes")
        }
        try staff(root, desk: lines)
    }

    /// Puts the people of the desk into the configuration, whose section of the desk stands last.
    private static func staff(_ root: URL, desk lines: [String]) throws {
        try change("gleaner.yaml", of: root) { text in
            let above = text.components(separatedBy: "\ndesk:\n").first ?? text
            return above + "\ndesk:\n  librarians: [\(librarian)]\n  technicians: [\(technician)]\n"
                + lines.map { "  \($0)\n" }.joined()
        }
    }

    /// Removes the folder.
    func remove() { try? FileManager.default.removeItem(at: root) }

    /// Puts the lists out: approved and delivered.
    func putOut() throws {
        var request = ReviewLists.Request()
        (request.schoolClass, request.approves) = ("5A", true)
        _ = try ReviewLists(open).run(request, by: Actor(), now: Self.now)
        _ = try RunStages(open, words: RunPhrases(), watch: RunWatch()).run(
            .init([.deliver], edition: Self.edition), by: Actor(), now: Self.now)
    }

    /// Makes the lists of another day.
    func rank(now: Timestamp) throws {
        _ = try RunStages(open, words: RunPhrases(), watch: RunWatch()).run(
            .init([.ingest, .rank], edition: Edition(date: now.utcDate)), by: Actor(), now: now)
    }

    /// Everything that the store says of people, lists and decisions, for comparing before and after.
    func rows() throws -> String { try StoreRows.text(root.path + "/Data/gleaner.sqlite") }

    /// Somebody with a session.
    func signIn(_ address: String, now: Timestamp = now) throws -> Visitor {
        let link = try InviteToDesk(open, chance: DeskToken.chance()).run(.init(address), by: Actor(), now: now).link
        let token = try #require(link.text.split(separator: "/").last.map { String($0) })
        let begun = try BeginDeskSession(open, chance: DeskToken.chance()).run(
            .invitation(token), by: Actor(), now: now)
        return Visitor(desk: desk, token: begun.token, now: now)
    }

    /// A request of nobody's.
    static func request(
        _ method: DeskRequest.Method, _ target: String, form: [(String, String)] = [],
        headers: [(String, String)] = []
    ) throws -> DeskRequest {
        let (path, query) = try #require(DeskRequest.target(target))
        return DeskRequest(
            method, path: path, query: query, form: DeskForm(form.map { (name: $0.0, value: $0.1) }),
            headers: ([("host", "127.0.0.1:8487")] + headers).map { (name: $0.0, value: $0.1) },
            peer: .address("127.0.0.1"))
    }

    /// Somebody's browser.
    struct Visitor {
        let desk: Desk
        let token: DeskToken
        let now: Timestamp

        /// What the browser sends with each request.
        var cookie: (String, String) { ("cookie", "gleaner-desk=\(token.text)") }

        /// Asks for a page.
        func get(_ target: String, language: String = "en", now: Timestamp? = nil) throws -> Page {
            Page(
                desk.answer(
                    try DeskSchool.request(.get, target, headers: [cookie, ("accept-language", language)]),
                    now: now ?? self.now))
        }

        /// Sends a form as the desk's own pages do.
        @discardableResult
        func post(_ target: String, _ form: [(String, String)] = [], now: Timestamp? = nil) throws -> Page {
            Page(
                desk.answer(
                    try DeskSchool.request(
                        .post, target, form: form + [("token", token.formToken)],
                        headers: [
                            cookie, ("origin", DeskSchool.address), ("sec-fetch-site", "same-origin"),
                            ("accept-language", "en"),
                        ]), now: now ?? self.now))
        }

        /// Sends a form, and goes where the answer leads.
        func submit(_ target: String, _ form: [(String, String)] = []) throws -> Page {
            let answer = try post(target, form)
            guard answer.status == 303 else { return answer }
            return try get(try #require(answer.header("location")))
        }
    }

    /// An answer.
    struct Page {
        let response: DeskResponse
        init(_ response: DeskResponse) { self.response = response }

        var status: Int { response.status }
        var html: String { String(decoding: response.body, as: UTF8.self) }
        func header(_ name: String) -> String? { response.headers.first { $0.name == name }?.value }

        /// What is said of the act before.
        var notice: String {
            guard let start = html.range(of: "class=\"notice"),
                let end = html.range(of: "</div>", range: start.upperBound..<html.endIndex)
            else { return "" }
            return String(html[start.upperBound..<end.lowerBound])
        }

        /// The value of a hidden field of the form that is sent to a path.
        func hidden(_ name: String, in path: String) throws -> String {
            let form = try #require(html.range(of: "action=\"\(path)\""), "no form for \(path)")
            let rest = html[form.upperBound...]
            let field = try #require(rest.range(of: "name=\"\(name)\" value=\""), "no field \(name)")
            return String(rest[field.upperBound...].prefix { $0 != "\"" })
        }
    }
}
