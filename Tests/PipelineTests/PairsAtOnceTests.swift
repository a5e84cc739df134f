import Content
import Foundation
import GRDB
import TestSupport
import Testing

@testable import Store

/// Every pair of commands that write, at once and as processes of their own: both are done, and what holds is what was said.
@Suite(.timeLimit(.minutes(20))) struct PairsAtOnceTests {
    /// A command with something new to say at each turn, and how it is told that it was said.
    private struct Writer: Sendable {
        var name: String
        var arguments: @Sendable (_ turn: Int) -> [String]
        var done: String
    }

    private static let now = ["--now", "2026-09-08T06:00:00Z"]

    private static let writers = [
        Writer(
            name: "say", arguments: { ["say", "l1", "more", "--topic", "moons \($0)"] },
            done: "SELECT COUNT(*) FROM learnerFact WHERE value = 'moons #'"),
        Writer(
            name: "never", arguments: { ["say", "l2", "never", "--topic", "topic \($0)", "--by", "guardian"] },
            done: "SELECT COUNT(*) FROM learnerFact WHERE value = 'topic #'"),
        Writer(
            name: "veto", arguments: { ["veto", "--topic", "veto \($0)", "--class", "5A"] },
            done: "SELECT COUNT(*) FROM standingRule JOIN teacherRule ON number = rule WHERE topic = 'veto #'"),
        Writer(
            name: "import", arguments: { ["learners", "import", "roster-\($0).csv"] },
            done: "SELECT COUNT(*) FROM learner WHERE name = 'New #' AND isEnrolled"),
        Writer(
            name: "hold", arguments: { ["review", "--class", "5A", $0 % 2 == 0 ? "--hold" : "--lift", "l4"] },
            done: "SELECT COUNT(*) FROM listDecision WHERE number >= 0"),
        Writer(
            name: "pin", arguments: { ["pin", "ITEM", "--class", "5A", "--by", "T\($0)"] },
            done: "SELECT COUNT(*) FROM teacherRule WHERE kind = 'pin' AND by = 'T#'"),
        Writer(name: "approve", arguments: { _ in ["review", "--class", "9B", "--approve"] }, done: "SELECT 1"),
        Writer(name: "deliver", arguments: { _ in ["deliver", "--edition", "2026-09-08"] }, done: "SELECT 1"),
        Writer(
            name: "run", arguments: { ["rank", "--edition", "2026-10-\(10 + $0)"] },
            done: "SELECT COUNT(*) FROM run WHERE edition LIKE '%2026-10-1#' AND outcome IN ('done', 'degraded')"),
    ]

    @Test func allAreDoneAndNothingIsLost() throws {
        let school = try GeneratedSchool(feeds: 2, items: 6, learners: 6, seed: 730)
        defer { school.remove() }
        let program = Program(folder: school.root)
        for arguments in [["learners", "import"], ["ingest"], ["rank"]] {
            #expect(try program.run(arguments + Self.now).status != 2)
        }
        let writers = Self.writers
        let (_, store) = try school.open()
        let item = try #require(try store.items.items().first?.item.code.rawValue)
        let path = school.root.appendingPathComponent("Data/gleaner.sqlite").path
        var turn = 0
        for one in writers.indices {
            for other in one..<writers.count {
                var turns: [Int] = []
                var started: [Process] = []
                for writer in [writers[one], writers[other]] {
                    try school.write(
                        "learner_id,name,class,grade\nnew\(turn),New \(turn),5A,6\n", to: "roster-\(turn).csv")
                    turns.append(turn)
                    started.append(
                        try program.start(
                            writer.arguments(turn).map { $0 == "ITEM" ? item : $0 } + Self.now))
                    turn += 1
                }
                for process in started { process.waitUntilExit() }
                let names = [writers[one].name, writers[other].name]
                for (process, turn) in zip(started, turns) {
                    let writer = writers[turn == turns[0] ? one : other]
                    // Two that hold and lift the same list, and two runs at once, may find nothing left to do.
                    let mayGiveWay = ["hold", "run", "deliver"].contains(writer.name)
                    #expect(process.terminationStatus == 0 || mayGiveWay, "\(writer.name) of \(names)")
                    guard process.terminationStatus == 0, !mayGiveWay else { continue }
                    let sql = writer.done.replacingOccurrences(of: "#", with: "\(turn)")
                    let count = try DatabaseQueue(path: path).read { try Int.fetchOne($0, sql: sql) }
                    #expect(count == 1, "\(writer.name) of \(names)")
                }
            }
        }
        let queue = try DatabaseQueue(path: path)
        #expect(try queue.read { try String.fetchAll($0, sql: "PRAGMA integrity_check") } == ["ok"])
        #expect(try queue.read { try Row.fetchAll($0, sql: "PRAGMA foreign_key_check") }.isEmpty)
        func standing() throws -> [String] {
            try queue.read { db in
                try ["learner", "learnerTopic", "standingRule", "learnerClass"].flatMap {
                    try Row.fetchAll(db, sql: "SELECT * FROM \($0)").map { "\($0)" }.sorted()
                }
            }
        }
        let kept = try standing()
        try queue.write { try Projections.rebuild($0) }
        #expect(try standing() == kept, "what holds is what was said")
    }
}
