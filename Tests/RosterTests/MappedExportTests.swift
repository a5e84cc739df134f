import Configuration
import Content
import Roster
import Testing

/// Exports of other programs, read by a map.
@Suite struct MappedExportTests {
    static let today = CalendarDate(year: 2026, month: 9, day: 15)

    static func read(
        _ text: String, _ yaml: String, region: String? = nil, bytes: [UInt8]? = nil
    ) throws -> PeopleSnapshot {
        try MappedExport.read(
            RosterSourceFile(path: "export.csv", bytes: bytes ?? Array(text.utf8)),
            map: RosterMap(yaml: Array(yaml.utf8), file: "map.yaml"), today: today, region: region, isWhole: false)
    }

    static func row(_ snapshot: PeopleSnapshot, _ id: String) -> LearnerRow? {
        snapshot.learners.first { $0.id.rawValue == id }
    }

    private static let plain = "learner: {id: Ref, name: Name, grade: Gr, class: Cl}\n"

    @Test func titlesAboveATotalBelowAndEmptyRowsArePassedOver() throws {
        let text = "Lists 2026,,,\n,,,\nRef,Name,Gr,Cl\nA-1,\"Fenn, Cara M.\",4,4B\n,,,\n,Total,1,\n"
        let yaml = """
            file: {header: 3}
            skip: {Name: [total]}
            learner: {id: ref, name: Name, name-order: last-first, grade: Gr, class: Cl, school: "=Hill School"}
            """
        let read = try Self.read(text, yaml)
        #expect(read.findings.isEmpty && read.learners.count == 1)
        let cara = try #require(Self.row(read, "A-1"))
        #expect(cara.values[.name] == "Cara M. Fenn")
        #expect(cara.values[.school] == "Hill School")
        #expect(cara.values[.grade] == "4" && cara.values[.classes] == "4B" && cara.line == 4)
        #expect(cara.values[.email] == nil && cara.values[.guardianEmail] == nil)
    }

    @Test func severalLinesOfOneIDAreOneLearnerInAnyOrder() throws {
        let lines = [
            "1,Cara Fenn,9,History,Ada,ada@staff.example,fay@home.example,yes",
            "1,Cara Fenn,9,Maths,Bo,bo@staff.example,\"fay@home.example, gus@home.example\",",
            "2,Dov Gale,9,Maths,Bo,bo@staff.example,,no",
        ]
        let yaml = """
            learner: {id: Ref, name: Name, grade: Gr, class: Cl, active: On}
            teacher: {name: T, email: TM}
            guardians: [{email: P}]
            """
        func read(_ lines: [String]) throws -> PeopleSnapshot {
            try Self.read((["Ref,Name,Gr,Cl,T,TM,P,On"] + lines).joined(separator: "\n"), yaml)
        }
        let first = try read(lines)
        #expect(Self.row(first, "1")?.values[.classes] == "History;Maths")
        #expect(Self.row(first, "1")?.guardians.map(\.address) == ["fay@home.example", "gus@home.example"])
        #expect(Self.row(first, "2")?.values[.enrolled] == "no")
        #expect(first.classes.map(\.name) == ["History", "Maths"])
        #expect(first.classes.map { $0.teachers.map(\.address) } == [["ada@staff.example"], ["bo@staff.example"]])
        let other = try read(lines.reversed())
        #expect(other.learners.map(\.values) == first.learners.map(\.values) && other.classes == first.classes)
    }

    @Test func oneIDWithTwoNamesIsOfTwoPersons() throws {
        let read = try Self.read("Ref,Name,Gr,Cl\n1,Cara Fenn,4,4B\n1,Dov Gale,4,4B\n2,Eli Hart,4,4B\n", Self.plain)
        #expect(read.learners.map(\.id.rawValue) == ["2"])
        #expect(read.untouched == [LearnerID(rawValue: "1")] && read.rowsLeftOut == 2)
        #expect(read.findings.map(\.site.text) == ["export.csv:2", "export.csv:3"])
    }

