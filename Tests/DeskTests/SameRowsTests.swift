import Configuration
import Content
@testable import Desk
import Foundation
import GRDB
import Pipeline
import Store
import TestSupport
import Testing
import UseCases

/// What the desk does and what a command does come to the same rows: random acts, at the desk in one folder, and by the program in a copy of it.
@Suite(.timeLimit(.minutes(20))) struct SameRowsTests {
    /// One act: at the desk, and as a command.
    private struct Act {
        var target: String
        var form: [(String, String)]
        var command: [String]
    }

    private static let learners = ["ana", "ben", "chen", "dora", "elif"]

    /// An act that may be done now. What is not fit is refused by both.
    private func act(_ teacher: DeskSchool.Visitor, _ numbers: inout SeededRandom) throws -> Act? {
        let id = Self.learners.randomElement(using: &numbers) ?? "ana"
        switch Int.random(in: 0..<9, using: &numbers) {
        case 0, 1, 2:
            let page = try teacher.get("/review/5A")
            let codes = page.html.matches(of: /name="item" value="([^"]+)"/).map { String($0.1) }
            guard let code = codes.randomElement(using: &numbers) else { return nil }
            let verb = ["veto", "swap", "pin"].randomElement(using: &numbers) ?? "swap"
            let isForAll = Bool.random(using: &numbers)
            return Act(
                target: "/review/5A/item",
                form: [
                    ("item", code), ("verb", verb), ("who", isForAll ? "" : id),
                    ("edition", try page.hidden("edition", in: "/review/5A/item")),
                    ("seen", try page.hidden("seen", in: "/review/5A/item")),
                ],
                command: ["review", "--class", "5A"] + (isForAll ? [] : ["--learner", id]) + ["--\(verb)", code])
        case 3:
            let page = try teacher.get("/review/5A")
            guard let seen = try? page.hidden("seen", in: "/review/5A/item") else { return nil }
            return Act(
                target: "/review/5A/hold",
                form: [("who", id), ("edition", "\(DeskSchool.edition)"), ("seen", seen)],
                command: ["review", "--class", "5A", "--edition", "\(DeskSchool.edition)", "--hold", id])
        case 4:
            let page = try teacher.get("/review/5A")
            guard let seen = try? page.hidden("seen", in: "/review/5A/item") else { return nil }
            return Act(
                target: "/review/5A/approve",
                form: [("who", ""), ("edition", "\(DeskSchool.edition)"), ("seen", seen)],
                command: ["review", "--class", "5A", "--edition", "\(DeskSchool.edition)", "--approve"])
        case 5:
            let wish = ["more", "less", "never", "allow"].randomElement(using: &numbers) ?? "more"
            let topic = ["volcanoes", "chess", "whales", "spiders"].randomElement(using: &numbers) ?? "chess"
            return Act(
                target: "/learner/\(id)/say", form: [("wish", wish), ("about", topic), ("by", "learner")],
                command: ["say", id, wish, topic, "--topic"])
        case 6:
            let page = try teacher.get("/learner/\(id)").html
            let level = "\(Int.random(in: 2...9, using: &numbers))"
            guard let seen = page.firstMatch(of: /value="level"><input type="hidden" name="seen" value="(\d+)"/)?.1
            else {
                return nil
            }
            return Act(
                target: "/learner/\(id)/correct", form: [("kind", "level"), ("value", level), ("seen", String(seen))],
                command: ["learners", "correct", id, "level", level])
        case 7:
            let page = try teacher.get("/learner/\(id)").html
            guard let number = page.matches(of: /name="facts" value="(\d+)"/).map({ String($0.1) }).first else {
                return nil
            }
            return Act(
                target: "/learner/\(id)/back", form: [("facts", number)],
                command: ["say", id, "--undo", "--fact", number])
        default:
            let topic = ["football", "war", "bread"].randomElement(using: &numbers) ?? "war"
            return Act(
                target: "/rules/veto", form: [("topic", topic), ("for", "class:5A")],
                command: ["veto", "--class", "5A", "--topic", topic])
        }
    }

    @Test(arguments: [1] as [UInt64]) func afterRandomActs(seed: UInt64) throws {
        let school = try DeskSchool()
        defer { school.remove() }
        let copy = school.root.deletingLastPathComponent().appendingPathComponent(
            school.root.lastPathComponent + "-copy")
        defer { try? FileManager.default.removeItem(at: copy) }
        try school.open.store.write { _ in try FileManager.default.copyItem(at: school.root, to: copy) }
        let teacher = try school.signIn(DeskSchool.rivera)
        var numbers = SeededRandom(seed: seed)
        var done = 0
        for step in 0..<18 {
            guard let act = try act(teacher, &numbers) else { continue }
            let now = DeskSchool.now.adding(seconds: Int64(step))
            let answer = try teacher.post(act.target, act.form, now: now)
            let status = try run(act.command + ["--now", now.iso], in: copy)
            #expect((answer.status == 303) == (status < 2), "\(act.command): \(answer.status) and \(status)")
            if answer.status == 303 { done += 1 }
            let (here, there) = (try rows(of: school.root), try rows(of: copy))
            #expect(here == there, "\(act.command)")
            if here != there { return }
        }
        #expect(done > 6)
    }

    /// Runs the program in a folder; gives its exit status.
    private func run(_ arguments: [String], in folder: URL) throws -> Int32 {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
            .appendingPathComponent("gleaner")
        process.arguments = arguments
        process.currentDirectoryURL = folder
        (process.standardOutput, process.standardError) = (FileHandle.nullDevice, FileHandle.nullDevice)
        try process.run()
        process.waitUntilExit()
        return process.terminationStatus
    }

    /// What people said and decided, and the lists, but for who was at the keyboard.
    private func rows(of folder: URL) throws -> [String] {
        var configuration = GRDB.Configuration()
        configuration.readonly = true
        return try DatabaseQueue(path: folder.path + "/Data/gleaner.sqlite", configuration: configuration).read { db in
            try ["learnerFact", "teacherRule", "listDecision", "list", "listItem", "safeguardingNote"].flatMap {
                table in
                let columns = try db.columns(in: table).map(\.name).filter { $0 != "actor" }
                let names = columns.map { "\"\($0)\"" }.joined(separator: ", ")
                return try Row.fetchAll(db, sql: "SELECT \(names) FROM \(table) ORDER BY 1, 2").map { "\(table) \($0)" }
            }
        }
    }
}
