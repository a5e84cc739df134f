import Content
import Testing

@testable import Store

/// Facts, classes and rules are appended, and every moment of the past can be read again.
struct LearnerRepositoryTests {
    @Test func factsAreReadInTheOrderInWhichTheyWereStored() throws {
        let store = try Store.inMemory()
        let facts = [
            Sample.fact("s1", .name, "Mia"), Sample.fact("s2", .name, "Tom"), Sample.fact("s1", .name, "Mia B."),
            Sample.fact("s1", .more, "A title", item: "aa"),
        ]
        try store.learners.append(facts, in: .unguarded)
        let mine = try store.learners.facts(about: LearnerID(rawValue: "s1"))
        #expect(mine.map(\.value) == ["Mia", "Mia B.", "A title"])
        #expect(mine.map(\.number) == [1, 3, 4])
        #expect(
            mine.last?.item == ItemID(rawValue: "aa") && mine.last?.origin == .teacher && mine.last?.at == Sample.now)
        let all = try store.learners.facts().known
        #expect(all.count == 2 && all[LearnerID(rawValue: "s1")] == mine)
        #expect(try store.learners.facts(about: LearnerID(rawValue: "s3")).isEmpty)
    }

    @Test func everyKindOfFactAndOriginIsKept() throws {
        let store = try Store.inMemory()
        var facts: [Fact] = []
        for kind in Fact.Kind.allCases {
            for origin in Fact.Origin.allCases {
                var fact = Sample.fact("s1", kind, "ä;'\"\n🌋\(kind)")
                fact.origin = origin
                facts.append(fact)
            }
        }
        try store.learners.append(facts, in: .unguarded)
        var read = try store.learners.facts(about: LearnerID(rawValue: "s1"))
        for index in read.indices { read[index].number = 0 }
        #expect(read == facts)
    }

    @Test func factsAreReadAsTheyWereAtTheMarks() throws {
        let store = try Store.inMemory()
        var marks: [StoreMarks] = [try store.marks()]
        for value in ["3", "4", "5"] {
            try store.learners.append([Sample.fact("s1", .grade, value)], in: .unguarded)
            marks.append(try store.marks())
        }
        for (count, mark) in marks.enumerated() {
            #expect(try store.learners.facts(about: LearnerID(rawValue: "s1"), asOf: mark).count == count)
            #expect(try store.learners.facts(asOf: mark).known.values.first?.count ?? 0 == count)
        }
    }

    @Test func classesAreTheirLatestVersionAtTheMarks() throws {
        let store = try Store.inMemory()
        let first = SchoolClass(
            name: "7A", teacher: "Ms Rivera", teacherEmail: "r@x.example", dial: .teacherLed, review: true)
        try store.learners.append([SchoolClass(name: "8B"), first], at: Sample.now, in: .unguarded)
        let marks = try store.marks()
        try store.learners.append([SchoolClass(name: "7A", teacher: "Mr Ode")], at: Sample.later(1), in: .unguarded)
        #expect(try store.learners.classes() == [SchoolClass(name: "7A", teacher: "Mr Ode"), SchoolClass(name: "8B")])
        #expect(try store.learners.classes(asOf: marks) == [first, SchoolClass(name: "8B")])
    }

    @Test func rulesOfEveryKindComeBackAsTheyWere() throws {
        let store = try Store.inMemory()
        let kinds: [TeacherRule.Kind] = [.pin, .unpin, .veto, .unveto, .approve, .unapprove]
        let scopes: [TeacherRule.Scope] = [.schoolClass("7A"), .learner(LearnerID(rawValue: "s1"))]
        let targets: [TeacherRule.Target] = [.item(ItemID(rawValue: "aa")), .topic("war"), .feed("f")]
        var rules: [TeacherRule] = []
        for kind in kinds {
            for scope in scopes {
                for target in targets {
                    rules.append(
                        TeacherRule(
                            kind: kind, scope: scope, target: target, by: "Ms Rivera", assigned: kind == .pin,
                            at: Sample.now))
                }
            }
        }
        try store.learners.append(Array(rules.prefix(7)), in: .unguarded)
        let marks = try store.marks()
        try store.learners.append(Array(rules.dropFirst(7)), in: .unguarded)
        var read = try store.learners.rules().known
        #expect(read.map(\.number) == Array(1...36))
        #expect(try store.learners.rules(asOf: marks).known.count == 7)
        for index in read.indices { read[index].number = 0 }
        #expect(read == rules)
    }
}