    @Test func consentIsYesOnlyWhereItSaysSo() throws {
        let yaml = """
            learner: {id: Ref, name: Name}
            guardians: [{email: P1, consent: C1}, {email: P2, consent: C2}]
            values: {consent: {given: yes}}
            """
        let text = """
            Ref;Name;P1;C1;P2;C2
            1;A;a@home.example;Ja;b@home.example;
            2;B;a@home.example;perhaps;b@home.example;Given
            3;C;a@home.example;yes;a@home.example;nein
            """
        let read = try Self.read(text, yaml)
        #expect(Self.row(read, "1")?.guardians.map(\.consent) == ["yes", ""])
        #expect(Self.row(read, "2")?.guardians.map(\.consent) == [Fact.unreadable, "yes"])
        #expect(Self.row(read, "3")?.guardians.map(\.consent) == ["no"])
        #expect(read.findings.map(\.site.text) == ["export.csv:3:4"])
        // A delimiter that is lost may have moved a yes to somebody else.
        let short = try Self.read("Ref;Name;P1;C1;P2;C2\n1;A;a@home.example;b@home.example;yes\n", yaml)
        #expect(short.learners.flatMap(\.guardians).allSatisfy { $0.consent == Fact.unreadable })
    }

    @Test func yearsAreGradesOnlyWhereTheCountryIsKnown() throws {
        let text = "Ref,Name,Gr,Cl\n1,A,Year 4,4B\n2,B,Reception,R\n3,C,5th,5\n"
        let known = try Self.read(text, Self.plain, region: "GB")
        #expect(known.learners.map { $0.values[.grade] } == ["3", "0", "5"])
        let unknown = try Self.read(text, Self.plain)
        #expect(unknown.learners.map { $0.values[.grade] } == [nil, "0", "5"])
        #expect(unknown.findings.map(\.site.text) == ["export.csv:2:3"])
        let told = try Self.read(text, Self.plain + "values: {grade: {year 4: 3}}")
        #expect(told.learners.map { $0.values[.grade] } == ["3", "0", "5"])
    }

    @Test func theLastDayCounts() throws {
        let text = "Ref,Name,Bis\n1,A,15.09.2026\n2,B,14.09.2026\n3,C,01.02.2026\n"
        let yaml = "learner: {id: Ref, name: Name, until: Bis}\n"
        let told = try Self.read(text, "file: {dates: day-first}\n" + yaml)
        #expect(told.learners.map { $0.values[.enrolled] } == ["yes", "no", "no"])
        let unsure = try Self.read(text, yaml)
        #expect(unsure.learners.map { $0.values[.enrolled] } == ["yes", "no", "yes"])
        #expect(unsure.findings.map(\.site.text) == ["export.csv:4:3"])
    }

    @Test func aLanguageInWordsIsNotGuessed() throws {
        let yaml = "learner: {id: Ref, name: Name, language: L}\nvalues: {language: {Deutsch: de}}\n"
        let read = try Self.read("Ref,Name,L\n1,A,en-GB\n2,B,deutsch\n3,C,Wolof\n", yaml)
        #expect(read.learners.map { $0.values[.language] } == ["en", "de", nil])
        #expect(read.findings.count == 1)
    }

    @Test func otherEncodingsAndDelimitersAreFoundOut() throws {
        let text = "Ref|Name|Gr|Cl\r\n1|Zoë Łuk|4|4B\r\n"
        let wide: [UInt8] = [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        #expect(try Self.read("", Self.plain, bytes: wide).learners.first?.values[.name] == "Zoë Łuk")
        let marked = [0xEF, 0xBB, 0xBF] + Array(text.utf8)
        #expect(try Self.read("", Self.plain, bytes: marked).learners.count == 1)
        let narrow = Array("Ref,Name,Gr,Cl\n1,Zo".utf8) + [0xEB] + Array(",4,4B\n".utf8)
        #expect(try Self.read("", Self.plain, bytes: narrow).learners.first?.values[.name] == "Zoë")
    }

    @Test func aColumnThatTheExportLacksIsRefusedWithTheNearest() {
        #expect {
            try Self.read("Ref,Name,Grade,Cl\n", Self.plain.replacing("Gr,", with: "Grad,"))
        } throws: { error in
            "\(error)".contains("'Grad'") && "\(error)".contains("'Grade'")
        }
    }

    @Test func aSpoiltIDIsToldByName() throws {
        let read = try Self.read("Ref,Name,Gr,Cl\n1.23457E+11,A,4,4B\n1.23457E+11,B,4,4B\n7,C,4,4B\n", Self.plain)
        #expect(read.learners.map(\.id.rawValue) == ["7"] && read.rowsLeftOut == 2)
        #expect(read.findings.allSatisfy { $0.problem.contains("1.23457E+11") })
    }
}
