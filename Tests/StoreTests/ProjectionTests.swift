import Content
import GRDB
import TestSupport
import Testing

@testable import Store

/// What holds now stands beside what was said, and can be made anew from it at any time.
struct ProjectionTests {
    private static let tables = [
        "SELECT * FROM learner ORDER BY id",
        """
        SELECT learner, class.name, since, until, place, isHome FROM learnerClass
            JOIN class ON class.number = learnerClass.class ORDER BY 1, 2, 3
        """,
        """
        SELECT learner, address, since, until, place FROM learnerGuardian
            JOIN guardian ON guardian.number = learnerGuardian.guardian ORDER BY 1, 2, 3
        """,
        """
        SELECT class.name, teacher.name, address, since, until, place FROM classTeacher
            JOIN class ON class.number = classTeacher.class JOIN teacher ON teacher.number = classTeacher.teacher
            ORDER BY 1, 2, 3, 4
        """,
        "SELECT * FROM learnerTopic ORDER BY learner, place", "SELECT * FROM standingRule ORDER BY rule",
    ]

    private static func dump(_ store: Store) throws -> [[String]] {
        try store.database.read { db in
            try tables.map { try Row.fetchAll(db, sql: $0).map { "\(Array($0.databaseValues))" } }
        }
    }

    @Test(arguments: 1...30) func anyActsComeToWhatTheFactsSay(seed: UInt64) throws {
        var chance = SeededRandom(seed: seed)
        let store = try Store.inMemory()
        let words = ["5A", "5B", "Choir", "9B"]
        let learners = ["ana", "ben", "chen", "dora"].map { LearnerID(rawValue: $0) }
        func some(_ from: [String]) -> String { from.filter { _ in chance.chance(0.5) }.joined(separator: ";") }
        for step in 0..<60 {
            let now = Sample.now.adding(seconds: Int64(step) * 3_600)
            let learner = learners[Int(chance.next() % 4)]
            switch chance.next() % 6 {
            case 0:  // The roster.
                let guardians = ["ruiz@x.example", "Ruiz@x.example", "lind@x.example"]
                let values: [(Fact.Kind, String)] = [
                    (.name, chance.chance(0.2) ? "" : "Name \(step)"), (.classes, some(words)),
                    (.homeroom, some(["5B"])),
                    (.grade, "\(chance.next() % 16)"), (.guardianEmail, some(guardians)),
                    (.interests, some(["moons", "bread"])),
                    (.consent, ["yes", "no", "", "unreadable"][Int(chance.next() % 4)]), (.dial, some(["3"])),
                    (.enrolled, chance.chance(0.8) ? "yes" : "no"),
                ]
                let facts = values.filter { _ in chance.chance(0.6) }.map {
                    Fact(learner: learner, kind: $0.0, value: $0.1, origin: .roster, at: now)
                }
                try store.learners.append(facts, in: .unguarded)
            case 1:  // A wish.
                let kinds: [Fact.Kind] = [.more, .less, .never, .allow, .tooHard, .tooEasy]
                let item = chance.chance(0.4) ? ItemID(rawValue: "i\(chance.next() % 3)") : nil
                let fact = Fact(
                    learner: learner, kind: kinds[Int(chance.next() % 6)],
                    value: chance.chance(0.5) ? "Ñandú" : "ñandú",
                    item: item, origin: chance.chance(0.5) ? .learner : .guardian, at: now)
                try store.learners.append([fact], in: .unguarded)
            case 2:  // A guardian stops, or goes on.
                let address = some(["ruiz@x.example"])
                try store.learners.append(
                    [Fact(learner: learner, kind: .guardianEmail, value: address, origin: .guardian, at: now)],
                    in: .unguarded)
            case 3:  // A class and its teachers.
                let version = SchoolClass(
                    name: words[Int(chance.next() % 4)], teacher: some(["Ms Rivera", "Mr Lee"]),
                    teacherEmail: some(["rivera@x.example", "lee@x.example"]))
                try store.learners.append([version], at: now, in: .unguarded)
            default:  // A teacher's rule.
                let kinds: [TeacherRule.Kind] = [.pin, .unpin, .veto, .unveto, .approve, .unapprove]
                let scope: TeacherRule.Scope =
                    chance.chance(0.5) ? .learner(learner) : .schoolClass(words[Int(chance.next() % 4)])
                let target: TeacherRule.Target =
                    chance.chance(0.2)
                    ? .feed("f\(chance.next() % 2)")
                    : chance.chance(0.5)
                        ? .item(ItemID(rawValue: "i\(chance.next() % 3)"))
                        : .topic(chance.chance(0.5) ? "ÉPOCA" : "época")
                let rule = TeacherRule(
                    kind: kinds[Int(chance.next() % 6)], scope: scope, target: target, by: "T\(step)", readDigest: "d",
                    at: now)
                try store.learners.append([rule], in: .unguarded)
            }
        }
        let kept = try Self.dump(store)
        try store.database.write { try Projections.rebuild($0) }
        #expect(try Self.dump(store) == kept)
        try expectRulesStand(store, learners: learners, classes: words)
        for learner in learners where try store.learners.knows(learner) {
            let facts = try store.learners.facts(about: learner)
            let state = LearnerState(id: learner, facts: facts)
            #expect(
                state.classes.filter { $0.until == nil }.sorted { $0.place < $1.place }.map { $0.name }
                    == state.learner.classes)
            #expect(
                state.guardians.filter { $0.until == nil }.sorted { $0.place < $1.place }.map { $0.name }
                    == state.learner.guardianEmails)
            for name in words {
                #expect(
                    try store.learners.ids(inClass: name).contains(learner) == state.learner.classes.contains(name))
            }
        }
    }

    /// What stands by the table is what all rules come to.
    private func expectRulesStand(_ store: Store, learners: [LearnerID], classes: [String]) throws {
        let all = RulesByScope(try store.learners.rules().known)
        for learner in learners {
            for count in 0...classes.count {
                let own = Array(classes.prefix(count))
                let fact = Sample.fact("s1", .classes, own.joined(separator: ";"))
                let terms = ClassTerms(of: Learner(id: learner, facts: [fact]), classes: [:])
                let standing = try store.learners.standingRules(for: learner, classes: own).known
                #expect(
                    StandingRules(standing, learner: learner, terms: terms) == all.standing(for: learner, terms: terms))
            }
        }
    }

    @Test func whatIsHiddenHoldsNoMore() throws {
        let store = try Store.inMemory()
        let wish = Sample.fact("s1", .more, "moons")
        try store.learners.append([Sample.fact("s1", .name, "Mia"), wish], in: .unguarded)
        #expect(try Self.dump(store)[4].count == 1)
        try store.safeguarding.add([.init(note: nil, hides: [2])], in: .unguarded)
        #expect(try Self.dump(store)[4].isEmpty)
    }

    @Test func membershipsHaveTheirDates() throws {
        let facts = ["5A", "5A;Choir", "Choir", "5A;Choir"].enumerated().map { day, classes in
            Fact(
                number: Int64(day + 1), learner: LearnerID(rawValue: "s1"), kind: .classes, value: classes,
                origin: .roster,
                at: Sample.later(day))
        }
        let spans = LearnerState(id: LearnerID(rawValue: "s1"), facts: facts).classes
        #expect(spans.map { $0.name } == ["5A", "Choir", "5A"])
        #expect(spans.map { $0.since } == [Sample.later(0), Sample.later(1), Sample.later(3)])
        #expect(spans.map { $0.until } == [Sample.later(2), nil, nil])
    }
}
