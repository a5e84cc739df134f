import Configuration
import Content
import Foundation
import Phrases
import Pipeline
import Ranking
import ScorerKit
import Synchronization
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
        let outcome = try AblateScorers(SchoolAndStore(school, store)).run(
            .init(learners: 8), by: Actor(), now: RunTests.monday)
        let rows = outcome.scorers
        #expect(rows.map { $0.scorer.text } == school.scorers.map { $0.card.name })
        for row in rows {
            #expect(
                row.lists > 0 && row.lists <= 8 && row.changedLists <= row.lists && row.changedFirst <= row.changedLists
            )
            #expect(row.change == (row.weight > 0 ? .leftOut : .weightOne))
            #expect((0...1).contains(row.keptShare) && (row.keptShare == 1 || row.changedLists > 0))
        }
        #expect(rows.contains { $0.changedLists > 0 }, "some scorer decides something")
        #expect(try StoreDump.rows(of: school.folder.store) == before)
        #expect(outcome.lines.count == rows.count + 4)
    }

    @Test func everyScorersSpeedIsMeasuredOnTheSameMadeUpSchool() throws {
        let generated = try GeneratedSchool(seed: 32)
        defer { generated.remove() }
        let (school, _) = try generated.open()
        let ticks = Mutex(0.0)
        let measure = MeasureScorerSpeed(school) {
            ticks.withLock {
                $0 += 1
                return $0
            }
        }
        for name in school.scorers.map({ $0.card.name }) {
            let speed = try measure.run(
                .init(scorer: name, learners: 20, items: 100), by: Actor(), now: RunTests.monday)
            #expect(speed.scorer.text == name && speed.pairsPerSecond == 2_000 && speed.secondsToBegin == 1)
            #expect((0...1).contains(speed.spokeShare) && speed.megabytes > 1)
            #expect(speed.lines.first?.contains("20 learners and 100") == true)
        }
        #expect(throws: ScorerRefusal.self) {
            try measure.run(.init(scorer: "Freshnes", learners: 1, items: 1), by: Actor(), now: RunTests.monday)
        }
    }
}
