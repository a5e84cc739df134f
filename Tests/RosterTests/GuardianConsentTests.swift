@testable import Content
import Roster
import Testing

/// Each guardian agrees for themselves, and a roster's relation is no consent.
struct GuardianConsentTests {
    private static let id = LearnerID(rawValue: "R-1")
    private static let header = "learner_id,name,class,grade,email,guardian_email,consent,guardian_consent,under13"

    private static func table(_ guardians: String, _ consent: String, learner: String = "yes") throws -> PeopleSnapshot
    {
        let row = "R-1,Ana Prueba,7A,7,ana@x.example,\(guardians),\(learner),\(consent),yes"
        return PeopleSnapshot(try RosterFixture.file("\(header)\n\(row)\n"), isWhole: false)
    }

    private static func oneRoster(_ guardians: String...) -> PeopleSnapshot {
        let row = LearnerRow(
            id: id, line: 2,
            values: [
                .name: "Ana Prueba", .classes: "7A", .grade: "7", .enrolled: "yes",
                .guardianEmail: Fact.joined(guardians),
            ], guardians: guardians.map { GuardianRow(address: $0) })
        return PeopleSnapshot(form: .oneRoster, name: "district", learners: [row], isWhole: true)
    }

    private static func facts(_ imports: PeopleSnapshot..., to facts: [Fact] = []) -> [Fact] {
        var known = [id: facts]
        for people in imports {
            known = RosterFixture.apply(
                RosterPlan(people, current: known, now: RosterFixture.now, confirmed: true), to: known)
        }
        return known[id] ?? []
    }

    private static func consents(_ facts: [Fact]) -> [String: Bool?] {
        Dictionary(
            Learner(id: id, facts: facts).guardians.map { ($0.address, $0.consent) }, uniquingKeysWith: { $1 })
    }

    @Test func aYesStaysWithTheAddressAndIsNotAnothersWhenTheRosterComesAgain() throws {
        let facts = Self.facts(
            Self.oneRoster("mum@x.example"), try Self.table("Mum@x.example", "yes"),
            Self.oneRoster("mum@x.example", "second@x.example"))
        #expect(Self.consents(facts) == ["mum@x.example": true, "second@x.example": nil])
        let gone = Self.facts(Self.oneRoster("second@x.example"), to: facts)
        #expect(Self.consents(gone) == ["second@x.example": nil])
        #expect(Self.consents(Self.facts(Self.oneRoster("mum@x.example"), to: gone)) == ["mum@x.example": true])
    }

    @Test func oneNoAmongGuardiansKeepsTheChildFromBeingWrittenTo() throws {
        let facts = Self.facts(try Self.table("mum@x.example;dad@x.example", "yes"))
        #expect(MailPolicy.both.recipients(for: Learner(id: Self.id, facts: facts)).count == 3)
        let no = Fact(
            learner: Self.id, kind: .guardianConsent, value: "no", guardian: "dad@x.example", origin: .guardian,
            at: RosterFixture.later)
        let learner = Learner(id: Self.id, facts: facts + [no])
        #expect(MailPolicy.both.recipients(for: learner).map(\.address) == ["mum@x.example"])
        #expect(learner.guardianConsent == false)
    }

    @Test func consentOnPaperOfAGuardianWithoutAddressIsForTheChildAndNotForWhoIsNamedLater() throws {
        let facts = Self.facts(try Self.table("", "yes"), Self.oneRoster("mum@x.example"))
        let learner = Learner(id: Self.id, facts: facts)
        #expect(Self.consents(facts) == ["mum@x.example": nil])
        #expect(MailPolicy.both.recipients(for: learner).map(\.role) == [.learner])
    }

    @Test func anAddressThatCannotBeReadGetsNobodyAYes() throws {
        let before = Self.facts(try Self.table("mum@x.example;dad@x.example", "no"))
        for cell in ["mum at home", "dad@x.example;mum at home"] {
            let learner = Learner(id: Self.id, facts: Self.facts(try Self.table(cell, "yes"), to: before))
            #expect(!learner.guardians.contains { $0.consent == true })
            #expect(learner.guardiansAgreed.mailed != true)
        }
    }

