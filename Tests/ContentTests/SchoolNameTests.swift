import Content
import Testing

/// Two names of one school are one, however they are typed.
@Suite struct SchoolNameTests {
    @Test func caseAndBlanksAtTheEndsTellNoSchoolsApart() throws {
        #expect(SchoolName("Hill Road School") == SchoolName("  hill road SCHOOL\u{00A0}"))
        #expect(SchoolName("École") == SchoolName("E\u{301}COLE"))
        #expect(SchoolName("Hill Road") != SchoolName("Hill  Road"))
        #expect(SchoolName(" ") == nil && SchoolName("") == nil)
        let names = Set(["A", "a ", "B"].compactMap { SchoolName($0) })
        #expect(names.count == 2)
    }

    @Test func aChoiceOfSchoolsKnowsWhoIsMeant() throws {
        func learner(_ school: String) -> Learner {
            Learner(
                id: LearnerID(rawValue: "a"),
                facts: [
                    Fact(
                        learner: LearnerID(rawValue: "a"), kind: .school, value: school, origin: .roster,
                        at: Timestamp(seconds: 0))
                ])
        }
        let hill = try #require(SchoolName("Hill"))
        #expect(SchoolChoice.all.includes(learner("")) && SchoolChoice.only(hill).includes(learner("hill ")))
        #expect(!SchoolChoice.only(hill).includes(learner("Lake")) && !SchoolChoice.only(hill).includes(learner("")))
        #expect(!SchoolChoice.allBut([hill]).includes(learner("HILL")))
        #expect(
            SchoolChoice.allBut([hill]).includes(learner("Lake")) && SchoolChoice.allBut([hill]).includes(learner("")))
    }
}
