import Content
import Roster
import Testing

/// `classes.csv` and `wishes.csv`.
struct ClassAndWishTests {
    @Test func aClassHasALanguageOfItsOwn() throws {
        func plan(_ cells: String...) throws -> ClassPlan {
            let rows = cells.enumerated().map { "7\($0.offset),\($0.element)" }
            let text = (["class,language"] + rows).joined(separator: "\n") + "\n"
            return ClassPlan(
                file: try ClassRow.read(Array(text.utf8)), current: [SchoolClass(name: "70", language: "fr")])
        }
        #expect(try plan("es-MX", "en").classes.map(\.language) == ["es", "en"])
        #expect(try plan("").classes.map(\.language) == [nil])
        // A cell that cannot be read says nothing.
        #expect(try plan("?").classes.isEmpty && plan("fr").changes.isEmpty)
        #expect(try plan("es").changes.first?.values.map { "\($0.column) \($0.old) \($0.new)" } == ["language fr es"])
    }

    @Test func goodClassesAreKeptAndBadOnesTold() throws {
        let file = try ClassRow.read(RosterFixture.bytes("classes.csv"))
        #expect(file.rows.map(\.name) == ["7A", "7B", "7C"])
        #expect(file.findings.map(\.place) == ["classes.csv:4:3", "classes.csv:5:1"])
        let plan = ClassPlan(file: file, current: [])
        let rivera = SchoolClass(
            name: "7A", teacher: "Ms Rivera", teacherEmail: "rivera@school.example", dial: .teacherLed, review: true)
        #expect(
            plan.classes == [
                rivera, SchoolClass(name: "7B", teacher: "Mr Muster"),
                SchoolClass(name: "7C", teacher: "Ms Doe", dial: .shared),
            ])
        #expect(ClassPlan(file: file, current: plan.classes).classes.isEmpty)
        #expect(ClassPlan(file: file, current: plan.classes).unchanged == 3)
    }

    @Test func absentColumnsOfClassesChangeNothing() throws {
        let old = SchoolClass(name: "7A", teacher: "Ms Rivera", dial: .shared, review: true)
        let file = try ClassRow.read(Array("class,dial\n7A,\n".utf8))
        let plan = ClassPlan(file: file, current: [old])
        #expect(plan.classes == [SchoolClass(name: "7A", teacher: "Ms Rivera", dial: nil, review: true)])
        #expect(plan.changes.map(\.name) == ["7A"] && plan.changes.first?.isNew == false)
        let values = plan.changes.flatMap(\.values).map { [$0.column, $0.old, $0.new] }
        #expect(values == [["dial", "2", ""]])
    }

    @Test func oneColumnIsEnoughAndAForgottenQuoteSwallowsNothing() throws {
        let file = try ClassRow.read(Array("class\n\"7A\n7B\n7C\"\n7D\n".utf8))
        #expect(file.rows.map(\.name) == ["7B", "7D"])
    }

    @Test func goodWishesAreKept() throws {
        let rows = try WishRow.read(RosterFixture.bytes("wishes.csv")).rows
        #expect(rows.map(\.line) == [2, 3, 4, 5])
        #expect(rows[0].item == ItemCode(rawValue: "K7Q2M"))
        #expect(rows[0].wishes == [.more, .tooHard])
        #expect(rows[1].topics == ["volcanoes"])
        #expect(rows.map(\.by) == [.learner, .learner, .guardian, .teacher])
        let item = (id: ItemID(rawValue: "ab12"), title: "Under the volcano")
        let facts = rows[0].facts(item: item, at: RosterFixture.now)
        #expect(facts.map(\.kind) == [.more, .tooHard])
        #expect(facts.allSatisfy { $0.item == item.id && $0.value == item.title && $0.origin == .learner })
        #expect(rows[2].facts(item: nil, at: RosterFixture.now).map(\.value) == ["spiders"])
    }

    @Test func badWishesAreToldByCell() throws {
        let findings = try WishRow.read(RosterFixture.bytes("wishes.csv")).findings.map(\.description)
        let expected = [
            ("wishes.csv:6:2", "There is no 'O' in codes"), ("wishes.csv:7:2", "without an item"),
            ("wishes.csv:8:3", "Did you mean 'more'?"), ("wishes.csv:9:2", "neither an item nor a topic"),
            ("wishes.csv:10:3", "contradicts itself"), ("wishes.csv:11:5", "learner, guardian or teacher"),
            ("wishes.csv:12:4", "two rows"),
        ]
        #expect(findings.count == expected.count)
        for (finding, (place, words)) in zip(findings, expected) {
            #expect(finding.contains(place) && finding.contains(words), "\(finding)")
        }
    }
}
