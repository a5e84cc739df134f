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

    @Test func aDialOutOfRangeIsTheTeachers() {
        #expect(Self.learner([(.dial, "3")]).dial == .mostlyLearner)
        #expect(Self.learner([(.dial, "7")]).dial == .teacherLed)
        #expect(Self.learner([(.dial, "lots")]).dial == .teacherLed)
    }

    @Test func wishesAreNoPartOfTheRecord() {
        #expect(Self.learner([(.name, "Mia"), (.more, "space"), (.never, "war")]) == Self.learner([(.name, "Mia")]))
    }
}

/// A value that is not understood counts as the stricter reading; a stop is stronger than a roster that says the same again.
struct StrictLearnerTests {
    @Test func whatIsNotUnderstoodIsReadStrictly() {
        let values: [(Fact.Kind, String)] = [
            (.consent, "Yes!"), (.guardianConsent, Fact.unreadable), (.under13, "?"), (.enrolled, "x"), (.grade, "99"),
            (.dial, "7"), (.minutes, "-5"), (.level, "nan"),
        ]
        let learner = LearnerTests.learner(values)
        #expect(learner.consent == false && learner.guardianConsent == false)
        #expect(learner.under13 && !learner.enrolled)
        #expect(learner.grade == 0 && learner.dial == .teacherLed)
        let facts = values.enumerated().map { number, value in
            Fact(
                number: Int64(number), learner: LearnerTests.id, kind: value.0, value: value.1, origin: .roster,
                at: Timestamp(seconds: 0))
        }
        #expect(
            Learner.misunderstood(in: facts).map(\.kind) == [
                .consent, .under13, .enrolled, .grade, .dial, .minutes, .level,
            ])
        #expect(InterestProfile(facts: facts).statedLevel.isFinite)
    }

    @Test func aRosterThatNamesAStoppedAddressAgainDoesNotBringItBack() {
        func fact(_ value: String, _ origin: Fact.Origin) -> Fact {
            Fact(
                learner: LearnerTests.id, kind: .guardianEmail, value: value, origin: origin, at: Timestamp(seconds: 0))
        }
        var facts = [fact("mum@x.example;dad@x.example", .roster), fact("dad@x.example", .guardian)]
        func written() -> [String] { Learner(id: LearnerTests.id, facts: facts).guardianEmails }
        #expect(written() == ["dad@x.example"])
        // Another guardian is new, and the first is still named: by a stale export, in another case.
        facts.append(fact("Mum@x.example;dad@x.example;aunt@x.example", .roster))
        #expect(written() == ["dad@x.example", "aunt@x.example"])
        // Left out once by a slip and named again.
        facts += [fact("dad@x.example", .roster), fact("mum@x.example;dad@x.example", .roster)]
        #expect(written() == ["dad@x.example"])
        #expect(Learner.guardianAddresses(in: facts).stopped == ["mum@x.example"])
        facts.append(fact("dad@x.example;mum@x.example", .guardian))
        #expect(Set(written()) == ["mum@x.example", "dad@x.example"])
    }
}
