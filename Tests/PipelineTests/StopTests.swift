import Configuration
import Content
import Dispatch
import Foundation
import Output
@testable import Phrases
@testable import Pipeline
@testable import Store
import Testing
@testable import UseCases

/// Who stops is stopped, whoever else does something at the same moment and whatever the roster says again.
@Suite struct StopTests {
    static let header = "learner_id,name,class,grade,email,guardian_email,consent,guardian_consent,under13"

    /// A school with one-click addresses and these rows of learners.
    static func school(_ rows: [String], seed: UInt64) throws -> (GeneratedSchool, School, Store) {
        let generated = try GeneratedSchool(feeds: 2, learners: 1, seed: seed)
        try generated.write(([header] + rows).joined(separator: "\n") + "\n", to: "Config/learners.csv")
        let path = generated.root.appendingPathComponent("Config/gleaner.yaml")
        let text = try String(contentsOf: path, encoding: .utf8)
        try generated.write(
            text.replacingOccurrences(of: "mail: {", with: "mail: {one-click: 'https://school.example/stop', "),
            to: "Config/gleaner.yaml")
        let (school, store) = try generated.open()
        try importRoster(school, store)
        return (generated, school, store)
    }

    static func importRoster(_ school: School, _ store: Store) throws {
        _ = try ImportRoster(store: store).run(
            .init(learners: school.folder.resolve("Config/learners.csv"), classes: .none), by: Actor(),
            now: RunTests.monday)
    }

    static func token(_ school: School, _ store: Store, _ learner: String, _ address: String) throws -> String {
        let secret = try school.deliverySettings(store: store).secret
        return UnsubscribeToken(secret: secret, learner: LearnerID(rawValue: learner), address: address).description
    }

    private static func guardians(_ store: Store, _ learner: String) throws -> [String] {
        let id = LearnerID(rawValue: learner)
        return Learner(id: id, facts: try store.learners.facts(about: id)).guardianEmails
    }

    @Test func ofTwoGuardiansWhoStopAtOnceNoneIsRestored() throws {
        let rows = (0..<30).map { "l\($0),Learner \($0),5A,5,,mum\($0)@x.example;dad\($0)@x.example,yes,yes,yes" }
        let (generated, school, store) = try Self.school(rows, seed: 501)
        defer { generated.remove() }
        for trial in 0..<30 {
            let tokens = try ["mum", "dad"].map {
                try Self.token(school, store, "l\(trial)", "\($0)\(trial)@x.example")
            }
            DispatchQueue.concurrentPerform(iterations: 2) { number in
                _ = try? StopLists(SchoolAndStore(school, store)).run(
                    .init(token: tokens[number]), by: Actor(), now: RunTests.monday)
            }
            #expect(try Self.guardians(store, "l\(trial)") == [], "trial \(trial)")
        }
    }

    @Test func ofSixProcessesThatStopAtOnceNoneRestoresAnother() throws {
        let addresses = (0..<6).map { "g\($0)@x.example" }
        let row = "l1,Learner 1,5A,5,,\(addresses.joined(separator: ";")),yes,yes,yes"
        let (generated, school, store) = try Self.school([row], seed: 502)
        defer { generated.remove() }
        let program = Program(folder: generated.root)
        let processes = try addresses.map { try program.start(["stop", Self.token(school, store, "l1", $0)]) }
        for process in processes { process.waitUntilExit() }
        #expect(processes.allSatisfy { $0.terminationStatus == 0 })
        #expect(try Self.guardians(store, "l1") == [])
    }

    @Test func anImportThatNamesThemAgainBringsNobodyBack() throws {
        let row = "l1,Learner 1,5A,5,kid@x.example,mum@x.example;dad@x.example,yes,yes,no"
        let (generated, school, store) = try Self.school([row], seed: 503)
        defer { generated.remove() }
        let desk = StopLists(SchoolAndStore(school, store))
        for address in ["mum@x.example", "kid@x.example"] {
            let token = try Self.token(school, store, "l1", address)
            _ = try desk.run(.init(token: token), by: Actor(), now: RunTests.monday)
            let facts = try store.marks().facts
            // Mail programs ask twice: nothing is new, and nothing is wrong.
            _ = try desk.run(.init(token: token), by: Actor(), now: RunTests.monday)
            #expect(try store.marks().facts == facts)
        }
        let id = LearnerID(rawValue: "l1")
        // A new address, and a consent that could once not be read.
        for (consent, addresses) in [("ys", "mum@x.example"), ("yes", "mum@x.example;dad@x.example;aunt@x.example")] {
            let changed = "l1,Learner 1,5A,5,kid@x.example,\(addresses),\(consent),yes,no"
            try generated.write("\(Self.header)\n\(changed)\n", to: "Config/learners.csv")
            try Self.importRoster(school, store)
        }
        let learner = Learner(id: id, facts: try store.learners.facts(about: id))
        #expect(learner.agreed.mailed == false && learner.agreed.profiled == true)
        #expect(learner.guardianEmails == ["dad@x.example", "aunt@x.example"])
        // Whoever asks for it again gets it.
        for address in ["mum@x.example", "kid@x.example"] {
            let token = try Self.token(school, store, "l1", address)
            _ = try desk.run(.init(token: token, undo: true), by: Actor(), now: RunTests.monday)
        }
        let again = Learner(id: id, facts: try store.learners.facts(about: id))
        #expect(again.agreed.mailed == true && again.guardianEmails.contains("mum@x.example"))
    }

    @Test func whatIsApprovedWhileAnEditionIsGivenUpDoesNotGoOut() throws {
        let count = 300
        let rows = (0..<count).map { "l\($0),Learner \($0),5A,5,,,yes,yes,yes" }
        let (generated, school, store) = try Self.school(rows, seed: 504)
        defer { generated.remove() }
        let first = CalendarDate(year: 2026, month: 1, day: 1)
        let run = try store.runs.begin(
            RunRecord(
                edition: Edition(date: first), stages: ["rank"], now: RunTests.monday, version: "1", configuration: "c"),
            in: .unguarded)
        for trial in 0..<10 {
            let edition = Edition(date: first.adding(days: trial))
            let lists = (0..<count).map { number in
                ReadingList(
                    edition: edition, learner: LearnerID(rawValue: "l\(number)"), made: RunTests.monday,
                    dial: .teacherLed, state: .awaitingApproval, entries: [])
            }
            let record = ListRecord(candidates: 0, removed: [:], runnersUp: [])
            try store.lists.add(lists.map { StoredList(list: $0, run: run, record: record) }, in: .unguarded)
            DispatchQueue.concurrentPerform(iterations: 2) { number in
                if number == 0 {
                    // The approval comes at another moment of it in each trial.
                    usleep(UInt32(trial) * 3_000)
                    try? Abandoning(store: store).abandon(edition)
                } else {
                    _ = try? ReviewClass(SchoolAndStore(school, store)).run(
                        .init("5A", approves: true), by: Actor(), now: RunTests.monday)
                }
            }
            #expect(try store.lists.count(of: edition, in: .ready) == 0, "trial \(trial)")
        }
    }
}
