import Configuration
import Content
import Foundation
import GRDB
@testable import Phrases
@testable import Pipeline
import ShippedScorers
@testable import Store
import Testing
@testable import UseCases

/// A district's roster from its files to what is listed.
struct RosterImportTests {
    private let generated: GeneratedSchool
    private let open: SchoolAndStore
    private static let now = RunTests.monday

    init() throws {
        generated = try GeneratedSchool(feeds: 1, items: 1, learners: 1, seed: 1_801)
        let (school, store) = try generated.open()
        open = SchoolAndStore(school, store)
    }

    /// OneRoster 1.1 with so many learners of one class, each with a guardian and a password that nobody needs.
    private func write(_ learners: Range<Int>, to folder: String, delta: [String] = []) throws {
        try FileManager.default.createDirectory(
            at: generated.root.appendingPathComponent(folder), withIntermediateDirectories: true)
        let mode = delta.isEmpty ? "bulk" : "delta"
        try generated.write(
            "propertyName,value\noneroster.version,1.1\nfile.users,\(mode)\nfile.orgs,\(mode)\nfile.classes,\(mode)\n"
                + "file.enrollments,\(mode)\nfile.academicSessions,absent\n", to: "\(folder)/manifest.csv")
        try generated.write(
            "sourcedId,status,dateLastModified,name,type\n" + (delta.isEmpty ? "o1,,,Hill Road School,school\n" : ""),
            to: "\(folder)/orgs.csv")
        try generated.write(
            "sourcedId,status,dateLastModified,title,classCode,classType,schoolSourcedId,termSourcedIds\n"
                + (delta.isEmpty ? "c1,,,Reading 5,R5,homeroom,o1,\n" : ""), to: "\(folder)/classes.csv")
        let header =
            "sourcedId,status,dateLastModified,enabledUser,orgSourcedIds,role,username,userIds,givenName,familyName,"
            + "middleName,identifier,email,sms,phone,agentSourcedIds,grades,password\n"
        var users = delta.joined(separator: "\n")
        if delta.isEmpty {
            users = "t1,,,true,o1,teacher,,,Ines,Rivera,,,rivera@school.example,,,,,Secret-t\n"
            for number in learners {
                users +=
                    "s\(number),,,true,o1,student,u\(number),,Sample,Learner \(number),Q,ID\(number),,,555-0\(number),g\(number),05,Secret-\(number)\n"
                    + "g\(number),,,true,o1,parent,,,Pat,Learner \(number),,,g\(number)@families.example,,,,,Secret-g\n"
            }
        }
        try generated.write(header + users + "\n", to: "\(folder)/users.csv")
        var rows = "sourcedId,status,dateLastModified,classSourcedId,schoolSourcedId,userSourcedId,role\n"
        if delta.isEmpty {
            rows += "e-t,,,c1,o1,t1,teacher\n" + learners.map { "e\($0),,,c1,o1,s\($0),student\n" }.joined()
        }
        try generated.write(rows, to: "\(folder)/enrollments.csv")
    }

    private func load(
        _ folder: String, map: String? = nil, confirmed: Bool = false, dryRun: Bool = false
    ) throws -> ImportRoster.Outcome {
        let path = { generated.root.appendingPathComponent($0).path }
        return try ImportRoster(open).run(
            .init(learners: path(folder), map: map.map { path($0) }, confirmed: confirmed, dryRun: dryRun), by: Actor(),
            now: Self.now)
    }

    private func learners() throws -> [String: Learner] {
        let outcome = try ListLearners(open).run(.init(), by: Actor(), now: Self.now)
        return Dictionary(outcome.learners.map { ($0.id.rawValue, $0) }, uniquingKeysWith: { $1 })
    }

    @Test func whatADistrictExportsIsListedAndNothingThatNobodyNeedsIsKept() throws {
        defer { generated.remove() }
        try write(1..<13, to: "district")
        let looked = try load("district", dryRun: true)
        #expect(looked.changes.new.count == 12)
        #expect(try learners().isEmpty)
        #expect(try load("district").status == 0)
        let first = try #require(try learners()["s1"])
        #expect(first.name == "Sample Learner 1" && first.grade == 5 && first.classes == ["Reading 5"])
        #expect(first.school == "Hill Road School" && first.guardianEmails == ["g1@families.example"])
        #expect(first.guardians.map(\.consent) == [nil])
        let classes = try ListClasses(open).run(.init(), by: Actor(), now: Self.now)
        let line = try #require(try classes.jsonLines().first { $0.contains("Reading 5") })
        #expect(line.contains(#""teachers":[{"address":"rivera@school.example","name":"Ines Rivera"}]"#))
        let dump = try open.store.database.read { db in
            try ["learnerFact", "rosterLink", "classVersion"].map { table in
                try Row.fetchAll(db, sql: "SELECT * FROM \(table)").map { "\($0)" }.joined()
            }.joined()
        }
        #expect(!dump.contains("Secret") && !dump.contains("555-0") && !dump.contains("ID1") && !dump.contains("u1"))
        // The same again changes nothing.
        let again = try load("district")
        #expect(again.appended == 0 && again.changes.unchanged == 12)
    }

