import Content
import Roster
import Testing

/// What a source is.
@Suite struct RosterSourceTests {
    private func file(_ path: String, _ text: String = "a,b\n1,2\n") -> RosterSourceFile {
        RosterSourceFile(path: path, bytes: Array(text.utf8))
    }

    @Test func usersInAnyCaseAndFolderAreOneRoster() {
        let source = RosterSource([
            file("out/Users.CSV"), file("out/orgs.csv"), file("out/courses.csv", ""), file("other/orgs.csv"),
            file("__MACOSX/out/._Users.CSV"), file(".DS_Store"), file("out/readme.txt"),
        ])
        #expect(source.kind == .oneRoster)
        #expect(source.files.map(\.path) == ["out/Users.CSV", "out/orgs.csv", "out/courses.csv"])
    }

    @Test func aSourceWithoutUsersIsKnownByItsOtherTables() {
        #expect(RosterSource([file("manifest.csv"), file("classes.csv")]).kind == .oneRoster)
        #expect(RosterSource([file("classes.csv")]).kind == .export)
    }

    @Test func ourOwnColumnsNeedNoMap() {
        #expect(RosterSource([file("x.csv", "Name;class;Learner_ID;grade\n")]).kind == .own)
        #expect(RosterSource([file("student.export.text", "id\tname\n")]).kind == .export)
        #expect(RosterSource([file("a.csv"), file("b.csv")]).kind == .several)
        #expect(RosterSource([file("a.csv"), file("b.pdf")]).kind == .export)
        #expect(RosterSource([]).kind == .nothing)
    }

    @Test func passwordsAndDatesOfBirthAreNotRead() {
        #expect(RosterSource.need(of: "d/Demographics.csv") == .named)
        #expect(RosterSource.need(of: "userProfiles.csv") == .named)
        #expect(RosterSource.need(of: "d/users.csv") == .read)
        #expect(RosterSource.need(of: "d/.users.csv") == .none && RosterSource.need(of: "d/logo.png") == .none)
    }
}
