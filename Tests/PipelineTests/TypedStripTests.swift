import Content
import Foundation
import Phrases
import Pipeline
import Store
import Testing
import UseCases

/// Strips that are typed in by the two letters beside each box.
@Suite struct TypedStripTests {
    private static let later = RunTests.monday.adding(seconds: 86_400)

    private static func facts(_ id: String, _ open: OpenSchool) throws -> [Fact] {
        try open.store.learners.facts(about: LearnerID(rawValue: id)).filter { $0.kind.isWish }
    }

    @Test func aLineALearnerIsTakenDownAgainstTheListOnPaper() throws {
        let open = try OpenSchool(seed: 71)
        defer { open.remove() }
        try open.deliver()
        let strips = try TypedStrips(school: open.school, store: open.store, by: .learner)
        let learner = try #require(try strips.readers(of: "9B").first)
        let printed = try open.items(learner.id.rawValue)
        let report = try strips.take(line: "amar bh bg = sea turtles", of: learner, now: Self.later)
        #expect(report.findings.isEmpty)
        let said = try Self.facts(learner.id.rawValue, open).suffix(5)
        #expect(said.map { $0.kind } == [.more, .read, .tooHard, .liked, .more])
        #expect(said.map { $0.item } == [printed[0], printed[0], printed[1], printed[1], nil])
        #expect(said.last?.value == "sea turtles")
        // Typed twice it counts once.
        #expect(try strips.take(line: "amarbhbg", of: learner, now: Self.later).appended == 0)
    }

    @Test func aFileHasALineALearnerAndNamesWhatIsWrong() throws {
        let open = try OpenSchool(seed: 72)
        defer { open.remove() }
        try open.deliver()
        try open.generated.write("l0 am\nnobody am\n\nl3 zm = volcanoes\nl6 aq\n", to: "strips.txt")
        let report = try TypedStrips(school: open.school, store: open.store, by: .learner).take(
            file: open.generated.root.appendingPathComponent("strips.txt").path, named: "strips.txt", now: Self.later)
        #expect(report.findings.map { $0.place } == ["strips.txt:2", "strips.txt:4", "strips.txt:5"])
        #expect(try Self.facts("l3", open).last?.value == "volcanoes")
        #expect(try Self.facts("l0", open).last?.kind == .more)
    }

    @Test func aListThatDidNotGoOutHasNoCodes() throws {
        let open = try OpenSchool(seed: 73)
        defer { open.remove() }
        let strips = try TypedStrips(school: open.school, store: open.store, by: .learner)
        let learner = try #require(try strips.readers(of: "5A").first)
        let report = try strips.take(line: "am", of: learner, now: Self.later)
        #expect(report.appended == 0)
        #expect(report.findings.count == 1)
    }

    @Test func whatSomebodyMustSeeIsKeptAndNotShown() throws {
        let open = try OpenSchool(seed: 74)
        defer { open.remove() }
        try open.deliver()
        let strips = try TypedStrips(school: open.school, store: open.store, by: .learner)
        let learner = try #require(try strips.readers(of: "9B").first)
        let report = try strips.take(line: "am = I want to die", of: learner, now: Self.later)
        #expect(!report.lines.joined().contains("die"))
        #expect(try Self.facts(learner.id.rawValue, open).allSatisfy { !$0.value.contains("die") })
    }

    @Test func whoseStripItIsMayBeSaidByName() throws {
        let open = try OpenSchool(seed: 75)
        defer { open.remove() }
        try open.deliver()
        let strips = try TypedStrips(school: open.school, store: open.store, by: .learner)
        let readers = try strips.readers(of: "9B")
        #expect(strips.namesAnother("\(readers[1].name): am"))
        _ = try strips.take(line: "\(readers[1].name): am", of: readers[0], now: Self.later)
        #expect(try Self.facts(readers[0].id.rawValue, open).isEmpty)
        #expect(try Self.facts(readers[1].id.rawValue, open).map { $0.kind } == [.more])
    }
}
