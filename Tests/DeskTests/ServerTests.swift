import Content
@testable import Desk
import Foundation
import Pipeline
import Testing
import UseCases

/// The server itself, on a socket: what is too large, malformed or slow, and who is in the way of others.
@Suite(.timeLimit(.minutes(20))) struct ServerTests {
    private func head(_ method: String, _ target: String, port: UInt16, _ more: [String] = []) -> String {
        (["\(method) \(target) HTTP/1.1", "Host: 127.0.0.1:\(port)", "Connection: close"] + more + ["", ""])
            .joined(separator: "\r\n")
    }

    private func status(_ answer: String) -> String { String(answer.dropFirst(9).prefix(3)) }

    @Test func whatCannotBeReadIsRefusedAndTheServerGoesOn() throws {
        let school = try DeskSchool()
        defer { school.remove() }
        let server = try RunningDesk(school.root)
        let port = server.port
        let before = try school.rows()
        let form = "Content-Type: application/x-www-form-urlencoded"
        let wrong: [(String, String, Set<String>)] = [
            ("another method", head("DELETE", "/", port: port), ["405"]),
            ("a climbing path", head("GET", "/../../etc/passwd", port: port), ["400"]),
            ("half an escape", head("GET", "/review/%4", port: port), ["400"]),
            ("a target of 5,000", head("GET", "/" + String(repeating: "a", count: 5_000), port: port), ["400"]),
            (
                "a form too large by its word", head("POST", "/leave", port: port, [form, "Content-Length: 300000"]),
                ["413"]
            ),
            (
                "a form too large by its pieces",
                head("POST", "/leave", port: port, [form, "Transfer-Encoding: chunked"])
                    + (0..<5).map { _ in "ffff\r\n" + String(repeating: "a", count: 65_535) + "\r\n" }.joined()
                    + "0\r\n\r\n",
                ["413"]
            ),
            ("a broken form", head("POST", "/leave", port: port, [form, "Content-Length: 3"]) + "a=%", ["400"]),
            (
                "two lengths",
                head("POST", "/leave", port: port, [form, "Content-Length: 3", "Content-Length: 40"]) + "a=1", ["400"]
            ),
            (
                "a length and pieces",
                head("POST", "/leave", port: port, [form, "Content-Length: 3", "Transfer-Encoding: chunked"])
                    + "0\r\n\r\n", ["400"]
            ),
            ("two hosts", head("GET", "/", port: port, ["Host: evil.example"]), ["400", "421"]),
            ("no host", "GET / HTTP/1.1\r\nConnection: close\r\n\r\n", ["400", "421"]),
            (
                "a header of 10,000",
                head("GET", "/", port: port, ["X-Long: " + String(repeating: "a", count: 10_000)]),
                ["400", "431"]
            ),
            (
                "a hundred headers", head("GET", "/", port: port, (0..<100).map { "X-\($0): 1" }),
                ["400", "431"]
            ),
            ("no HTTP at all", "hello\r\n\r\n", ["400"]),
        ]
        for (what, sent, expected) in wrong {
            let answer = try server.exchange(sent)
            #expect(expected.contains(status(answer)), "\(what): \(answer.prefix(60))")
        }
        #expect(try school.rows() == before)
        #expect(status(try server.exchange(head("GET", "/healthz", port: port))) == "200")
        let headOnly = try server.exchange(head("HEAD", "/healthz", port: port))
        #expect(status(headOnly) == "200" && !headOnly.hasSuffix("ok\n"))
        #expect(server.stop() == 0)
    }

    @Test func fourHundredHalfOpenConnectionsLockNobodyOut() throws {
        let school = try DeskSchool()
        defer { school.remove() }
        let server = try RunningDesk(school.root, ["--patience", "5"])
        let port = server.port
        let halves = try (0..<400).map { number in
            let wire = try server.connect()
            // Some say nothing, some begin a head, some a form.
            if number % 3 == 1 { wire.send("GET / HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\n") }
            if number % 3 == 2 {
                wire.send(head("POST", "/leave", port: port, ["Content-Length: 100"]) + "a=")
            }
            return wire
        }
        for _ in 0..<20 { #expect(status(try server.exchange(head("GET", "/healthz", port: port))) == "200") }
        // They are cut off, all of them.
        let started = Date()
        while !halves.allSatisfy({ $0.isClosed }), Date().timeIntervalSince(started) < 30 { usleep(200_000) }
        #expect(halves.allSatisfy { $0.isClosed })
        #expect(status(try server.exchange(head("GET", "/healthz", port: port))) == "200")
    }

    @Test func whoTricklesIsCutOff() throws {
        let school = try DeskSchool()
        defer { school.remove() }
        let server = try RunningDesk(school.root, ["--patience", "1"])
        let wire = try server.connect()
        let started = Date()
        var isOpen = wire.send("GET / HTTP/1.1\r\nHost: ")
        // A byte each 200 ms is never silence.
        while isOpen, Date().timeIntervalSince(started) < 20 {
            usleep(200_000)
            isOpen = wire.send("a")
        }
        #expect(!isOpen && Date().timeIntervalSince(started) < 15)
    }

    @Test func aStopByAMailProgramNeedsNoSession() throws {
        let school = try DeskSchool()
        defer { school.remove() }
        let server = try RunningDesk(school.root)
        let port = server.port
        let asked = try server.exchange(head("GET", "/stop/K7QMX2VRB9TDHWNJ4C8FZPYS3G", port: port))
        #expect(status(asked) == "200" && asked.contains("<button"))
        let body = "List-Unsubscribe=One-Click"
        let stopped = try server.exchange(
            head(
                "POST", "/stop/K7QMX2VRB9TDHWNJ4C8FZPYS3G", port: port,
                ["Content-Type: application/x-www-form-urlencoded", "Content-Length: \(body.utf8.count)"]) + body)
        // This school has made no such addresses: it is said, and nobody is named.
        #expect(status(stopped) == "404")
    }

    @Test func anotherConfigurationIsUsedWithoutABegin() throws {
        let school = try DeskSchool()
        defer { school.remove() }
        let server = try RunningDesk(school.root)
        let file = school.root.appendingPathComponent("Config/gleaner.yaml")
        let text = try String(contentsOf: file, encoding: .utf8)
        try Data(text.replacingOccurrences(of: "name: Riverside School", with: "name: Lakeside School").utf8).write(
            to: file)
        let page = try server.exchange(head("GET", "/", port: server.port))
        #expect(page.contains("Lakeside School"))
        try Data("school: {name: [".utf8).write(to: file)
        #expect(try server.exchange(head("GET", "/", port: server.port)).contains("Lakeside School"))
        #expect(server.said.contains("cannot be used"))
        try Data(text.utf8).write(to: file)
        #expect(try server.exchange(head("GET", "/", port: server.port)).contains("Riverside School"))
        // Words that protect learners count from the next request on.
        let said = server.said.components(separatedBy: "is used from now on").count
        try Data("[13]\nvolcano\n".utf8).write(to: school.root.appendingPathComponent("Config/held-words/en.txt"))
        _ = try server.exchange(head("GET", "/", port: server.port))
        #expect(server.said.components(separatedBy: "is used from now on").count == said + 1)
    }
}
