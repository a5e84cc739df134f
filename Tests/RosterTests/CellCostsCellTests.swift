import Content
import Testing

@testable import Roster

/// A cell that cannot be read costs that cell, and never what protects a learner.
struct CellCostsCellTests {
    private static let id = LearnerID(rawValue: "R-1")
    private static let header =
        "learner_id,name,class,grade,email,guardian_email,avoid,consent,guardian_consent,under13"

    /// The facts after importing texts one after another.
    private static func facts(_ texts: String...) throws -> [LearnerID: [Fact]] {
        var facts: [LearnerID: [Fact]] = [:]
        for text in texts {
            let plan = RosterFixture.plan(try RosterFixture.file(text), current: facts, now: RosterFixture.now)
            facts = RosterFixture.apply(plan, to: facts)
        }
        return facts
    }

    private static func learner(_ facts: [LearnerID: [Fact]]) -> Learner { Learner(id: id, facts: facts[id] ?? []) }

    private static let sound = "\(header)\nR-1,Ana Prueba,7A,7,ana@x.example,mum@x.example,spiders,yes,yes,no\n"

    @Test(arguments: [
        "R-1,Ana Prueba,7A,seven,ana@x.example,mum@x.example,spiders,no,yes,no",
        "R-1,Ana Prueba,7A,7,n/a,mum@x.example,spiders,no,yes,no",
        "R-1,,,,,,,no,,",
    ])
    func aTypoInAnotherCellDoesNotCancelNo(_ row: String) throws {
        let learner = Self.learner(try Self.facts(Self.sound, "\(Self.header)\n\(row)\n"))
        #expect(learner.consent == false)
        #expect(learner.name == "Ana Prueba" && learner.classes == ["7A"] && learner.grade == 7)
    }

    @Test func anUnreadableConsentIsNoAndSaid() throws {
        let text = "\(Self.header)\nR-1,Ana Prueba,7A,7,ana@x.example,,,perhaps,ask again,maybe\n"
        let file = try RosterFixture.file(text)
        #expect(file.findings.map(\.place) == ["learners.csv:2:8", "learners.csv:2:9", "learners.csv:2:10"])
        #expect(file.findings[0].problem.contains("It counts as no."))
        #expect(file.findings[2].problem.contains("It counts as yes."))
        let learner = Self.learner(try Self.facts(Self.sound, text))
        #expect(learner.consent == false && learner.guardianConsent == false && learner.under13)
    }

    @Test func whatCanBeReadAgainDoesNotOverruleWhoStoppedMeanwhile() throws {
        let unreadable = Self.sound.replacing("yes,yes,no", with: "ys,yes,no")
        var facts = try Self.facts(Self.sound)
        facts[Self.id]?.append(
            Fact(learner: Self.id, kind: .consent, value: "", origin: .learner, at: RosterFixture.now))
        for text in [unreadable, Self.sound] {
            let plan = RosterFixture.plan(try RosterFixture.file(text), current: facts, now: RosterFixture.later)
            facts = RosterFixture.apply(plan, to: facts)
        }
        #expect(Self.learner(facts).consent == nil)
    }

    @Test(arguments: [
        "R-1,Prueba, Ana,7A,7,,,,no,yes,no", "R-1,Ana Prueba,7A", "R-1,\"Ana Prueba,7A,7,,,,no,yes,no",
        "R-1,Ana \"A\" Prueba,7A,7,,,,no,yes,no", "R-1,Ana,7A,7,,,,yes,no,no\nR-1,Ana,7A,7,,,,no,yes,no",
    ])
    func whatARowThatWasLeftOutRestrictsCounts(_ rows: String) throws {
        let facts = try Self.facts(Self.sound, "\(Self.header)\n\(rows)\n")
        #expect(Self.learner(facts).consent == false)
        // It brings nobody in of whom nothing is known, but for the one of two rows.
        #expect(try Self.facts("\(Self.header)\n\(rows)\n").isEmpty == !rows.contains("\n"))
    }

    @Test func aRowThatSaysYesHoweverItIsReadTakesNothingBack() throws {
        let rows = "R-1,Ana \"A\" Prueba,7A,7,,,,yes,yes,no"
        let learner = Self.learner(try Self.facts(Self.sound, "\(Self.header)\n\(rows)\n"))
        #expect(learner.consent == true && learner.guardianConsent == true && !learner.under13)
    }

    @Test func aPartThatCannotBeReadDropsNothingThatMustNotCome() throws {
        let long = String(repeating: "very ", count: 30)
        let many = (1...60).map { "topic \($0)" }.joined(separator: ";")
        func avoids(_ cell: String) throws -> [String] {
            let facts = try Self.facts(Self.sound, "learner_id,name,class,grade,avoid\nR-1,Ana,7A,7,\(cell)\n")
            return InterestProfile(facts: facts[Self.id] ?? []).avoids.map(\.phrase)
        }
        #expect(try avoids("snakes;\(long)") == ["spiders", "snakes"])
        #expect(try avoids(long) == ["spiders"])
        #expect(try avoids(many).count == 60)
        #expect(try avoids("").isEmpty)
    }

    @Test func aBadMailAddressCostsThatAddressAlone() throws {
        let text = "\(Self.header)\nR-1,Ana Prueba,7A,7,n/a,mum@x.example;dad at home,,yes,yes,no\n"
        for facts in [try Self.facts(text), try Self.facts(Self.sound, text)] {
            let learner = Self.learner(facts)
            #expect(learner.email == nil && learner.guardianEmails == ["mum@x.example"])
            #expect(learner.enrolled && learner.consent == true)
        }
    }

