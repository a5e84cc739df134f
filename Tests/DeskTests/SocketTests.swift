import Content
import Foundation
import Testing

/// The desk behind a school's own sign-on: a proxy before it, at a socket of the file system.
@Suite(.timeLimit(.minutes(20))) struct SocketTests {
    private let school: DeskSchool
    private let socket: String

    init() throws {
        school = try DeskSchool(desk: ["sign-on-header: X-Remote-User", "address: https://reading.school.example"])
        socket = school.root.path + "/desk.sock"
    }

    private func asked(_ more: [String] = []) -> String {
        (["GET /review/5A HTTP/1.1", "Host: reading.school.example", "Connection: close"] + more + ["", ""])
            .joined(separator: "\r\n")
    }

    @Test func whoTheProxyNamesIsIn() throws {
        defer { school.remove() }
        let server = try RunningDesk(school.root, socket: socket)
        let page = try server.exchange(asked(["X-Remote-User: \(DeskSchool.rivera)"]))
        #expect(page.hasPrefix("HTTP/1.1 200") && page.contains("/review/5A"))
        #expect(page.lowercased().contains("secure"), "the cookie is for https alone")
        #expect(try server.exchange(asked()).hasPrefix("HTTP/1.1 401"))
        #expect(try server.exchange(asked(["X-Remote-User: nobody@school.example"])).hasPrefix("HTTP/1.1 401"))
        #expect(try server.exchange(asked(["X-Remote-User: \(DeskSchool.adeyemi)"])).hasPrefix("HTTP/1.1 403"))
        // Whoever may connect says who somebody is: the desk's user and its group alone.
        let status = try FileManager.default.attributesOfItem(atPath: socket)
        #expect(status[.posixPermissions] as? Int == 0o660)
        #expect(server.stop() == 0)
    }

    @Test func afterTheMachineLostItsPowerItBeginsAgain() throws {
        defer { school.remove() }
        let first = try RunningDesk(school.root, socket: socket)
        first.kill()
        #expect(FileManager.default.fileExists(atPath: socket))
        let second = try RunningDesk(school.root, socket: socket)
        #expect(try second.exchange(asked()).hasPrefix("HTTP/1.1 401"))
    }

    @Test func nobodyElsesSocketOrFileIsTaken() throws {
        defer { school.remove() }
        let first = try RunningDesk(school.root, socket: socket)
        #expect(throws: RunningDesk.HasNotBegun.self) { try RunningDesk(school.root, socket: socket) }
        #expect(try first.exchange(asked()).hasPrefix("HTTP/1.1 401"))
        let file = school.root.appendingPathComponent("notes.txt")
        try Data("notes".utf8).write(to: file)
        #expect(throws: RunningDesk.HasNotBegun.self) { try RunningDesk(school.root, socket: file.path) }
        #expect(try String(contentsOf: file, encoding: .utf8) == "notes")
    }
}
