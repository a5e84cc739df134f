import Content
import Testing

@testable import Reports

/// What a run says when it is done.
struct RunTextTests {
    @Test func theClosingTableHasARowALearner() {
        let rows = [
            RunText.Row(
                learner: "Mia", items: 4, minutes: 12, levels: 3.6...6.2, firstTitle: "A river\nrises", why: "rivers",
                goes: "mail"),
            RunText.Row(learner: "Tom", items: 0, minutes: 0, levels: nil, firstTitle: "", why: "", goes: "print"),
        ]
        let lines = RunText.table(rows)
        #expect(lines.count == 4)
        #expect(lines[0].hasPrefix("learner  items  minutes  level  first title"))
        #expect(lines[2].contains("4–6") && lines[2].contains("A river rises"))
        #expect(lines[3].contains(" -  "))
    }

    @Test func levelsAreWholeGrades() {
        #expect(RunText.grades(3.6...4.4) == "4")
        #expect(RunText.grades(0...15.5) == "0–16")
    }

    @Test func countsHaveTheirNumber() {
        #expect([0, 1, 2].map { RunText.count($0, "list") } == ["0 lists", "1 list", "2 lists"])
    }
}

/// The other tables and lines.
struct ListAndFeedTextTests {
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

    @Test func feedsThatNobodyReviewedOrReadSaySo() {
        var failing = FeedState(asked: Timestamp(year: 2026, month: 9, day: 8))
        failing.failingSince = Timestamp(year: 2026, month: 9, day: 7)
        failing.failures = 2
        failing.problem = "The server answered 404."
        var numbers = FeedNumbers()
        numbers.items = 12
        let lines = FeedText.table([
            .init(Feed(address: "Feeds/a.xml", title: "A", language: "en", audience: 0), numbers, nil, isPaused: false),
            .init(Feed(address: "https://x.example/b", title: "B"), nil, failing, isPaused: false),
        ])
        #expect(lines[2].contains(" 0 ") && lines[2].contains("12") && lines[2].hasSuffix("Feeds/a.xml"))
        #expect(lines[3].contains("not reviewed") && lines[3].contains("not read") && lines[3].contains(" -  "))
        #expect(lines[3].contains("failing since 2026-09-07, never there: The server answered 404."))
        var well = FeedState(asked: failing.asked)
        well.good = failing.asked
        #expect(FeedText.health(well) == "well, last there on 2026-09-08")
        well.movedTo = "https://y.example/"
        #expect(FeedText.health(well) == "well; moved to https://y.example/")
        well.ended = failing.asked
        #expect(FeedText.health(well) == "ended on 2026-09-08, says its server")
        #expect(FeedText.checkLine("a\u{7}", result: nil) == "NOT READABLE  a ")
        #expect(FeedText.checkLine("a", result: ("T", 1)).hasSuffix("“T”, 1 article"))
    }
}