    @Test func aNewLearnerWithoutAReadableClassIsKeptAndGetsNothingYet() throws {
        let bad = "learner_id,name,class,grade,consent\nR-1,Ana,\u{1},5th,no\n"
        let plan = RosterFixture.plan(try RosterFixture.file(bad), current: [:], now: RosterFixture.now)
        #expect(plan.findings.map(\.place) == ["learners.csv:2"])
        let learner = Self.learner(RosterFixture.apply(plan))
        #expect(!learner.enrolled && learner.consent == false && learner.grade == 5)
        let mended = Self.learner(try Self.facts(bad, bad.replacing("\u{1}", with: "7A")))
        #expect(mended.enrolled && mended.classes == ["7A"])
    }

    @Test func aNewLearnerIsReadAsStrictlyAsTheRowAllows() throws {
        let text = "learner_id,name,class,grade,dial\nR-1,,7A,UG,five\n"
        let plan = RosterFixture.plan(try RosterFixture.file(text), current: [:], now: RosterFixture.now)
        let learner = Self.learner(RosterFixture.apply(plan))
        #expect(learner.name == "R-1" && learner.grade == 0 && learner.under13 && learner.dial == .teacherLed)
        #expect(learner.enrolled)
        #expect(plan.findings.count == 3)
    }

    @Test func aYearIsAnotherGradeInEachCountry() throws {
        func grade(_ written: String, _ region: String?) throws -> String? {
            let text = "\(RosterFixture.header)\nR-1,Ana,7A,\(written)\n"
            return try LearnerRow.read(Array(text.utf8), region: region).rows.first?.values[.grade]
        }
        #expect(try grade("Year 7", "GB") == "6" && grade("Year 7", "AU") == "7" && grade("Year 7", nil) == nil)
        #expect(try grade("Reception", "GB") == "0" && grade("5th", nil) == "5" && grade("K", nil) == "0")
    }

    @Test func anIDThatASpreadsheetSpoiltIsRefusedByName() throws {
        let file = try RosterFixture.file("\(RosterFixture.header)\n1.23457E+11,Ana,7A,7\n1E5,Ben,7A,7\n")
        #expect(file.rows.map(\.id.rawValue) == ["1E5"] && file.findings.map(\.place) == ["learners.csv:2:1"])
        #expect(file.findings[0].problem.contains("1.23457E+11") && file.findings[0].remedy.contains("spreadsheet"))
    }

    @Test func severalAddressesInACellAreReadAsPeopleWriteThem() throws {
        let cell = "\"mum@x.example, Dad Prueba <dad@x.example>, aunt@x.example Mum@x.example\""
        let text = "\(Self.header)\nR-1,Ana,7A,7,,\(cell),,,,\n"
        let guardians = Self.learner(try Self.facts(text)).guardianEmails
        #expect(guardians == ["mum@x.example", "dad@x.example", "aunt@x.example"])
    }

    @Test(arguments: [("KG", "0"), ("PK", "0"), ("05", "5"), ("5th", "5"), ("1st", "1"), ("k", "0")])
    func gradesAreReadAsSchoolsWriteThem(_ written: String, _ grade: String) throws {
        let file = try RosterFixture.file("\(RosterFixture.header)\nR-1,Ana,7A,\(written)\n")
        #expect(file.rows.first?.values[.grade] == grade && file.findings.isEmpty)
    }

    @Test func aMisspeltHeadingOfConsentRefusesTheFile() throws {
        let error = try #require(throws: RosterError.self) {
            try RosterFixture.file("learner_id,name,class,grade,consnet\nR-1,Ana,7A,7,no\n")
        }
        #expect(error.finding.place == "learners.csv:1:5")
        #expect(error.description.contains("'consent'"))
    }

    @Test func aClassThatCannotBeReadIsLedMoreStrictly() throws {
        let text = "class,teacher_email,dial,review\n7A,nobody,x,perhaps\n7B,,9,no\n7C,,3,no\n7C,,3,yes\n7D,\"x,3,no\n"
        let known = [SchoolClass(name: "7A", dial: .shared), SchoolClass(name: "7D")]
        let plan = ClassPlan(file: try ClassRow.read(Array(text.utf8)), current: known)
        let classes = Dictionary(plan.classes.map { ($0.name, $0) }) { first, _ in first }
        #expect(classes["7A"] == SchoolClass(name: "7A", dial: .shared, review: true))
        #expect(classes["7B"] == SchoolClass(name: "7B", dial: .teacherLed))
        #expect(classes["7C"]?.review == true)
        #expect(classes["7D"]?.review == nil, "the row says no, whatever its quotes mean")
    }

    @Test(arguments: [
        "R-1,,never;mroe,spiders,", "R-1,,nevr,spiders,", "R-1,,never;more,spiders,", "R-1,,never,spiders,uncle",
        "R-1,0OIL1,never,spiders,", "R-1,K7Q2M,never,spiders,", "R-1,,never,spiders", "R-1,,never,spiders,guardian,x",
        "R-1,,never,\"spiders,",
    ])
    func aNeverThatCanBeReadIsNeverLost(_ row: String) throws {
        let file = try WishRow.read(Array("learner_id,item,wish,topic,by\n\(row)\n".utf8))
        let wish = try #require((file.rows + file.remains).first)
        #expect(wish.wishes == [.never] && wish.topics == ["spiders"])
        #expect(!file.findings.isEmpty)
        if row.hasSuffix("uncle") { #expect(wish.by == .teacher) }
    }
}
