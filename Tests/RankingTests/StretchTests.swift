import Content
import Ranking
import TestSupport
import Testing

/// One item that is a little harder than usual, on purpose.
struct StretchTests {
    @Test(arguments: 0..<40 as Range<UInt64>) func thereIsAtMostOneInItsBandAndNeverAtATeachersDial(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        let school = TestSchool.random(dial: random.pick(Dial.allCases), using: &random)
        let ranking = school.ranking()
        let stretches = ranking.entries.filter { $0.side == .stretch }
        #expect(stretches.count <= (ranking.dial >= .shared ? 1 : 0))
        for entry in stretches {
            let above = (school.item(entry).level ?? 0) - ranking.profile.level
            #expect((0.6...2.0).contains(above))
            let told = Reason.stretch(item: school.item(entry).level ?? 0, learner: ranking.profile.level)
            #expect(entry.reasons.first == told)
        }
    }

    /// Plain items at the learner's level 7, and one that is a little harder.
    private var school: TestSchool {
        TestSchool(items: (1...9).map { Sample.item($0, feed: "f\($0)", level: $0 == 5 ? 8 : 7) })
    }

    private func stretch(_ school: TestSchool) -> [Int] { school.entries().filter { $0.side == .stretch }.numbers }

    @Test func theSchoolDecidesWhetherThereIsOne() {
        var school = school
        #expect(stretch(school) == [5])
        school.settings.stretch = false
        #expect(stretch(school).isEmpty)
    }

    @Test func neverAfterTooHard() {
        var school = school
        // Their level falls to 6, where all the others would be in the band.
        school.say(.tooHard)
        #expect(stretch(school).isEmpty)
    }

    @Test func theLatestWordDecidesEvenWhereMostWereTooEasy() {
        var school = school
        school.facts = [Sample.learner: Sample.facts([.level: "6"])]
        school.say(.tooEasy)
        school.say(.tooEasy)
        school.say(.tooHard)
        #expect(stretch(school).isEmpty)
        school.say(.tooEasy)
        #expect(!stretch(school).isEmpty)
    }

    @Test func aShortListHasNone() {
        var school = school
        school.settings.places = 2
        #expect(stretch(school).isEmpty)
    }
}
