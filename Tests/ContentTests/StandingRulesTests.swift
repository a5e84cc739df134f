import Content
import Testing

/// What a teacher's rules come to for one learner.
struct StandingRulesTests {
    static let mia = LearnerID(rawValue: "mia")
    static let classA = TeacherRule.Scope.schoolClass("A")

    static func item(_ name: String) -> TeacherRule.Target { .item(ItemID(rawValue: name)) }

    static func rule(
        _ kind: TeacherRule.Kind, _ target: TeacherRule.Target, for scope: TeacherRule.Scope = classA,
        by: String = "Ms Rivera", assigned: Bool = false
    ) -> TeacherRule {
        TeacherRule(
            kind: kind, scope: scope, target: target, by: by, assigned: assigned,
            readDigest: kind == .approve ? "digest" : nil, at: Timestamp(seconds: 0))
    }

    static func standing(_ rules: [TeacherRule], classes: [String] = ["A", "Choir"]) -> StandingRules {
        let terms = ClassTermsTests.terms(classes)
        let all = StandingRules(rules, learner: mia, terms: terms)
        #expect(RulesByScope(rules).standing(for: mia, terms: terms) == all, "found by scope they are the same")
        return all
    }

    @Test func rulesOfOtherClassesAndLearnersDoNotHold() {
        let rules = [
            Self.rule(.pin, Self.item("1")), Self.rule(.pin, Self.item("2"), for: .schoolClass("B")),
            Self.rule(.pin, Self.item("3"), for: .learner(Self.mia)),
            Self.rule(.pin, Self.item("4"), for: .learner(LearnerID(rawValue: "tom"))),
        ]
        #expect(Self.standing(rules).pins.map(\.item.rawValue) == ["1", "3"])
        #expect(Self.standing(rules, classes: []).pins.map(\.item.rawValue) == ["3"])
    }

    @Test func pinsStandInTheirOrderAndOneSaidAgainKeepsItsPlaceWithItsNewWords() {
        let rules = Self.standing([
            Self.rule(.pin, Self.item("1")), Self.rule(.pin, Self.item("2")),
            Self.rule(.pin, Self.item("1"), by: "Mr Ode", assigned: true),
        ])
        #expect(rules.pins.map(\.item.rawValue) == ["1", "2"])
        #expect(rules.pins.map(\.by) == ["Mr Ode", "Ms Rivera"])
        #expect(rules.pins.map(\.assigned) == [true, false])
    }

    @Test func takingBackLeavesNothingAndOrderDecides() {
        let back = Self.standing([
            Self.rule(.pin, Self.item("1")), Self.rule(.unpin, Self.item("1")),
            Self.rule(.veto, Self.item("2")), Self.rule(.unveto, Self.item("2")),
            Self.rule(.veto, .topic("War")), Self.rule(.unveto, .topic("war")),
        ])
        #expect(back == Self.standing([]))
        let again = Self.standing([Self.rule(.unpin, Self.item("1")), Self.rule(.pin, Self.item("1"))])
        #expect(again.pins.count == 1)
    }

    @Test func takingBackForOneClassLeavesTheOthersRule() {
        let choir = TeacherRule.Scope.schoolClass("Choir")
        let rules = Self.standing([
            Self.rule(.veto, .topic("war")), Self.rule(.unveto, .topic("war"), for: choir),
            Self.rule(.pin, Self.item("1"), assigned: true), Self.rule(.pin, Self.item("1"), for: choir),
        ])
        #expect(rules.vetoedTopics.map(\.topic) == ["war"])
        #expect(rules.pins.map(\.assigned) == [true])
    }

    @Test func vetoesNameWhoSaidThem() {
        let rules = Self.standing([
            Self.rule(.veto, Self.item("1"), by: "Mr Ode"), Self.rule(.veto, .topic("war")),
            Self.rule(.approve, Self.item("5")),
        ])
        #expect(rules.vetoedItems == [ItemID(rawValue: "1"): "Mr Ode"])
        #expect(rules.vetoedTopics.map(\.topic) == ["war"])
        #expect(rules.vetoedTopics.map(\.by) == ["Ms Rivera"])
        #expect(Set(rules.approved.keys) == [ItemID(rawValue: "5")])
    }

    @Test func feedsAreRefusedAndLetThrough() {
        let feed = TeacherRule.Target.feed("a")
        let rules = Self.standing([Self.rule(.veto, feed), Self.rule(.approve, feed), Self.rule(.pin, feed)])
        #expect(rules.vetoedFeeds == ["a": "Ms Rivera"] && rules.approvedFeeds == ["a"] && rules.pins.isEmpty)
        let back = Self.standing([
            Self.rule(.veto, feed), Self.rule(.approve, feed), Self.rule(.unveto, feed), Self.rule(.unapprove, feed),
            Self.rule(.approve, Self.item("5")), Self.rule(.unapprove, Self.item("5")),
        ])
        #expect(back == Self.standing([]))
    }

    @Test func aTopicCannotBePinnedOrApproved() {
        let rules = [Self.rule(.pin, .topic("war")), Self.rule(.approve, .topic("war"))]
        #expect(Self.standing(rules) == Self.standing([]))
    }

    @Test func whatEndsStandsUpToItsDateAndBringsNothingBack() {
        func pin(until: CalendarDate?) -> TeacherRule {
            TeacherRule(
                kind: .pin, scope: Self.classA, target: Self.item("1"), by: "Ms Rivera", at: Timestamp(seconds: 0),
                until: until)
        }
        func pins(_ rules: [TeacherRule], on day: Int) -> Int {
            let edition = Edition(date: CalendarDate(year: 2026, month: 9, day: day))
            return StandingRules(rules, learner: Self.mia, terms: ClassTermsTests.terms(["A"]), edition: edition).pins
                .count
        }
        let ending = pin(until: CalendarDate(year: 2026, month: 9, day: 10))
        #expect(pins([ending], on: 10) == 1 && pins([ending], on: 11) == 0)
        #expect(pins([pin(until: nil), ending], on: 11) == 0, "the later word has taken the place of the earlier")
        #expect(pins([ending, pin(until: nil)], on: 11) == 1)
    }

    @Test func aSwapIsOfOneEditionAlone() {
        func swap(_ edition: Edition) -> TeacherRule {
            TeacherRule(
                kind: .swap, scope: .learner(Self.mia), target: Self.item("1"), by: "Ms Rivera",
                at: Timestamp(seconds: 0), edition: edition)
        }
        let days = (7...9).map { Edition(date: CalendarDate(year: 2026, month: 9, day: $0)) }
        let rules = [swap(days[0]), swap(days[1])]
        func isOut(_ edition: Edition?) -> Bool {
            let terms = ClassTermsTests.terms(["A"])
            let standing = RulesByScope(rules).standing(for: Self.mia, terms: terms, edition: edition)
            return standing.vetoedItems[ItemID(rawValue: "1")] != nil
        }
        #expect(days.map { isOut($0) } == [true, true, false])
        #expect(!isOut(nil))
    }
}