    @Test func whatWasSaidOfAllBeforeGuardiansHadTheirOwnWordHolds() {
        func fact(_ kind: Fact.Kind, _ value: String, _ guardian: String? = nil) -> Fact {
            Fact(learner: Self.id, kind: kind, value: value, guardian: guardian, origin: .roster, at: RosterFixture.now)
        }
        let old = [fact(.guardianEmail, "mum@x.example;dad@x.example"), fact(.guardianConsent, "yes")]
        #expect(Self.consents(old) == ["mum@x.example": true, "dad@x.example": true])
        let own = old + [fact(.guardianConsent, "yes", "mum@x.example")]
        #expect(Self.consents(own) == ["mum@x.example": true, "dad@x.example": nil])
    }

    /// Every cell broken alone, over tables that said more and less before: nobody is written to who was not.
    @Test(arguments: ["yes", "no", "", "x"], ["yes", "no", ""])
    func noBrokenCellWidensConsent(_ guardian: String, _ learner: String) throws {
        let before = Self.facts(try Self.table("mum@x.example;dad@x.example", guardian, learner: learner))
        let sound = [
            "R-1", "Ana Prueba", "7A", "7", "ana@x.example", "mum@x.example;dad@x.example", learner, guardian, "yes",
        ]
        let allowed = Set(MailPolicy.both.recipients(for: Learner(id: Self.id, facts: before)))
        for place in sound.indices {
            for broken in ["", "?", "\u{1}", "n/a;;", "\"", "yes yes", "ja nein", "0x1"] {
                var cells = sound
                cells[place] = broken
                let text = "\(Self.header)\n\(cells.joined(separator: ","))\n"
                let people = PeopleSnapshot(try RosterFixture.file(text), isWhole: true)
                let after = Learner(id: Self.id, facts: Self.facts(people, to: before))
                #expect(Set(MailPolicy.both.recipients(for: after)).isSubset(of: allowed), "\(cells)")
            }
        }
    }

    private static let purposes =
        "profiled,mailed,copied,guardian_profiled,guardian_mailed,guardian_copied,guardian_language"

    private static func purposeTable(
        _ guardians: String, _ cells: String, consent: String = "", whole: Bool = false
    ) throws -> PeopleSnapshot {
        let row = "R-1,Ana Prueba,7A,7,ana@x.example,\(guardians),\(consent),\(consent),yes,\(cells)"
        return PeopleSnapshot(try RosterFixture.file("\(header),\(purposes)\n\(row)\n"), isWhole: whole)
    }

    @Test func eachPurposeHasAWordOfTheLearnerAndOfEachGuardian() throws {
        let learner = Learner(
            id: Self.id,
            facts: Self.facts(try Self.purposeTable("mum@x.example;dad@x.example", "yes,no,,no,yes,yes,es;en")))
        #expect(learner.agreed == Consent { [.profiled: true, .mailed: false][$0] })
        #expect(learner.guardians.map(\.agreed.mailed) == [true, true])
        #expect(learner.guardians.map(\.language) == ["es", "en"])
        #expect(learner.guardianObjections.map(\.guardian) == ["mum@x.example", "dad@x.example"])
        #expect(!learner.mayBeProfiled(on: nil) && !learner.mayBeProfiled(on: .publicTask))
        #expect(learner.consent == nil && learner.guardianConsent == nil)
    }

    @Test func oneLanguageIsForAllGuardiansAndSeveralAreOneEach() throws {
        func languages(_ cell: String, _ guardians: String = "mum@x.example;dad@x.example") throws -> [String?] {
            let file = try RosterFixture.file(
                "learner_id,name,class,grade,guardian_email,guardian_language\nR-1,Ana,7A,7,\(guardians),\(cell)\n")
            let facts = Self.facts(PeopleSnapshot(file, isWhole: false))
            #expect(file.findings.isEmpty == (cell != "es;en;fr" && !guardians.contains("home") && cell != "e"))
            return Learner(id: Self.id, facts: facts).guardians.map(\.language)
        }
        #expect(try languages("es") == ["es", "es"])
        #expect(try languages("es;es-MX") == ["es", "es"])
        #expect(try languages("es;en;fr") == [nil, nil])
        #expect(try languages("e") == [nil, nil])
        #expect(try languages("es;en", "mum at home;dad@x.example") == [nil])
    }

