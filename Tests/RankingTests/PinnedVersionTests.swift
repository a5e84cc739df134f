import Content
import Ranking
import TestSupport
import Testing

/// A pin names a story: each reader gets the version that fits, unless the teacher fixes one.
@Suite struct PinnedVersionTests {
    private static let text = (0..<60).map { "own\($0)word" }.joined(separator: " ")

    /// Two versions of one text (1 hard, 2 easy), and others.
    private func school(level: Double, _ more: [Fact.Kind: String] = [:]) -> TestSchool {
        let levels = [12.0, 4.0] + Array(repeating: level, count: 6)
        let others = ["bread", "comets", "bridges", "chess", "whales", "trains"]
        return TestSchool(
            items: levels.enumerated().map { number, level in
                let text = number < 2 ? Self.text : (0..<60).map { "\(others[number - 2])\($0)" }.joined(separator: " ")
                return Sample.item(number + 1, feed: "f\(number)", text: text, level: level)
            }, facts: [Sample.learner: Sample.facts([.level: "\(level)"].merging(more) { $1 })],
            settings: RankingSettings(places: 4))
    }

    private func pinned(_ school: TestSchool) -> [Int] {
        school.entries().filter { $0.side == .pin }.numbers
    }

    @Test func eachReaderGetsTheVersionThatFits() {
        for (level, version) in [(4.0, 2), (12.0, 1)] {
            for pin in [1, 2] {
                var school = school(level: level)
                school.pin(pin)
                #expect(pinned(school) == [version], "level \(level), pin of \(pin)")
                // The other version of the story does not come beside it.
                #expect(school.entries().numbers.count { $0 <= 2 } == 1)
            }
        }
    }

    @Test func aVersionThatTheTeacherFixedComesToAll() {
        var school = school(level: 4)
        var rule = Sample.rule(.pin, .item(Sample.id(1)))
        rule.exact = true
        school.rules.append(rule)
        #expect(pinned(school) == [1])
    }

    @Test func aVetoOfTheVersionThatFitsIsNotPassedByThePin() {
        var school = school(level: 4)
        school.pin(1)
        school.rules.append(Sample.rule(.veto, .item(Sample.id(2))))
        #expect(pinned(school).isEmpty)
        #expect(!school.entries().numbers.contains(2))
    }

    @Test func twoPinsThatComeToOneVersionAreOne() {
        var school = school(level: 4)
        school.pin(1, 2)
        #expect(pinned(school) == [2])
    }
}
