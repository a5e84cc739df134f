import Content
@testable import Phrases
import Testing
import UseCases

/// What a run says when it is done.
struct RunTextTests {
    @Test func theClosingTableHasARowALearner() {
        let rows = [
            ListSummary(
                learner: Verbatim(String("Mia")), items: 4, minutes: 12, levels: 3.6...6.2,
                firstTitle: Verbatim(String("A river\nrises")), why: Verbatim(String("rivers")), way: .learner),
            ListSummary(
                learner: Verbatim(String("Tom")), items: 0, minutes: 0, levels: nil, firstTitle: nil, why: nil,
                way: .print),
        ]
        let lines = ListSummaryText.table(rows)
        #expect(lines.count == 4)
        #expect(lines[0].hasPrefix("learner  items  minutes  level  first title"))
        #expect(lines[2].contains("4–6") && lines[2].contains("A river rises"))
        #expect(lines[3].contains(" -  "))
    }

    @Test func levelsAreWholeGrades() {
        #expect(ListSummaryText.grades(3.6...4.4) == "4")
        #expect(ListSummaryText.grades(0...15.5) == "0–16")
    }

    @Test func countsHaveTheirNumber() {
        #expect([0, 1, 2].map { Counted.of($0, "list") } == ["0 lists", "1 list", "2 lists"])
    }
}

/// The other tables and lines.
struct ListTextTests {
    @Test func aListTellsItsPlacesGatesAndWhatWasLeftOut() {
        let list = ReadingList(
            edition: ExplanationTextTests.edition, learner: LearnerID(rawValue: "s1"), made: Timestamp(seconds: 0),
            dial: .shared,
            state: .ready, entries: [ExplanationTextTests.entry([.bestLeft])], silentScorers: ["NeedsMatch"])
        let lines = ListText.lines(
            list, items: [ExplanationTextTests.item("Fish\u{1B}[2J")], learner: "Mia",
            removed: ["tooOld": 3, "optOut": 1],
            candidates: 48, runnersUp: (0..<20).map { ItemCode(rawValue: "B\($0)") })
        #expect(lines[0] == "Mia's list of manual@2026-09-07, dial 2, ready")
        #expect(lines[2] == "2. Fish [2J (KRT4W) — one of the learner's places")
        #expect(lines.contains("Of 48 articles the gates removed: 1 by optOut, 3 by tooOld."))
        #expect(lines.contains("Did not speak: NeedsMatch."))
        #expect(lines.contains("Best left out: B0, B1, B2, B3, B4, B5, B6, B7."))
    }
}
