import Content
import Roster
import Testing

/// A line typed from a printed strip.
@Suite struct StripLineTests {
    private let codes = ["K7Q2M", "R3T8W", "H4XQZ"].map { ItemCode(rawValue: $0) }

    @Test func twoLettersATickAndAWish() throws {
        let strip = try #require(StripLine("ana amch br = sea turtles", line: 4, isNamed: true))
        #expect(strip.name == "ana")
        #expect(strip.wish == "sea turtles")
        let (rows, problems) = strip.rows(of: LearnerID(rawValue: "ana"), codes: codes, by: .learner)
        #expect(problems.isEmpty)
        #expect(rows.map { $0.item } == codes)
        #expect(rows.map { $0.wishes } == [[.more], [.read], [.tooHard]])
        #expect(rows.allSatisfy { $0.line == 4 })
    }

    @Test func aNameOfSeveralWordsEndsWithAColon() throws {
        let strip = try #require(StripLine("Ana Ruiz: AM", line: 1, isNamed: true))
        #expect(strip.name == "Ana Ruiz")
        #expect(strip.ticks.map { $0.place } == [1])
    }

    @Test func whatIsNoCodeIsToldAndTheRestCounts() throws {
        let strip = try #require(StripLine("am xq b", line: 1, isNamed: false))
        let (rows, problems) = strip.rows(of: LearnerID(rawValue: "ana"), codes: codes, by: .learner)
        #expect(rows.map { $0.wishes } == [[.more]])
        #expect(problems.count == 2)
    }

    @Test func aPlaceThatTheListHasNotIsTold() throws {
        let strip = try #require(StripLine("zm", line: 1, isNamed: false))
        let (rows, problems) = strip.rows(of: LearnerID(rawValue: "ana"), codes: codes, by: .learner)
        #expect(rows.isEmpty)
        #expect(problems == [.noArticle(place: 26, of: 3)])
    }

    @Test func neverStandsAgainstMoreAndOtherContradictionsFall() throws {
        let strip = try #require(StripLine("aman bebh", line: 1, isNamed: false))
        let (rows, problems) = strip.rows(of: LearnerID(rawValue: "ana"), codes: codes, by: .learner)
        #expect(rows.map { $0.wishes } == [[.never]])
        #expect(problems.count == 2)
    }

    @Test func emptyLinesAndRemarksSayNothing() {
        #expect(StripLine("  ", line: 1, isNamed: true) == nil)
        #expect(StripLine("# Monday", line: 1, isNamed: true) == nil)
    }

    @Test func eachBoxOfAPageHasACodeOfItsOwn() {
        let codes = (1...26).flatMap { place in
            TickCode.letters.compactMap { letter, _ in TickCode.letter(of: place).flatMap { TickCode($0, letter) } }
        }
        #expect(codes.count == 26 * TickCode.letters.count)
        #expect(TickCode.letter(of: 27) == nil)
    }
}
