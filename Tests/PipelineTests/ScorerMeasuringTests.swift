import Configuration
import Content
import Foundation
import Phrases
import Pipeline
import Reports
import Testing
import UseCases

/// What leaving scorers out does, and how fast they are: shown without changing anything.
struct ScorerMeasuringTests {
    @Test func leavingAScorerOutShowsInTheListsAndChangesNothing() throws {
        let generated = try GeneratedSchool(seed: 31)
        defer { generated.remove() }
        let (school, store) = try generated.open()
        try RunTests.run(school, store)
        let before = try StoreDump.rows(of: school.folder.store)
        let rows = try ScorerAblation(school: school, store: store).rows(learners: 8, now: RunTests.monday)
        #expect(rows.map { $0.scorer } == school.scorerRows.map { $0.name })
        for row in rows {
            #expect(
                row.lists > 0 && row.lists <= 8 && row.changedLists <= row.lists && row.changedFirst <= row.changedLists
            )
            #expect(row.change == (row.weight > 0 ? .leftOut : .weightOne))
            #expect((0...1).contains(row.keptShare) && (row.keptShare == 1 || row.changedLists > 0))
        }
        #expect(rows.contains { $0.changedLists > 0 }, "some scorer decides something")
        #expect(try StoreDump.rows(of: school.folder.store) == before)
        #expect(AblationText.table(rows).count == rows.count + 4)
    }

    @Test func everyScorersSpeedIsMeasuredOnTheSameMadeUpSchool() throws {
        let generated = try GeneratedSchool(seed: 32)
        defer { generated.remove() }
        let (school, _) = try generated.open()
        var ticks = 0.0
        for name in school.scorerRows.map({ $0.name }) {
            let speed = try ScorerSpeed(school: school, name: name).measure(learners: 20, items: 100) {
                ticks += 1
                return ticks
            }
            #expect(speed.scorer == name && speed.pairsPerSecond == 2_000 && speed.secondsToBegin == 1)
            #expect((0...1).contains(speed.spokeShare) && speed.megabytes > 1)
            #expect(ScorerText.lines(speed).first?.contains("20 learners and 100") == true)
        }
        #expect(throws: RequestError.self) { try ScorerSpeed(school: school, name: "Freshnes") }
    }
}
