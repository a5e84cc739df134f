import Content
import Testing

/// The learner's record as a view over facts.
struct LearnerTests {
    static let id = LearnerID(rawValue: "s1")

    static func learner(_ values: [(Fact.Kind, String)]) -> Learner {
        Learner(
            id: id,
            facts: values.map {
                Fact(learner: id, kind: $0.0, value: $0.1, origin: .roster, at: Timestamp(seconds: 0))
            })
    }

    @Test func theLatestValueHolds() {
        let learner = Self.learner([(.name, "Mia"), (.grade, "4"), (.name, "Mia B."), (.grade, "5"), (.minutes, "15")])
        #expect(learner.name == "Mia B.")
        #expect(learner.grade == 5)
        #expect(learner.minutes == 15)
    }

    @Test func listsAreSplitAndTrimmed() {
        let learner = Self.learner([
            (.classes, "5A; Choir ;"), (.guardianEmail, " a@x.example;b@x.example"), (.language, "en;es"),
        ])
        #expect(learner.classes == ["5A", "Choir"])
        #expect(learner.guardianEmails == ["a@x.example", "b@x.example"])
        #expect(learner.languages == ["en", "es"])
    }

    @Test func whatNobodySaidIsUnknownAndNotNo() {
        let learner = Self.learner([])
        #expect(learner.name == "s1")
        #expect(learner.consent == nil && learner.guardianConsent == nil)
        #expect(learner.dial == nil && learner.minutes == nil && learner.email == nil)
        #expect(learner.enrolled)
    }

    @Test func anEmptyValueTakesAnAnswerBack() {
        #expect(Self.learner([(.consent, "yes")]).consent == true)
        #expect(Self.learner([(.consent, "yes"), (.consent, "no")]).consent == false)
        #expect(Self.learner([(.consent, "yes"), (.consent, "")]).consent == nil)
        #expect(Self.learner([(.email, "a@x.example"), (.email, "")]).email == nil)
    }

    @Test func belowGradeEightCountsAsUnderThirteenUnlessTheRosterSaysOtherwise() {
        #expect(Self.learner([(.grade, "7")]).under13)
        #expect(!Self.learner([(.grade, "8")]).under13)
        #expect(!Self.learner([(.grade, "7"), (.under13, "no")]).under13)
        #expect(Self.learner([(.grade, "9"), (.under13, "yes")]).under13)
        #expect(Self.learner([]).under13, "a learner without a grade is protected")
    }

    @Test func whoLeftTheRosterIsNotEnrolledUntilTheyComeBack() {
        #expect(!Self.learner([(.enrolled, "no")]).enrolled)
        #expect(Self.learner([(.enrolled, "no"), (.enrolled, "yes")]).enrolled)
    }

    @Test func aDialOutOfRangeIsNone() {
        #expect(Self.learner([(.dial, "3")]).dial == .mostlyLearner)
        #expect(Self.learner([(.dial, "7")]).dial == nil)
        #expect(Self.learner([(.dial, "lots")]).dial == nil)
    }

    @Test func wishesAreNoPartOfTheRecord() {
        #expect(Self.learner([(.name, "Mia"), (.more, "space"), (.never, "war")]) == Self.learner([(.name, "Mia")]))
    }
}
