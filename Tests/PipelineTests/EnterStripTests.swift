import Content
import Foundation
import Pipeline
import Store
import Testing
import TestSupport
@testable import UseCases

/// Strips that are ticked in a grid come to the same as the codes that somebody types.
@Suite struct EnterStripTests {
    private static let later = RunTests.monday.adding(seconds: 86_400)
    private static let teacher = Actor(.teacher)

    private static func said(_ id: String, _ open: OpenSchool) throws -> [Fact] {
        try open.store.learners.facts(about: LearnerID(rawValue: id)).filter { $0.kind.isWish }
    }

    /// What was said, without numbers and moments.
    private static func rows(_ id: String, _ open: OpenSchool) throws -> [String] {
        try said(id, open).map { "\($0.kind) \($0.item?.rawValue ?? "-") \($0.value) \($0.origin)" }.sorted()
    }

    private static func standing(_ id: String, _ open: OpenSchool) throws -> Set<TickCode> {
        let page = try #require(
            try ShowStrips(open.opened).run(.init("9B"), by: teacher, now: later).pages.first {
                $0.learner.id.rawValue == id
            })
        return page.ticks
    }

    @discardableResult
    private static func enter(
        _ id: String, _ ticks: Set<TickCode>, _ open: OpenSchool, by: Fact.Origin = .learner, seen: String? = nil,
        wish: String? = nil, back: [Int64] = [], actor: Actor = teacher
    ) throws -> EnteredStrips {
        try EnterStrip(open.opened).run(
            .init(
                LearnerID(rawValue: id), ticks: ticks, wish: wish, by: by, seen: seen, takesBack: back),
            by: actor, now: later)
    }

    private static func type(_ line: String, _ id: String, _ open: OpenSchool) throws -> TakenDown {
        try TakeStripLine(open.opened).run(
            .init(line, of: .named(id), by: .learner), by: teacher, now: later
        ).taken
    }

    private static func codes(_ ticks: Set<TickCode>) -> String {
        ticks.compactMap(\.code).sorted().joined(separator: " ")
    }

    /// The property of judge 4: a grid and the codes of `gleaner say --ticks` give the same rows; and whatever was ticked before, what stands
    /// afterwards is what is ticked.
    @Test func aGridAndTypedCodesComeToTheSameRows() throws {
        let open = try OpenSchool(seed: 821)
        defer { open.remove() }
        try open.deliver()
        var numbers = SeededRandom(seed: 7)
        let count = try open.items("l0").count
        let all = (1...count).flatMap { place in TickCode.boxes.compactMap { TickCode(place: place, tick: $0) } }
        let blank = try Self.rows("l0", open)
        for round in 0..<12 {
            let ticks = Set(all.filter { _ in Int.random(in: 0..<6, using: &numbers) == 0 })
            let grid = try Self.enter("l0", ticks, open)
            let (rows, stands) = (try Self.rows("l0", open), try Self.standing("l0", open))
            try Self.enter("l0", [], open)
            #expect(try Self.rows("l0", open) == blank, "round \(round)")
            let typed = try Self.type(Self.codes(ticks), "l0", open)
            #expect(try Self.rows("l0", open) == rows, "round \(round): \(Self.codes(ticks))")
            #expect(typed.appended == grid.taken.appended && typed.notes.count == grid.taken.notes.count)
            // From any ticks to any others.
            let others = Set(all.filter { _ in Int.random(in: 0..<6, using: &numbers) == 0 })
            let second = try Self.enter("l0", others, open)
            #expect(second.before[LearnerID(rawValue: "l0")] == stands)
            let after = try Self.standing("l0", open)
            try Self.enter("l0", [], open)
            try Self.enter("l0", others, open)
            #expect(try Self.standing("l0", open) == after, "round \(round)")
            // Sent again it says and takes back nothing.
            #expect(try !Self.enter("l0", after, open).hasChanged)
            try Self.enter("l0", [], open)
        }
    }

    @Test func whatSomebodyElseHasTickedSinceIsNotOverwritten() throws {
        let open = try OpenSchool(seed: 822)
        defer { open.remove() }
        try open.deliver()
        func digest() throws -> String {
            try #require(
                try ShowStrips(open.opened).run(.init("9B"), by: Self.teacher, now: Self.later).pages.first {
                    $0.learner.id.rawValue == "l0"
                }
            ).digest
        }
        let seen = try digest()
        _ = try Self.type("ah", "l0", open)
        let before = try Self.rows("l0", open)
        #expect(throws: PersonRefusal.self) {
            try Self.enter("l0", [try #require(TickCode("a", "m"))], open, seen: seen, wish: "whales")
        }
        #expect(try Self.rows("l0", open) == before)
        #expect(try Self.enter("l0", [], open, seen: try digest()).unticked == 1)
    }

    @Test func anEarlierWordDoesNotComeBackWithTheLater() throws {
        let open = try OpenSchool(seed: 823)
        defer { open.remove() }
        try open.deliver()
        _ = try Self.type("am", "l0", open)
        _ = try Self.type("al", "l0", open)
        #expect(try Self.standing("l0", open) == [try #require(TickCode("a", "l"))])
        #expect(try Self.enter("l0", [], open).unticked == 1)
        #expect(try Self.standing("l0", open).isEmpty && Self.said("l0", open).isEmpty)
    }

    @Test func ofTwoThatContradictNeitherStandsAndItIsTold() throws {
        let open = try OpenSchool(seed: 824)
        defer { open.remove() }
        try open.deliver()
        let (more, less) = (try #require(TickCode("a", "m")), try #require(TickCode("a", "l")))
        let never = try #require(TickCode("a", "n"))
        #expect(try Self.enter("l0", [more, less], open).taken.notes.count == 1)
        #expect(try Self.standing("l0", open).isEmpty)
        try Self.enter("l0", [more], open)
        let clash = try Self.enter("l0", [more, never], open)
        #expect(clash.taken.notes.count == 1, "\(clash.taken.notes)")
        #expect(try Self.standing("l0", open) == [never])
    }

    @Test func undoIsWholeTicksAndWish() throws {
        let open = try OpenSchool(seed: 825)
        defer { open.remove() }
        try open.deliver()
        let (more, hard) = (try #require(TickCode("a", "m")), try #require(TickCode("b", "h")))
        try Self.enter("l0", [more], open)
        let before = try Self.rows("l0", open)
        let entered = try Self.enter("l0", [hard], open, wish: "sea turtles")
        #expect(entered.unticked == 1 && entered.taken.appended == 2 && entered.wishes.count == 1)
        let undone = try Self.enter(
            "l0", entered.before[LearnerID(rawValue: "l0")] ?? [], open, seen: entered.digest, back: entered.wishes)
        #expect(undone.unticked == 1 && undone.taken.appended == 1)
        #expect(try Self.rows("l0", open) == before)
        // Undone once, it is no more what was seen.
        #expect(throws: PersonRefusal.self) {
            try Self.enter("l0", [], open, seen: entered.digest, back: entered.wishes)
        }
    }

    @Test func aGuardiansTicksAreTheirsToTakeBack() throws {
        let open = try OpenSchool(seed: 826)
        defer { open.remove() }
        try open.deliver()
        let never = try #require(TickCode("a", "n"))
        try Self.enter("l0", [never], open, by: .guardian)
        #expect(try Self.standing("l0", open).isEmpty)
        #expect(try Self.enter("l0", [], open, by: .guardian).unticked == 0)
        #expect(try Self.said("l0", open).map(\.origin) == [.guardian])
        // What the learner ticks beside it is another word.
        try Self.enter("l0", [never], open)
        #expect(try Self.said("l0", open).count == 2)
        #expect(try Self.enter("l0", [], open, by: .guardian, actor: Actor()).unticked == 1)
    }
}
