import Content
import Roster
import Testing

/// What is refused whole, what costs a row, what costs a cell, and what is accepted.
@Suite struct OneRosterFaultTests {
    /// What a district is refused with.
    private func refusal(_ change: (inout OneRosterFixture) -> Void, version: String = "1.1") -> String {
        var district = OneRosterFixture(version)
        change(&district)
        do {
            _ = try district.read()
            return "nothing"
        } catch {
            return "\(error)"
        }
    }

    @Test func whatIsPromisedAndNotThereIsRefused() {
        let users = refusal { $0.remove("users.csv") }
        #expect(users.contains("users.csv: The manifest names users.csv"))
        #expect(refusal { $0.add("manifest.csv", "file.demographics,bulk") }.contains("demographics.csv"))
        let roles = refusal(
            { district in
                district.change("manifest.csv", "roles,bulk", to: "roles,absent")
                district.remove("roles.csv")
            }, version: "1.2")
        #expect(roles.contains("roles.csv"))
    }

    @Test func aNeededColumnThatIsNotThereIsNamed() {
        let said = refusal { $0.change("users.csv", "sourcedId,enabledUser", to: "User Key,enabledUser") }
        #expect(said.contains("users.csv:1") && said.contains("'sourcedId'"))
        #expect(refusal { $0.change("orgs.csv", "status,name", to: "status,label") }.contains("'name'"))
        #expect(
            refusal({ $0.change("roles.csv", "role,begin", to: "part,begin") }, version: "1.2").contains("roles.csv"))
    }

    @Test func anotherVersionAndAWebPageAreRefused() {
        #expect(refusal { $0.change("manifest.csv", "version,1.1", to: "version,2.0") }.contains("OneRoster 2.0"))
        let page = refusal { $0.tables["classes.csv"] = ["<!DOCTYPE html>", "<html><body>Sign in</body></html>"] }
        #expect(page.contains("classes.csv: The file is a web page"))
    }

    @Test func aRowThatNobodyCanReadCostsItself() throws {
        var district = OneRosterFixture()
        district.change("users.csv", "Dov,Gale", to: "Dov,\"Gale")
        district.add("users.csv", "l4,true,S2,student,Ivo Hart,,,KG,pw-l4,+1-555-9")
        district.add("enrollments.csv", "e8,,c1,l9,student,,")
        district.add("enrollments.csv", "e9,,c1,l1,student,,,surplus")
        let read = try district.read()
        #expect(read.snapshot.learners.map(\.id.rawValue) == ["l1", "l3"])
        #expect(read.snapshot.untouched == [LearnerID(rawValue: "l2"), LearnerID(rawValue: "l4")])
        #expect(read.snapshot.rowsLeftOut == 2)
        #expect(read.said.contains { $0.contains("users.csv:5") })
        #expect(read.said.contains { $0.contains("enrollments.csv:9") && $0.contains("l9") })
        #expect(read.said.contains { $0.contains("enrollments.csv:10") && $0.contains("8 cells") })
    }

    @Test func anIDOfTwoPersonsCostsBothRows() throws {
        let before = try OneRosterFixture().read()
        var district = OneRosterFixture()
        district.change("users.csv", "l3,true,S2,student,Eli,Hart", to: "l1,true,S2,student,Eli,Hart")
        let read = try district.read(earlier: before.links)
        #expect(read.snapshot.untouched == [LearnerID(rawValue: "l1")])
        #expect(read.row("l1") == nil)
        #expect(read.snapshot.rowsLeftOut == 2)
        #expect(read.said.contains { $0.contains("users.csv:4") } && read.said.contains { $0.contains("users.csv:6") })
        // What is kept of them is what was known.
        #expect(read.links.filter { $0.id == "l1" } == before.links.filter { $0.id == "l1" })
    }

    @Test func anIDThatASpreadsheetSpoiltIsToldByName() throws {
        var district = OneRosterFixture()
        district.change("users.csv", "l3,true", to: "1.23457E+11,true")
        let read = try district.read()
        #expect(read.row("1.23457E+11") == nil)
        #expect(read.said.contains { $0.contains("users.csv:6:1") && $0.contains("spreadsheet") })
    }

    @Test func aCellThatCannotBeReadCostsTheCell() throws {
        var district = OneRosterFixture()
        district.change("users.csv", ",07,", to: ",14th,")
        district.change("users.csv", "fay@home.example", to: "fay at home")
        district.change("enrollments.csv", "e3,,c2,l1,student,,", to: "e3,,c2,l1,student,1/05/2023,")
        let read = try district.read()
        let cara = try #require(read.row("l1"))
        #expect(cara.values[.grade] == nil && cara.unread == [.grade])
        #expect(cara.values[.guardianEmail] == "")
        #expect(cara.values[.classes] == "7A;Maths (M-1)")
        #expect(read.said.count == 3)
        #expect(read.said.contains { $0.contains("users.csv:4") && $0.contains("14th") })
        #expect(read.said.contains { $0.contains("users.csv:7") })
        #expect(read.said.contains { $0.contains("enrollments.csv:4") && $0.contains("1/05/2023") })
        #expect(read.snapshot.rowsLeftOut == 0)
    }

    @Test func otherCaseOtherOrderAndOtherNamesAreAccepted() throws {
        var district = OneRosterFixture("1.2")
        district.change("users.csv", "preferredGivenName", to: "prefferedGivenName")
        district.change("roles.csv", "student", to: "Student")
        district.change("classes.csv", "homeroom", to: "HomeRoom")
        district.tables["Users.CSV"] = district.tables.removeValue(forKey: "users.csv")
        district.change("classes.csv", "c1,,7A", to: "c1,,\"7A\n(morning, early)\"")
        let read = try district.read()
        #expect(read.row("l1")?.values[.name] == "Caro Fenn")
        #expect(read.row("l1")?.values[.homeroom] == "7A (morning, early)")
        #expect(read.said.count == 1 && read.said[0].contains("prefferedGivenName"))
        #expect(read.snapshot.findings.allSatisfy { $0.severity == .note })
    }

    @Test(arguments: ["1.1", "1.2"]) func withoutAManifestTheColumnsTell(version: String) throws {
        var district = OneRosterFixture(version)
        district.tables["manifest.csv"] = nil
        let read = try district.read()
        #expect(read.snapshot.learners.count == 3 && read.snapshot.isWhole)
        #expect(read.said.count == 1 && read.said[0].contains("manifest.csv"))
    }

    @Test func aLongIDAndOneWithASemicolonStayAsTheyAre() throws {
        var district = OneRosterFixture()
        let long = String(repeating: "9f", count: 60)
        district.change("users.csv", "l1,true", to: "\(long),true")
        district.change("users.csv", "l3,true", to: "a;b,true")
        let read = try district.read()
        #expect(Set(read.snapshot.learners.map(\.id.rawValue)) == [long, "a;b", "l2"])
    }
}