    @Test func aRosterSaysPurposesOnceAndAgain() throws {
        let table = try Self.purposeTable("mum@x.example;dad@x.example", "yes,no,yes,no,yes,yes,es;en", consent: "yes")
        let facts = Self.facts(table)
        #expect(RosterPlan(table, current: [Self.id: facts], now: RosterFixture.later).isEmpty)
        let emptied = Self.facts(
            try Self.purposeTable("mum@x.example;dad@x.example", ",,,,,,", consent: "yes"), to: facts)
        let learner = Learner(id: Self.id, facts: emptied)
        #expect(learner.agreed == Consent { $0 != .mailed })
        #expect(learner.guardiansAgreed == Consent { $0 != .profiled })
        #expect(learner.guardians.map(\.language) == [nil, nil])
    }

    @Test func whoIsNamedNoLongerHasNotTakenTheirNoBack() throws {
        let before = Self.facts(try Self.purposeTable("mum@x.example;dad@x.example", ",,,,,,", consent: "yes"))
        let no = Fact(
            learner: Self.id, kind: .profiled, value: "no", guardian: "dad@x.example", origin: .guardian,
            at: RosterFixture.later)
        let lost = Self.facts(
            try Self.purposeTable("mum@x.example;dad at home", ",,,,,,", consent: "yes"), to: before + [no])
        #expect(!Learner(id: Self.id, facts: lost).mayBeProfiled(on: nil))
        #expect(PersonalConsent.all(in: lost).filter(\.isFormer).map(\.guardian) == ["dad@x.example"])
        // A guardian who is named agrees after it.
        let yes = Fact(
            learner: Self.id, kind: .profiled, value: "yes", guardian: "mum@x.example", origin: .guardian,
            at: RosterFixture.later)
        #expect(Learner(id: Self.id, facts: lost + [yes]).mayBeProfiled(on: nil))
    }

    /// Every cell broken alone, over tables that said more and less of each purpose before: nothing may be done that might not.
    @Test(
        arguments: [
            "yes,yes,yes,yes,yes,yes", "no,no,no,no,no,no", ",,,,,", "yes,no,yes,no,yes,no", "no,yes,no,yes,,yes",
        ],
        ["yes", "no", ""])
    func noBrokenCellWidensAPurpose(_ words: String, _ consent: String) throws {
        let guardians = "mum@x.example;dad@x.example"
        let before = Self.facts(try Self.purposeTable(guardians, "\(words),es;en", consent: consent))
        let sound =
            ["R-1", "Ana Prueba", "7A", "7", "ana@x.example", guardians, consent, consent, "yes"]
            + words.split(separator: ",", omittingEmptySubsequences: false).map(String.init) + ["es;en"]
        let allowed = Self.mayDo(before)
        for place in sound.indices {
            for broken in ["", "?", "\u{1}", "n/a;;", "\"", "yes yes", "ja nein", "0x1", "dad@x.example;mum at home"] {
                var cells = sound
                cells[place] = broken
                let text = "\(Self.header),\(Self.purposes)\n\(cells.joined(separator: ","))\n"
                let people = PeopleSnapshot(try RosterFixture.file(text), isWhole: true)
                let after = Self.facts(people, to: before)
                #expect(Self.mayDo(after).isSubset(of: allowed), "\(cells)")
                // And when the cell can be read again all is as it was.
                let again = Self.facts(try Self.purposeTable(guardians, "\(words),es;en", consent: consent), to: after)
                if place != 0 { #expect(Self.mayDo(again) == allowed, "\(cells)") }
            }
        }
    }

    /// What may be done for a learner: whom is written to, and on which basis they are profiled and copied.
    private static func mayDo(_ facts: [Fact]) -> Set<String> {
        let learner = Learner(id: id, facts: facts)
        var may = Set(MailPolicy.both.recipients(for: learner).map { "\($0.role) \($0.address)" })
        for basis in [nil, .consent, .publicTask] as [LawfulBasis?] where learner.enrolled {
            if learner.mayBeProfiled(on: basis) { may.insert("profiled \(basis.map { $0.rawValue } ?? "")") }
            if learner.mayBeCopied(on: basis) { may.insert("copied \(basis.map { $0.rawValue } ?? "")") }
        }
        return may
    }
}
