import Content
import TestSupport
import Testing

/// What holds for a learner of several classes: each row of the table, against each other.
struct ClassTermsTests {
    static let mia = LearnerID(rawValue: "mia")

    static func learner(_ classes: [String], home: String? = nil) -> Learner {
        func fact(_ kind: Fact.Kind, _ value: String) -> Fact {
            Fact(learner: mia, kind: kind, value: value, origin: .roster, at: Timestamp(seconds: 0))
        }
        return Learner(
            id: mia,
            facts: [fact(.classes, classes.joined(separator: ";"))] + (home.map { [fact(.homeroom, $0)] } ?? []))
    }

    static func terms(
        _ classes: [String], home: String? = nil, known: [SchoolClass] = [], named: Set<String>? = nil
    ) -> ClassTerms {
        ClassTerms(
            of: learner(classes, home: home), classes: Dictionary(uniqueKeysWithValues: known.map { ($0.name, $0) }),
            named: named)
    }

    private static let taught = [
        SchoolClass(name: "5A", teacher: "Ms Rivera", dial: .shared),
        SchoolClass(name: "Choir", teacher: "Mr Lee", dial: .teacherLed, review: true),
        SchoolClass(name: "Chess", dial: .learnerLed, review: true),
    ]

    @Test func homeIsTheMarkedClassElseTheFirst() {
        #expect(Self.terms(["Choir", "5A"]).home == "Choir")
        #expect(Self.terms(["Choir", "5A"], home: "5A").home == "5A")
        #expect(
            Self.terms(["Choir", "5A"], home: "9B").home == "Choir",
            "a mark of a class that they are not in says nothing")
        #expect(Self.terms([]).home == nil)
        #expect(Self.learner(["Choir", "5A"], home: "5A").classes == ["5A", "Choir"])
    }

    @Test func theScheduleNamesTheClassesThatCount() {
        #expect(Self.terms(["5A", "Choir"], named: ["Choir", "9B"]).counting == ["Choir"])
        #expect(Self.terms(["5A", "Choir"], named: ["Choir"]).home == "5A", "the home class stays the home class")
        #expect(!Self.terms(["5A"], named: ["Choir"]).concerns(["Choir"]))
        #expect(Self.terms([], named: nil).concerns(nil))
    }

    @Test func theDialIsTheirOwnElseHomesElseTheSchools() {
        let both = Self.terms(["5A", "Choir"], known: Self.taught)
        #expect(both.dial(own: .learnerLed, school: .teacherOnly) == .learnerLed)
        #expect(both.dial(own: nil, school: .teacherOnly) == .shared, "not the lowest of all classes")
        #expect(Self.terms(["9B", "Choir"], known: Self.taught).dial(own: nil, school: .teacherOnly) == .teacherOnly)
        #expect(
            Self.terms(["5A", "Choir"], known: Self.taught, named: ["Choir"]).dial(own: nil, school: .teacherOnly)
                == .shared)
    }

    @Test func anyCountingClassAsksAndHomeReleases() {
        let both = Self.terms(["5A", "Choir"], known: Self.taught)
        #expect(both.asking == ["Choir"])
        #expect(both.mayRelease("5A") && !both.mayRelease("Choir") && !both.mayRelease("9B"))
        #expect(Self.terms(["5A", "Choir"], known: Self.taught, named: ["5A"]).asking.isEmpty)
        // Where nobody teaches the home class those who asked release.
        let alone = Self.terms(["9B", "Choir", "Chess"], known: Self.taught)
        #expect(alone.mayRelease("9B") && alone.mayRelease("Choir") && alone.mayRelease("Chess"))
        #expect(!Self.terms(["9B", "5A"], known: Self.taught).mayRelease("5A"), "it did not ask")
    }

    @Test func whereNobodyKnowsWhoTeachesHomeNoOtherClassReleases() {
        var unread = SchoolClass(name: "9B", dial: .teacherLed, review: true)
        unread.isUnderstood = false
        let terms = Self.terms(["9B", "Choir"], known: Self.taught + [unread])
        #expect(terms.mayRelease("9B") && !terms.mayRelease("Choir"))
    }

    @Test func anybodysHoldStopsAndTheyOrHomeLiftIt() {
        let both = Self.terms(["5A", "Choir", "Chess"], known: Self.taught, named: ["5A", "Choir"])
        #expect(both.mayHold("5A") && both.mayHold("Choir") && !both.mayHold("Chess"))
        #expect(both.mayLift("Choir", holdOf: "Choir") && both.mayLift("5A", holdOf: "Choir"))
        #expect(!both.mayLift("Choir", holdOf: "5A"))
        #expect(
            both.standing(["Choir", "9B"]) == ["Choir"], "a class that the learner has left holds nothing any more")
    }

    @Test func pinsAreTheUnionHomesFirstAndAnyVetoWins() {
        func rule(_ kind: TeacherRule.Kind, _ item: String, _ name: String) -> TeacherRule {
            TeacherRule(
                kind: kind, scope: .schoolClass(name), target: .item(ItemID(rawValue: item)), by: name,
                readDigest: kind == .approve ? "d" : nil, at: Timestamp(seconds: 0))
        }
        let rules = [
            rule(.pin, "song", "Choir"), rule(.pin, "sum", "5A"), rule(.pin, "both", "Choir"), rule(.pin, "both", "5A"),
            rule(.veto, "sum", "Choir"), rule(.approve, "war", "Choir"), rule(.approve, "moon", "5A"),
        ]
        let standing = StandingRules(rules, learner: Self.mia, terms: Self.terms(["5A", "Choir"]))
        #expect(standing.pins.map { $0.item.rawValue } == ["sum", "both", "song"])
        #expect(standing.pins.map { $0.by } == ["5A", "5A", "Choir"])
        #expect(standing.vetoedItems.keys.map { $0.rawValue } == ["sum"], "the gates ask for it before any pin")
        #expect(standing.approved.keys.map { $0.rawValue } == ["moon"], "only the home class lets through what is held")
        let left = StandingRules(rules, learner: Self.mia, terms: Self.terms(["5A"]))
        #expect(left.pins.map { $0.item.rawValue } == ["sum", "both"] && left.vetoedItems.isEmpty)
        let club = StandingRules(rules, learner: Self.mia, terms: Self.terms(["5A", "Choir"], named: ["Choir"]))
        #expect(club.pins.map { $0.item.rawValue } == ["song", "both"])
        #expect(club.approved.keys.map { $0.rawValue } == ["moon"])
    }

    @Test func decisionsComeToWhoStillHolds() {
        func decision(_ kind: ListDecision.Kind, _ name: String, was: ReadingList.State = .ready) -> ListDecision {
            ListDecision(
                kind: kind, schoolClass: name, by: name, digest: "", was: was, at: Timestamp(seconds: 0))
        }
        let two = [decision(.hold, "Choir", was: .awaitingApproval), decision(.hold, "5A", was: .held)]
        #expect(two.holds == ["Choir", "5A"])
        #expect(two.stateBeforeHold == .awaitingApproval)
        #expect((two + [decision(.lift, "Choir")]).holds == ["5A"])
        // Whichever class is the home by now, a lift took back what it took back then.
        #expect((two + [decision(.lift, "5A"), decision(.lift, "9B")]).holds == ["Choir"])
        #expect((two + [decision(.liftAll, "5A")]).holds.isEmpty)
        #expect((two + [decision(.liftAll, "5A"), decision(.hold, "Choir")]).holds == ["Choir"])
    }
}
