import Content
import Roster
import Testing

/// What a district's tables come to.
@Suite struct OneRosterTests {
    @Test(arguments: ["1.1", "1.2"]) func learnersHaveTheirSchoolGradeClassesAndGuardians(version: String) throws {
        let read = try OneRosterFixture(version).read()
        #expect(read.said.isEmpty)
        #expect(read.snapshot.isWhole)
        #expect(read.snapshot.learners.map(\.id.rawValue) == ["l1", "l2", "l3"])
        let cara = try #require(read.row("l1"))
        #expect(cara.values[.name] == (version == "1.1" ? "Cara Fenn" : "Caro Fenn"))
        #expect(cara.values[.grade] == "7")
        #expect(cara.values[.school] == "Hill School")
        #expect(cara.values[.classes] == "7A;Maths (M-1)")
        #expect(cara.values[.homeroom] == "7A")
        #expect(cara.values[.email] == "cara@pupils.example")
        #expect(cara.guardians.map(\.address) == ["fay@home.example"])
        #expect(cara.values[.enrolled] == "yes")
        #expect(cara.values[.guardianConsent] == nil && cara.guardians.allSatisfy { $0.consent == nil })
    }

    @Test func anEnrolmentCountsFromItsFirstDayToItsLast() throws {
        let district = OneRosterFixture()
        #expect(try district.read().row("l2")?.values[.classes] == "Maths (M-2)")
        let next = try district.read(today: CalendarDate(year: 2026, month: 9, day: 16))
        #expect(next.row("l2")?.values[.classes] == "7A")
        let spring = try district.read(today: CalendarDate(year: 2027, month: 1, day: 25))
        #expect(spring.row("l1")?.values[.classes] == "7A;Art;Maths (M-1)")
    }

    @Test func aTeacherWhoIsNamedAsAgentIsNoGuardian() throws {
        let read = try OneRosterFixture().read()
        #expect(read.row("l3")?.guardians.map(\.address) == ["fay@home.example"])
        #expect(read.row("l2")?.guardians.map(\.address) == ["gus@home.example"])
        #expect(read.row("l2")?.values[.grade] == "9")
    }

    @Test func whoTeachesAClassHasIts() throws {
        let classes = try OneRosterFixture().read().snapshot.classes
        #expect(classes.map(\.name) == ["7A", "Maths (M-1)", "Maths (M-2)"])
        #expect(classes.map { $0.teachers.map(\.address) } == [["ada@staff.example"], ["bo@staff.example"], []])
    }

    @Test func aTitleThatSeveralClassesHaveIsToldApartByCodeElseByID() throws {
        var district = OneRosterFixture()
        district.change("classes.csv", "c3,,Maths,M-2", to: "c3,,Maths,")
        #expect(try district.read().row("l2")?.values[.classes] == "Maths (c3)")
    }

    @Test func theSchoolIsThatOfThePrimaryRole() throws {
        var district = OneRosterFixture("1.2")
        district.tables["roles.csv"]?.insert("r-l1-b,,l1,secondary,student,,,S2", at: 1)
        district.add("roles.csv", "r-l1-c,,l1,secondary,student,2027-01-01,,S2")
        #expect(try district.read().row("l1")?.values[.school] == "Hill School")
    }

    @Test func aRoleThatHasEndedMakesNoLearner() throws {
        var district = OneRosterFixture("1.2")
        district.change("roles.csv", "l3,primary,student,,", to: "l3,primary,student,,2026-09-14")
        #expect(try district.read().row("l3") == nil)
    }

    @Test func aDisabledUserIsNotThere() throws {
        var district = OneRosterFixture()
        district.change("users.csv", "l3,true", to: "l3,FALSE")
        #expect(try district.read().row("l3")?.values[.enrolled] == "no")
    }

    @Test func aMapNamesTheColumnsOfLanguages() throws {
        var district = OneRosterFixture()
        district.tables["users.csv"] = district.tables["users.csv"]?.enumerated().map { number, row in
            row + [",Home Tongue", ",", ",", ",es-MX", ",", ",", ",uk", ",Welsh"][number]
        }
        #expect(try district.read().row("l1")?.values[.language] == nil)
        let yaml = "format: oneroster\nlearner: {language: home tongue}\nguardian: {language: home tongue}\n"
        let map = try RosterMap(yaml: Array(yaml.utf8), file: "map.yaml")
        let read = try district.read(map: map)
        #expect(read.row("l1")?.values[.language] == "es")
        #expect(read.row("l1")?.guardians.map(\.language) == ["uk"])
        #expect(read.row("l2")?.guardians.map(\.language) == [nil])
        #expect(read.said.contains { $0.contains("users.csv:8") && $0.contains("Welsh") })
    }
}