    @Test func aSchoolOfWhichTooManyLeaveWaitsForAYes() throws {
        defer { generated.remove() }
        try write(1..<13, to: "district")
        _ = try load("district")
        try write(3..<13, to: "district")
        let held = try load("district")
        #expect(held.status == 1 && held.appended == 0)
        #expect(try learners().count == 12)
        #expect(
            held.lines[0].contains("Hill Road School: of 12 learners 2 would leave") && held.lines[0].contains("--yes"))
        #expect(try load("district", confirmed: true).changes.missing.count == 2)
        #expect(try learners().count == 10)
    }

    @Test func aDeltaTellsWhoLeavesAndWhoIsNotMentionedStays() throws {
        defer { generated.remove() }
        try write(1..<13, to: "district")
        _ = try load("district")
        try write(
            0..<0, to: "later",
            delta: ["s4,tobedeleted,2026-09-02,true,o1,student,,,Sample,Learner 4,,,,,,g4,05,"])
        #expect(try load("later").status == 0)
        let now = try learners()
        #expect(now.count == 11 && now["s4"] == nil && now["s5"]?.classes == ["Reading 5"])
    }

    @Test func aMapIsGuessedAndReadsWhatItShows() throws {
        defer { generated.remove() }
        try generated.write(
            "Student_Number,LastFirst,Grade_Level,Home_Room,GuardianEmail\n"
                + (1...4).map { "7\($0),\"Sample, Learner\($0)\",5,5A,m\($0)@families.example\n" }.joined(),
            to: "export.csv")
        let path = generated.root.appendingPathComponent("export.csv").path
        #expect(throws: RosterRefusal.needsMap(Verbatim(path))) { try load("export.csv") }
        let guess = try GuessRosterMap(open.school).run(.init(export: path), by: Actor(), now: Self.now)
        #expect(guess.learners.map(\.name) == ["Learner1 Sample", "Learner2 Sample", "Learner3 Sample"])
        #expect(guess.lines.last?.contains("--map") == true)
        _ = try load("export.csv", map: "Config/roster-map.yaml")
        #expect(try learners()["74"]?.guardianEmails == ["m4@families.example"])
        // What a person has looked through is not written over.
        #expect(throws: RosterRefusal.self) {
            try GuessRosterMap(open.school).run(.init(export: path), by: Actor(), now: Self.now)
        }
    }

    @Test func aTrialInAFolderWithoutAStoreMakesNone() throws {
        defer { generated.remove() }
        let path = open.school.folder.store
        let other = try GeneratedSchool(feeds: 1, items: 1, learners: 1, seed: 1_802)
        defer { other.remove() }
        let school = try School(folder: WorkingFolder(root: other.root.path), scorerTypes: Shipped.scorers)
        _ = try school.storeForTrial()
        #expect(!FileManager.default.fileExists(atPath: school.folder.store))
        #expect(FileManager.default.fileExists(atPath: path))
        _ = try open.school.storeForTrial()
    }
}

extension RosterImportTests {
    /// Who waits for a yes is not forgotten, and what waits does not come in by the way.
    @Test func whatIsHeldStaysAsItWasForTheChangesThatCome() throws {
        defer { generated.remove() }
        try write(1..<13, to: "district")
        _ = try load("district")
        let two = ["s4", "s5"].map { "\($0),tobedeleted,2026-09-02,true,o1,student,,,Sample,Learner,,,,,,,05," }
        try write(0..<0, to: "later", delta: two)
        #expect(try load("later").status == 1)
        #expect(try learners().count == 12)
        // A bulk that is held leaves the links of before for the next changes.
        try write(4..<13, to: "short")
        #expect(try load("short").status == 1)
        try write(
            0..<0, to: "grade", delta: ["s2,active,2026-09-03,true,o1,student,,,Sample,Learner 2,,,,,,g2,06,"])
        #expect(try load("grade").status == 0)
        let moved = try #require(try learners()["s2"])
        #expect(moved.grade == 6 && moved.classes == ["Reading 5"] && moved.guardianEmails == ["g2@families.example"])
        #expect(try load("later", confirmed: true).status == 0)
        #expect(try learners().count == 10)
        // Who comes back finds the guardian who was never deleted.
        try write(
            0..<0, to: "back", delta: ["s4,active,2026-09-04,true,o1,student,,,Sample,Learner 4,,,,,,g4,05,"])
        _ = try load("back")
        #expect(try learners()["s4"]?.guardianEmails == ["g4@families.example"])
    }
}
