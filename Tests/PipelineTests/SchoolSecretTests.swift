import Configuration
import Content
import Dispatch
import Foundation
import Output
import Phrases
import Pipeline
import Store
import Synchronization
import Testing
import UseCases

/// The school's secret is made once, and a lost or damaged one is an error.
@Suite struct SchoolSecretTests {
    private static let row = "l1,Learner 1,9B,9,kid@x.example,,yes,yes,no"

    @Test func twentyWhoAskAtOnceGetOneSecret() throws {
        let (generated, _, _) = try StopTests.school([Self.row], seed: 511)
        defer { generated.remove() }
        let secrets = Mutex<[String]>([])
        DispatchQueue.concurrentPerform(iterations: 20) { _ in
            guard let (school, store) = try? generated.open() else { return }
            let secret = (try? school.deliverySettings(store: store).secret) ?? "none"
            secrets.withLock { $0.append(secret) }
        }
        let all = secrets.withLock { $0 }
        #expect(all.count == 20 && Set(all).count == 1 && all.first?.count == 64)
        #expect(generated.files(below: "Data").keys.filter { $0.hasPrefix("secret") } == ["secret"])
    }

    @Test(arguments: ["", "abc", String(repeating: "z", count: 64), String(repeating: "0", count: 64), "folder"])
    func aDamagedSecretIsAnErrorAndStaysAsItIs(_ text: String) throws {
        let (generated, school, store) = try StopTests.school([Self.row], seed: 512)
        defer { generated.remove() }
        let token = try StopTests.token(school, store, "l1", "kid@x.example")
        let path = school.folder.data + "/secret"
        try FileManager.default.removeItem(atPath: path)
        if text == "folder" {
            try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
        } else {
            try Data(text.utf8).write(to: URL(fileURLWithPath: path))
        }
        for _ in 0..<2 {
            let error = #expect(throws: SetupError.self) { try school.deliverySettings(store: store) }
            #expect(error?.description.contains("--new-secret") == true)
        }
        #expect(throws: (any Error).self) {
            try StopLists(SchoolAndStore(school, store)).run(.init(token: token), by: Actor(), now: RunTests.monday)
        }
        if text != "folder" { #expect(try String(contentsOfFile: path, encoding: .utf8) == text) }
        #expect(try Program(folder: generated.root).run("init", ".", "--new-secret").status == 0)
        #expect(try school.deliverySettings(store: store).secret.count == 64)
        #expect(FileManager.default.fileExists(atPath: path + ".1"))
    }

    @Test func aSecretThatIsMissingAfterMailsWereMadeIsNotMadeAnew() throws {
        let (generated, school, store) = try StopTests.school([Self.row], seed: 513)
        defer { generated.remove() }
        try RunTests.run(school, store)
        #expect(!generated.files(below: "Outbox/manual@2026-09-07/mail").isEmpty)
        let path = school.folder.data + "/secret"
        try FileManager.default.removeItem(atPath: path)
        #expect(throws: SetupError.self) { try school.deliverySettings(store: store) }
        #expect(try Program(folder: generated.root).run("check").talk.contains("--new-secret"))
        // An older version has kept no digest: the mails themselves tell.
        try StoreDump.change(school.folder.store, "DELETE FROM schoolSecret")
        #expect(throws: SetupError.self) { try school.deliverySettings(store: store) }
        #expect(!FileManager.default.fileExists(atPath: path))
        #expect(!FileManager.default.fileExists(atPath: path), "looking makes nothing")
    }
}
