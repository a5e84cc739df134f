import Content
import GRDB
import Testing

@testable import Store

/// A row that is not understood is never passed over: it sets its learner apart, or is an error that names it.
struct NotUnderstoodTests {
    private static func change(_ store: Store, _ sql: String) throws {
        // As a fault of the disk would, which asks no rule.
        try store.database.write { try $0.execute(sql: "PRAGMA ignore_check_constraints = ON; " + sql) }
    }

    private static let ana = LearnerID(rawValue: "s1")

    @Test(arguments: [
        "UPDATE learnerFact SET kind = 'Consent' WHERE number = 2",
        "UPDATE learnerFact SET origin = '' WHERE number = 2",
        "UPDATE learnerFact SET value = x'ff00' WHERE number = 2",
        "UPDATE learnerFact SET at = 'noon' WHERE number = 2",
    ])
    func aFactThatIsNotUnderstoodSetsItsLearnerApartAndNobodyElse(_ sql: String) throws {
        let store = try Store.inMemory()
        try store.learners.append(
            [
                Sample.fact("s1", .name, "Mia"), Sample.fact("s1", .consent, "no"), Sample.fact("s2", .name, "Tom"),
                Sample.fact("s1", .grade, "5"),
            ], in: .unguarded)
        try Self.change(store, sql)
        let facts = try store.learners.facts()
        #expect(facts.known.keys.sorted() == [LearnerID(rawValue: "s2")])
        #expect(facts.unread[Self.ana]?.facts.map(\.kind) == [.name, .grade])
        #expect(facts.findings.first?.problem.contains("row 2 of 'learnerFact'") == true)
        let error = #expect(throws: StoreError.self) { try store.learners.facts(about: Self.ana) }
        #expect(error?.description.contains("row 2 of 'learnerFact'") == true)
        #expect(try store.learners.facts(about: [Self.ana, LearnerID(rawValue: "s2")]).unread.count == 1)
    }

    @Test(arguments: ["kind = 'forbid'", "topic = NULL", "assigned = 7", "by = x'ff'"])
    func aRuleThatIsNotUnderstoodMayBeAVeto(_ change: String) throws {
        let store = try Store.inMemory()
        let rule = TeacherRule(
            kind: .veto, scope: .schoolClass("7A"), target: .topic("war"), by: "Ms Rivera", at: Sample.now)
        try store.learners.append([rule, rule], in: .unguarded)
        try Self.change(store, "UPDATE teacherRule SET \(change) WHERE number = 2")
        let rules = try store.learners.rules()
        #expect(rules.known.count == 1)
        #expect(rules.unread.first?.scope == .schoolClass("7A"))
        #expect(rules.unread.first?.finding.problem.contains("row 2 of 'teacherRule'") == true)
        try Self.change(store, "UPDATE teacherRule SET class = NULL WHERE number = 2")
        #expect(throws: StoreError.self) { try store.learners.rules() }
    }

    @Test func aClassThatIsNotUnderstoodWaitsForItsTeacher() throws {
        let store = try Store.inMemory()
        try store.learners.append(
            [SchoolClass(name: "7A", dial: .shared), SchoolClass(name: "7B")], at: Sample.now, in: .unguarded)
        try Self.change(store, "UPDATE classVersion SET dial = 9 WHERE name = '7A'")
        try Self.change(store, "UPDATE classVersion SET review = 'perhaps' WHERE name = '7B'")
        #expect(try store.learners.classes().allSatisfy { $0.review && $0.dial == .teacherLed })
        #expect(try store.learners.findings(onClassesAsOf: .all).map(\.place) == ["class 7A", "class 7B"])
    }

    @Test(arguments: ["audience = 'x'", "audienceTo = 99", "evergreen = 'no'", "title = x'00'"])
    func aFeedThatIsNotUnderstoodIsForNobodyBelow(_ change: String) throws {
        let store = try Store.inMemory()
        try store.items.touch(Sample.science, at: Sample.now, in: .unguarded)
        try Self.change(store, "UPDATE feedVersion SET \(change)")
        #expect(try store.items.feeds().map(\.audience) == [13])
        #expect(try store.items.findings(onFeedsAsOf: .all).map(\.place) == [Sample.science.address])
        // Read again, it is what it says.
        try store.items.touch(Sample.science, at: Sample.later(1), in: .unguarded)
        #expect(try store.items.feeds() == [Sample.science])
        #expect(try store.items.findings(onFeedsAsOf: .all).isEmpty)
    }

