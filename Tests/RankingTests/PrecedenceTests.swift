import Content
import Ranking
import ScorerKit
import TestSupport
import Testing

/// Consent, suitability, veto, opt-out, pin, then language, given before, too old, copy: each beats the next.
struct PrecedenceTests {
    /// What can be set up for item 1, in the order of precedence; `pin` lets it through, all others remove it.
    enum Rule: String, CaseIterable, Sendable {
        case consent, suitability, veto, optOut, pin, language, givenBefore, tooOld, copy

        var gate: Gate? { Gate(rawValue: rawValue) }

        func apply(to school: inout TestSchool) {
            switch self {
            case .consent:
                let withdrawn = Fact(
                    learner: Sample.learner, kind: .consent, value: "no", origin: .roster, at: Sample.now)
                school.facts[Sample.learner]?.append(withdrawn)
            case .suitability: school.feeds = [Feed(address: Sample.feed, title: "Science", audience: 12)]
            case .veto: school.rules.append(Sample.rule(.veto, .topic("spider")))
            case .optOut: school.say(.never, "Spider")
            case .pin: school.pin(1)
            case .language: school.items[0].language = "es"
            case .givenBefore: school.given = [Sample.learner: [Sample.id(1): Sample.edition]]
            case .tooOld: school.items[0].published = Sample.now.adding(seconds: -100 * 86_400)
            case .copy:
                school.nearCopies = [Sample.id(1): [Sample.id(2)]]
                school.items[1].words += 1
            }
        }
    }

    static let pairs = Rule.allCases.flatMap { first in
        Rule.allCases.filter { $0 != first }.map { (first, $0) }
    }

    private var school: TestSchool {
        TestSchool(items: [Sample.item(1, title: "A spider spins"), Sample.item(2, title: "Two boats")])
    }

    @Test(arguments: Rule.allCases) func eachRuleWorksAlone(rule: Rule) {
        var school = school
        #expect(school.gate(1) == nil)
        rule.apply(to: &school)
        #expect(school.gate(1) == rule.gate)
    }

    @Test(arguments: pairs) func theEarlierRuleWins(first: Rule, second: Rule) throws {
        var school = school
        first.apply(to: &school)
        second.apply(to: &school)
        let order = Rule.allCases
        let winner = try #require(order.first { $0 == first || $0 == second })
        #expect(school.gate(1) == winner.gate)
        #expect(school.entries().numbers.contains(1) == (winner == .pin))
    }

    @Test func anAssignedPinBeatsAnOptOutButNotAVeto() {
        var school = school
        school.say(.never, "spiders")
        school.pin(1, assigned: true)
        #expect(school.entries().first?.reasons == [.pinned(by: "Ms Rivera", assigned: true)])
        Rule.veto.apply(to: &school)
        #expect(school.gate(1) == .veto)
    }

    @Test func aTeachersApprovalOpensTheSuitabilityGateAndNoOther() {
        var school = school
        school.feeds = [Feed(address: Sample.feed, title: "Science", audience: nil)]
        #expect(school.gate(1) == .suitability)
        school.approve(1)
        #expect(school.gate(1) == nil)
        Rule.optOut.apply(to: &school)
        #expect(school.gate(1) == .optOut)
        Rule.veto.apply(to: &school)
        #expect(school.gate(1) == .veto)
    }

    @Test func noScoreBringsBackWhatAGateRemoved() {
        for rule in Rule.allCases where rule != .pin {
            var school = school
            school.scorers = [.table("Loud", weight: 1_000, [1: 1, 2: 0])]
            rule.apply(to: &school)
            #expect(!school.entries().numbers.contains(1), "\(rule)")
        }
    }

    @Test(arguments: [Rule.consent, .suitability, .veto, .optOut])
    func aPinThatAGateStopsIsAFinding(rule: Rule) throws {
        var school = school
        school.pin(1)
        #expect(school.ranking().findings.isEmpty)
        rule.apply(to: &school)
        let finding = try #require(school.ranking().findings.first { $0.problem.contains("“A spider spins”") })
        #expect(finding.severity == .warning)
        #expect(finding.place == "learner L-01")
        #expect(finding.remedy.contains("--assigned") == (rule == .optOut))
    }

    @Test func aPinOfAnItemThatIsNotThereIsAFinding() {
        var school = school
        school.pin(77)
        #expect(school.ranking().findings.map { $0.problem }.contains { $0.contains("not in the store") })
    }

    @Test func aPinAndAVetoCanBeTakenBack() {
        var school = school
        school.rules += [Sample.rule(.veto, .topic("Spider")), Sample.rule(.unveto, .topic("spider"))]
        school.pin(1)
        #expect(school.entries().first?.side == .pin)
        school.rules.append(Sample.rule(.unpin, .item(Sample.id(1))))
        #expect(school.entries().contains { $0.side == .pin } == false)
    }

    @Test func rulesForAClassAndForALearnerReachThoseAlone() {
        let other = LearnerID(rawValue: "L-02")
        var school = school
        school.facts[other] = Sample.facts(of: other, [.classes: "8B"])
        school.rules = [
            TeacherRule(
                kind: .veto, scope: .schoolClass("7A"), target: .item(Sample.id(1)), by: "Ms Rivera", at: Sample.now),
            Sample.rule(.veto, .item(Sample.id(2)), of: other),
        ]
        #expect(school.entries().numbers == [2])
        #expect(school.entries(other).numbers == [1])
    }
}
