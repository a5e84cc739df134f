import Content
import Ranking
import TestSupport
import Testing

/// How much of a list is whose say.
struct DialTests {
    private static let grid = Dial.allCases.flatMap { dial in (1...12).map { (dial, $0) } }

    /// Twenty items of as many feeds; the teacher's scorer speaks for some, the learner's for others.
    private func school(dial: Dial, places: Int, teacher: [Int: Float], learner: [Int: Float] = [:]) -> TestSchool {
        TestSchool(
            items: (1...20).map { Sample.item($0, feed: "f\($0)", minutes: 1) },
            facts: [Sample.learner: Sample.facts(dial: dial)],
            scorers: [.table("Teacher", .teacher, teacher), .table("Learner", .learner, learner)],
            settings: RankingSettings(places: places, minutes: 60, diversity: 0, stretch: false))
    }

    @Test(arguments: grid) func theTeacherHasTheRoundedUpShareOfThePlaces(dial: Dial, places: Int) {
        let share = [(1, 1), (1, 1), (1, 3), (1, 5), (0, 1)][dial.rawValue]
        let expected = (places * share.0 + share.1 - 1) / share.1
        #expect(dial.teacherPlaces(of: places) == expected)
        // The teacher's scorer lifts enough items for all places.
        let teacher = Dictionary(uniqueKeysWithValues: (1...20).map { ($0, $0 <= 12 ? Float(1) : 0) })
        let entries = school(dial: dial, places: places, teacher: teacher).entries()
        #expect(entries.filter { $0.side == .teacher }.count == (dial == .teacherOnly ? 0 : expected))
        #expect(entries.count == (dial == .teacherOnly ? 0 : places))
    }

    @Test(arguments: [Dial.shared, .mostlyLearner], 1...12)
    func whatTheTeachersScorersDoNotSpeakForTakesNoneOfTheirPlaces(dial: Dial, places: Int) {
        let entries = school(dial: dial, places: places, teacher: [1: 1, 2: 0, 3: 0]).entries()
        #expect(entries.filter { $0.side == .teacher }.numbers == [1])
        #expect(entries.count == places)
    }

    @Test(arguments: 0..<30 as Range<UInt64>) func onATeachersPlaceATeachersScorerSpeaks(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        var school = TestSchool.random(dial: random.pick([.shared, .mostlyLearner, .learnerLed]), using: &random)
        school.settings.places = random.number(1...12)
        if random.chance(0.5) { school.pin(random.number(1...40)) }
        let ranking = school.ranking()
        let teachers = ranking.entries.filter { $0.side == .teacher }
        for entry in teachers {
            let need = entry.scores.first { $0.scorer == "NeedsMatch" }
            #expect((need?.contribution ?? 0) > 0)
        }
        let pins = ranking.entries.filter { $0.side == .pin }.count
        #expect(teachers.isEmpty || teachers.count + pins <= ranking.dial.teacherPlaces(of: school.settings.places))
        #expect(ranking.entries.unpinned.count <= max(0, school.settings.places - pins))
    }

    @Test(arguments: 0..<30 as Range<UInt64>) func aListIsNeverEmptyWhileAnItemPassesTheGates(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        var school = TestSchool.random(
            items: random.number(1...5), dial: random.pick([.shared, .mostlyLearner, .learnerLed]), using: &random)
        school.settings.minutes = random.number(1...5)
        school.settings.places = random.number(1...3)
        school.settings.perTopic = 1
        for item in school.items where random.chance(0.7) {
            school.given[Sample.learner, default: [:]][item.id] = Sample.edition
        }
        let ranking = school.ranking()
        let passes = school.items.contains { ranking.gate($0.id) == nil }
        #expect(ranking.entries.isEmpty == !passes)
        #expect(passes || ranking.findings.contains { $0.problem.hasPrefix("no list") })
    }

    @Test func atZeroThereArePinsOnlyAndWithoutOneNoListAndAFinding() throws {
        var school = school(dial: .teacherOnly, places: 6, teacher: [1: 1, 2: 0], learner: [3: 1, 4: 0])
        #expect(school.entries().isEmpty)
        #expect(try school.ranking().list(edition: Sample.edition, made: Sample.now) == nil)
        #expect(school.ranking().findings.map { $0.problem }.contains { $0.contains("dial 0") })
        school.pin(9)
        #expect(school.entries().numbers == [9])
        #expect(school.ranking().findings.isEmpty)
    }

    @Test func onlyAtOneOrWhereAClassAsksForItAListWaitsForApproval() throws {
        for dial in Dial.allCases {
            var school = school(dial: dial, places: 6, teacher: [:])
            school.pin(1)
            let state = try school.ranking().list(edition: Sample.edition, made: Sample.now)?.state
            #expect(state == (dial == .teacherLed ? .awaitingApproval : .ready))
            school.classes = [SchoolClass(name: "7A", review: true), SchoolClass(name: "8B")]
            let reviewed = try school.ranking().list(edition: Sample.edition, made: Sample.now)?.state
            #expect(reviewed == .awaitingApproval)
        }
    }

    @Test func theLearnersOwnDialComesBeforeTheClassAndTheClassBeforeTheSchool() {
        var school = TestSchool(items: [Sample.item(1)])
        school.settings.dial = .learnerLed
        #expect(school.ranking().dial == .learnerLed)
        school.classes = [SchoolClass(name: "7A", dial: .mostlyLearner)]
        #expect(school.ranking().dial == .mostlyLearner)
        school.facts = [Sample.learner: Sample.facts(dial: .teacherLed)]
        #expect(school.ranking().dial == .teacherLed)
    }

    @Test(arguments: Dial.allCases) func weightsFollowTheDial(dial: Dial) throws {
        var school = school(dial: dial, places: 3, teacher: [1: 1], learner: [1: 1])
        school.scorers.append(.table("Neither", .neither, weight: 3, [1: 1]))
        school.pin(1)
        let weights = try #require(school.entries().first).scores.map { ($0.scorer, $0.weight) }
        let expected = ["Teacher": Double(4 - dial.rawValue) / 2, "Learner": Double(dial.rawValue) / 2, "Neither": 3]
        #expect(Dictionary(uniqueKeysWithValues: weights) == expected)
    }

    @Test(arguments: Dial.allCases) func pinsMayExceedTheTeachersPlacesWithAFinding(dial: Dial) {
        var school = school(dial: dial, places: 5, teacher: [:])
        school.pin(4, 3, 2, 1, 8, 6)
        let ranking = school.ranking()
        #expect(ranking.entries.numbers == [4, 3, 2, 1, 8, 6])
        #expect(ranking.findings.map { $0.severity } == [.note])
        #expect(ranking.findings.first?.problem.contains("6 pinned articles") == true)
    }

    @Test func pinsComeFirstAndTheLearnersPlacesRemain() {
        var school = school(dial: .shared, places: 6, teacher: [1: 1, 2: 0.9, 3: 0], learner: [9: 1, 10: 0])
        school.pin(20)
        let entries = school.entries()
        #expect(entries.first?.side == .pin)
        #expect(entries.filter { $0.side == .teacher }.count == 1)
        #expect(entries.filter { $0.side == .learner }.count == 4)
    }
}
