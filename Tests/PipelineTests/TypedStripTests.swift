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

    private static func readers(_ schoolClass: String, _ open: OpenSchool) throws -> [Learner] {
        try ListStripReaders(SchoolAndStore(open.school, open.store)).run(
            .init(schoolClass: schoolClass), by: Actor(), now: later
        ).learners
    }

    private static func take(_ line: String, _ learner: Learner, _ open: OpenSchool) throws -> TakeStripLine.Outcome {
        try TakeStripLine(SchoolAndStore(open.school, open.store)).run(
            .init(line, of: .asked(learner), by: .learner), by: Actor(), now: later)
    }

    private static func facts(_ id: String, _ open: OpenSchool) throws -> [Fact] {
        try open.store.learners.facts(about: LearnerID(rawValue: id)).filter { $0.kind.isWish }
    }

    @Test func aLineALearnerIsTakenDownAgainstTheListOnPaper() throws {
        let open = try OpenSchool(seed: 71)
        defer { open.remove() }
        try open.deliver()
        let learner = try #require(try Self.readers("9B", open).first)
        let printed = try open.items(learner.id.rawValue)
        let report = try Self.take("amar bh bg = sea turtles", learner, open)
        #expect(report.findings.isEmpty)
        let said = try Self.facts(learner.id.rawValue, open).suffix(5)
        #expect(said.map { $0.kind } == [.more, .read, .tooHard, .liked, .more])
        #expect(said.map { $0.item } == [printed[0], printed[0], printed[1], printed[1], nil])
        #expect(said.last?.value == "sea turtles")
        // Typed twice it counts once.
        #expect(try Self.take("amarbhbg", learner, open).taken.appended == 0)
    }

    @Test func aFileHasALineALearnerAndNamesWhatIsWrong() throws {
        let open = try OpenSchool(seed: 72)
        defer { open.remove() }
        try open.deliver()
        try open.generated.write("l0 am\nnobody am\n\nl3 zm = volcanoes\nl6 aq\n", to: "strips.txt")
        let path = open.generated.root.appendingPathComponent("strips.txt").path
        let report = try TakeTypedStrips(SchoolAndStore(open.school, open.store)).run(
            .init(file: path, name: "strips.txt", by: .learner), by: Actor(), now: Self.later)
        #expect(report.findings.map { $0.place } == ["strips.txt:2", "strips.txt:4", "strips.txt:5"])
        #expect(try Self.facts("l3", open).last?.value == "volcanoes")
        #expect(try Self.facts("l0", open).last?.kind == .more)
    }

    @Test func aListThatDidNotGoOutHasNoCodes() throws {
        let open = try OpenSchool(seed: 73)
        defer { open.remove() }
        let learner = try #require(try Self.readers("5A", open).first)
        let report = try Self.take("am", learner, open)
        #expect(report.taken.appended == 0)
        #expect(report.findings.count == 1)
    }

    @Test func whatSomebodyMustSeeIsKeptAndNotShown() throws {
        let open = try OpenSchool(seed: 74)
        defer { open.remove() }
        try open.deliver()
        let learner = try #require(try Self.readers("9B", open).first)
        let report = try Self.take("am = I want to die", learner, open)
        #expect(!report.lines.joined().contains("die"))
        #expect(try Self.facts(learner.id.rawValue, open).allSatisfy { !$0.value.contains("die") })
    }

    @Test func whoseStripItIsMayBeSaidByName() throws {
        let open = try OpenSchool(seed: 75)
        defer { open.remove() }
        try open.deliver()
        let readers = try Self.readers("9B", open)
        #expect(try Self.take("\(readers[1].name): am", readers[0], open).namesAnother)
        #expect(try Self.facts(readers[0].id.rawValue, open).isEmpty)
        #expect(try Self.facts(readers[1].id.rawValue, open).map { $0.kind } == [.more])
    }
}
