import Content
import Testing

/// What may be done for whom, by what was said and on what the school rests.
struct ConsentTests {
    private static let id = LearnerID(rawValue: "s1")

    private static func fact(
        _ kind: Fact.Kind, _ value: String, of guardian: String? = nil, by origin: Fact.Origin = .roster, day: Int = 1
    ) -> Fact {
        Fact(
            learner: id, kind: kind, value: value, guardian: guardian, origin: origin,
            at: Timestamp(year: 2026, month: 9, day: day))
    }

    private static func learner(_ facts: Fact..., under13: Bool = true) -> Learner {
        Learner(
            id: id,
            facts: [
                fact(.grade, "5"), fact(.under13, under13 ? "yes" : "no"),
                fact(.guardianEmail, "mum@x.example;dad@x.example"),
            ] + facts)
    }

    @Test func onConsentTheLearnerAndUnderThirteenAGuardianMustHaveSaidYes() {
        let yes = Self.fact(.consent, "yes")
        let mum = Self.fact(.guardianConsent, "yes", of: "mum@x.example")
        #expect(!Self.learner().mayBeProfiled(on: .consent))
        #expect(!Self.learner(yes).mayBeProfiled(on: .consent))
        #expect(!Self.learner(mum).mayBeProfiled(on: .consent))
        #expect(Self.learner(yes, mum).mayBeProfiled(on: .consent))
        #expect(Self.learner(yes, under13: false).mayBeProfiled(on: .consent))
    }

    @Test(arguments: [LawfulBasis.contract, .legalObligation, .publicTask, .legitimateInterests])
    func onAnyOtherBasisWhoObjectsIsNotProfiled(_ basis: LawfulBasis) {
        #expect(Self.learner().mayBeProfiled(on: basis))
        for no in [
            Self.fact(.consent, "no"), Self.fact(.profiled, "no"), Self.fact(.profiled, Fact.unreadable),
            Self.fact(.guardianConsent, "no", of: "dad@x.example"), Self.fact(.profiled, "no", of: "dad@x.example"),
            Self.fact(.profiled, "no", of: ""),
        ] {
            #expect(
                !Self.learner(Self.fact(.profiled, "yes", of: "mum@x.example"), no).mayBeProfiled(on: basis), "\(no)")
        }
        #expect(Self.learner(Self.fact(.mailed, "no")).mayBeProfiled(on: basis))
    }

    @Test func whereNoBasisIsNamedAGuardiansNoToAllIsAboutMailAsItWas() {
        let dad = Self.fact(.guardianConsent, "no", of: "dad@x.example")
        #expect(Self.learner(dad).mayBeProfiled(on: nil) && Self.learner(dad).mayBeCopied(on: nil))
        #expect(!Self.learner(dad).mayBeCopied(on: .publicTask))
        #expect(!Self.learner(Self.fact(.profiled, "no", of: "dad@x.example")).mayBeProfiled(on: nil))
        #expect(!Self.learner(Self.fact(.consent, "no")).mayBeProfiled(on: nil))
    }

    @Test func whoRefusesCopiesStillGetsTheirOwnMailAndNobodyElseDoes() {
        let asked = [
            Self.fact(.consent, "yes"), Self.fact(.email, "me@x.example"),
            Self.fact(.guardianConsent, "yes", of: "mum@x.example"),
            Self.fact(.guardianConsent, "yes", of: "dad@x.example"),
        ]
        func addresses(_ more: Fact) -> [String] {
            let base = [Self.fact(.grade, "5"), Self.fact(.guardianEmail, "mum@x.example;dad@x.example")]
            return MailPolicy.both.recipients(for: Learner(id: Self.id, facts: base + asked + [more])).map(\.address)
        }
        #expect(addresses(Self.fact(.copied, "yes")) == ["me@x.example", "mum@x.example", "dad@x.example"])
        #expect(addresses(Self.fact(.copied, "no")) == ["me@x.example"])
        #expect(addresses(Self.fact(.copied, "no", of: "mum@x.example")) == ["me@x.example", "mum@x.example"])
    }

    @Test func aStatementTellsTheFactThatDecides() throws {
        let facts = [
            Self.fact(.guardianEmail, "mum@x.example"), Self.fact(.consent, "yes", day: 2),
            Self.fact(.mailed, "no", by: .learner, day: 3),
            Self.fact(.guardianConsent, "no", of: "mum@x.example", day: 4),
            Self.fact(.copied, "yes", of: "mum@x.example", by: .guardian, day: 5),
        ]
        let people = PersonalConsent.all(in: facts)
        #expect(people.map(\.guardian) == [nil, "mum@x.example"])
        let days = people.map { $0.statements.map { $0.fact?.at.utcDate.day } }
        #expect(days == [[2, 3, 2], [4, 4, 4]])
        #expect(people.map { $0.statements.map(\.agreed) } == [[true, false, true], [false, false, false]])
        #expect(people[0].statements[1].fact?.origin == .learner)
    }

    @Test func ofTheReaderOfAClassPageNothingIsKnownButTheLowestGradeAndWhatMustNotCome() {
        func member(_ id: String, _ grade: String?, classes: String = "5A", _ more: Fact.Kind? = nil)
            -> ClassReader.Member
        {
            let id = LearnerID(rawValue: id)
            let said: [(Fact.Kind, String)] =
                [(.classes, classes), (.interests, "moons"), (.needs, "fractions")]
                + (grade.map { [(.grade, $0)] } ?? []) + (more.map { [($0, "no")] } ?? [])
            return ClassReader.Member(
                id: id,
                facts: said.map { Fact(learner: id, kind: $0, value: $1, origin: .roster, at: Timestamp(seconds: 0)) })
        }
        let members = [
            member("a", "6"), member("b", "5"), member("c", "1", classes: "1A"), member("d", "2", .enrolled),
        ]
        let facts = ClassReader.facts(ofClass: "5A", language: "es", members: members)
        #expect(Set(facts.map(\.kind)) == [.name, .classes, .grade, .language])
        let reader = Learner(id: .reader(ofClass: "5A"), facts: facts)
        #expect(
            reader.grade == 5 && reader.languages == ["es"] && reader.classes == ["5A"] && reader.id.classRead == "5A")
        #expect(reader.mayBeProfiled(on: .consent), "it is nobody who could have been asked")
        #expect(MailPolicy.both.recipients(for: reader).isEmpty)
        let id = LearnerID(rawValue: "f")
        let never = [
            Fact(learner: id, kind: .classes, value: "5A", origin: .roster, at: Timestamp(seconds: 0)),
            Fact(learner: id, kind: .never, value: "Spiders", origin: .guardian, at: Timestamp(seconds: 1)),
            Fact(
                learner: id, kind: .never, value: "A title", item: ItemID(rawValue: "i"), origin: .learner,
                at: Timestamp(seconds: 1)),
        ]
        let barring = ClassReader.facts(
            ofClass: "5A", language: nil, members: members + [ClassReader.Member(id: id, facts: never)])
        let profile = InterestProfile(facts: barring)
        #expect(profile.avoids.map(\.phrase) == ["spiders"] && profile.avoids.map(\.origin) == [.roster])
        #expect(Set(profile.avoidedItems.keys) == [ItemID(rawValue: "i")] && profile.wants.isEmpty)
        let unknown = ClassReader.facts(ofClass: "5A", language: nil, members: members + [member("e", nil)])
        #expect(Learner(id: .reader(ofClass: "5A"), facts: unknown).grade == 0)
        #expect(ClassReader.facts(ofClass: "9Z", language: nil, members: members).isEmpty)
    }
}
