import Content
import Roster
import Testing

/// What is kept for a later import of changes alone, and what such an import does.
@Suite struct OneRosterDeltaTests {
    private static let users =
        "sourcedId,status,enabledUser,orgSourcedIds,role,givenName,familyName,email,agentSourcedIds,grades,password"

    @Test func whoIsToBeDeletedLeavesAndWhoIsNotMentionedStays() throws {
        let before = try OneRosterFixture().read()
        let delta = OneRosterFixture.delta([
            "users.csv": [Self.users, "l3,ToBeDeleted,true,S2,student,Eli,Hart,,,KG,pw"]
        ])
        let read = try delta.read(earlier: before.links)
        #expect(!read.snapshot.isWhole)
        #expect(read.row("l3")?.values == [.enrolled: "no"])
        #expect(read.row("l1")?.values == before.row("l1")?.values)
        #expect(!read.links.contains { $0.table == "users" && $0.id == "l3" })
    }

    @Test func anEnrolmentIsAddedAndAnotherTakenAway() throws {
        let before = try OneRosterFixture().read()
        let delta = OneRosterFixture.delta([
            "enrollments.csv": [
                "sourcedId,status,classSourcedId,userSourcedId,role,beginDate,endDate", "e3,tobedeleted,,,,,",
                "e9,active,c3,l1,student,,",
            ]
        ])
        let read = try delta.read(earlier: before.links)
        #expect(read.row("l1")?.values[.classes] == "7A;Maths (M-2)")
        #expect(read.said.isEmpty)
        // The links that come of it are those of a whole import that says the same.
        var whole = OneRosterFixture()
        whole.tables["enrollments.csv"]?.removeAll { $0.hasPrefix("e3,") }
        whole.add("enrollments.csv", "e9,,c3,l1,student,,")
        #expect(try read.links == whole.read().links)
    }

    @Test func aNewGuardianOfAChildThatIsNotMentionedIsTheirs() throws {
        let before = try OneRosterFixture().read()
        let delta = OneRosterFixture.delta([
            "users.csv": [Self.users, "g9,active,true,S1,guardian,Hal,Fenn,hal@home.example,l1,,pw"]
        ])
        let read = try delta.read(earlier: before.links)
        #expect(read.row("l1")?.guardians.map(\.address) == ["fay@home.example", "hal@home.example"])
    }

    @Test func aRoleIsTakenAway() throws {
        let before = try OneRosterFixture("1.2").read()
        let delta = OneRosterFixture.delta(
            ["roles.csv": ["sourcedId,status,userSourcedId,role,orgSourcedId", "r-l3,tobedeleted,l3,student,S2"]], "1.2"
        )
        let read = try delta.read(earlier: before.links)
        #expect(read.row("l1") != nil)
        #expect(read.row("l3") == nil || read.row("l3")?.values[.enrolled] == "no")
    }

    @Test(arguments: ["1.1", "1.2"]) func theSameAgainKeepsTheSame(version: String) throws {
        let first = try OneRosterFixture(version).read()
        let again = try OneRosterFixture(version).read(earlier: first.links)
        #expect(again.links == first.links)
        #expect(again.snapshot == first.snapshot)
    }

    @Test(arguments: ["1.1", "1.2"]) func whatNoListNeedsIsNotKept(version: String) throws {
        var district = OneRosterFixture(version)
        district.tables["demographics.csv"] = ["sourcedId,birthDate", "l1,2014-05-05"]
        let row =
            version == "1.1"
            ? "a1,true,S1,administrator,Ida,Nobody,ida@staff.example,,,pw-a1,+1-555-9"
            : "a1,,true,Ida,Nobody,,Mid,ida@staff.example,,,pw-a1"
        district.add("users.csv", row)
        let read = try district.read()
        let kept = read.links.map { $0.id + $0.text }.joined(separator: "\n") + "\(read.snapshot)"
        for word in ["pw-", "+1-555", "Mid", "2014", "Nobody", "ida@"] { #expect(!kept.contains(word), "\(word)") }
        #expect(read.links.contains { $0.table == "users" && $0.id == "g2" })
    }
}
