import Configuration
import Content
@testable import Phrases
@testable import Pipeline
import Testing
@testable import UseCases

/// What an import changes, in words.
@Suite struct RosterWordsTests {
    @Test func aPlanIsToldInLines() throws {
        let generated = try GeneratedSchool(feeds: 1, items: 1, learners: 1, seed: 760)
        defer { generated.remove() }
        let (school, store) = try generated.open()
        func told(_ rows: [String], classes: String, full: Bool = false, dryRun: Bool) throws -> [String] {
            try generated.write(
                (["learner_id,name,class,grade"] + rows).joined(separator: "\n") + "\n", to: "Config/learners.csv")
            try generated.write(classes, to: "Config/classes.csv")
            var request = ImportRoster.Request(of: school)
            (request.full, request.confirmed, request.dryRun) = (full, true, dryRun)
            return try ImportRoster(store: store).run(request, by: Actor(), now: RunTests.monday).lines
        }
        let first = try told(
            ["R-1,Sample 1,7A,7", "R-2,Sample 2,7A,7"], classes: "class,dial\n7A,2\n", dryRun: false)
        #expect(first == ["1 class new or changed", "2 new, 0 changed, 0 unchanged; 8 facts to append"])
        let rows = ["R-1,Sample 1,7B,7", "R-3,Sample 3,7A,6"]
        let changes = [
            "changed    class 7A: dial: '2' -> (empty)", "new        class 7B",
            "new        R-3 Sample 3: class '7A', grade '6'", "changed    R-1 Sample 1: class: '7A' -> '7B'",
        ]
        let classes = "class,dial\n7A,\n7B,\n"
        #expect(
            try told(rows, classes: classes, dryRun: true) == changes + [
                "missing    R-2 Sample 2",
                "1 new, 1 changed, 0 unchanged, 1 missing (left as they are); 5 facts to append",
            ])
        #expect(
            try told(rows, classes: classes, full: true, dryRun: true) == changes + [
                "retired    R-2 Sample 2", "1 new, 1 changed, 0 unchanged, 1 retired; 6 facts to append",
            ])
        _ = try told(rows, classes: classes, full: true, dryRun: false)
        let back = try told(rows + ["R-2,Sample 2,7A,7"], classes: classes, dryRun: true)
        #expect(
            back == [
                "returned   R-2 Sample 2: enrolled: 'no' -> 'yes'",
                "0 new, 1 returned, 0 changed, 2 unchanged; 1 fact to append",
            ])
    }
}