    @Test func runsEditionsMessagesAndItemsAreErrorsThatNameTheRow() throws {
        let store = try Store.inMemory()
        let run = try Sample.run(store)
        try store.lists.add([Sample.list("s1", run: run)], in: .unguarded)
        try store.outbox.add([Sample.message("m.eml")], in: .unguarded)
        _ = try store.items.record(
            Sample.science, items: [Sample.entry("a")], validators: nil, at: Sample.now, in: .unguarded)
        try store.schedules.put(
            EditionRecord(
                edition: Sample.edition, state: .done, stages: [.rank], makes: Sample.now, sends: Sample.now,
                ends: Sample.now, at: Sample.now), in: .unguarded)
        func expect(_ row: String, after sql: String, _ read: () throws -> Void) throws {
            try Self.change(store, sql)
            let error = #expect(throws: StoreError.self, "\(sql)") { try read() }
            #expect(error?.description.contains("row \(row)") == true, "\(sql): \(error?.description ?? "")")
        }
        try expect("\(Sample.name("m.eml")) of 'outbox'", after: "UPDATE outbox SET recipients = 'a@x.example'") {
            _ = try store.outbox.entries(of: Sample.edition)
        }
        try expect("1 of 'itemVersion'", after: "UPDATE itemVersion SET tags = 'war'") { _ = try store.items.items() }
        try expect("manual@2026-09-07 of 'scheduledEdition'", after: "UPDATE scheduledEdition SET stages = 'rnak'") {
            _ = try store.schedules.editions(from: Sample.edition.date)
        }
        try expect("manual@2026-09-07 of 'scheduledEdition'", after: "UPDATE scheduledEdition SET state = 'out'") {
            _ = try store.schedules.edition(Sample.edition)
        }
        try expect("manual@2026-09-07 s1 of 'list'", after: "UPDATE list SET record = '{'") {
            _ = try store.lists.lists(of: Sample.edition)
        }
        try expect("1 of 'run'", after: "UPDATE run SET outcome = 'well'") { _ = try store.runs.all() }
        try expect("1 of 'run'", after: "UPDATE run SET outcome = 'done', edition = 'monday'") {
            _ = try store.runs.run(1)
        }
        try expect("of 'monday'", after: "UPDATE list SET edition = 'monday'") {
            _ = try store.lists.editionsAwaitingApproval()
        }
    }

    @Test func aListThatIsNotUnderstoodCostsItsLearnerAlone() throws {
        let store = try Store.inMemory()
        let run = try Sample.run(store)
        try store.lists.add([Sample.list("s1", run: run), Sample.list("s2", run: run)], in: .unguarded)
        try Self.change(
            store, "UPDATE list SET body = '{}' WHERE learner = (SELECT number FROM learner WHERE id = 's1')")
        let read = try store.lists.lists(of: Sample.edition, learners: [Self.ana, LearnerID(rawValue: "s2")])
        #expect(read.lists.count == 1)
        #expect(read.findings.map(\.place) == ["learner s1"])
    }

    @Test func aMessageThatIsNotUnderstoodKeepsBackNoOther() throws {
        let store = try Store.inMemory()
        try store.outbox.add([Sample.message("a.eml"), Sample.message("b.eml")], in: .unguarded)
        try Self.change(store, "UPDATE outbox SET kind = 'letter' WHERE name LIKE '%b.eml'")
        let read = try store.outbox.rendered(of: Sample.edition, after: "", atMost: 9)
        #expect(read.entries.map(\.name) == [Sample.name("a.eml")] && read.last == Sample.name("b.eml"))
        #expect(read.findings.map(\.place) == [Sample.name("b.eml")])
    }
}
