import Configuration
import Content
import Foundation
import GRDB
import Phrases
import Pipeline
import Store
import Testing
import UseCases

/// Names of learners and classes as names of files.
@Suite struct OutboxNameTests {
    /// 48 letters, of two bytes each.
    private static let long = String(repeating: "مدرسةالنور", count: 5).prefix(48)
    private static let edition = "manual@2026-09-07"

    private static func school(_ rows: [(id: String, group: String)], seed: UInt64) throws -> GeneratedSchool {
        let school = try GeneratedSchool(feeds: 3, learners: 1, seed: seed)
        let lines = rows.enumerated().map { number, row in
            "\(row.id),Learner \(number),\(row.group),9,a\(number)@learners.example,volcanoes,yes,no"
        }
        try school.write(
            "learner_id,name,class,grade,email,interests,consent,under13\n" + lines.joined(separator: "\n") + "\n",
            to: "Config/learners.csv")
        try school.write(
            "class,teacher,teacher_email\n"
                + Set(rows.map { $0.group }).sorted().map { "\($0),T,t@school.example" }.joined(separator: "\n") + "\n",
            to: "Config/classes.csv")
        let path = school.root.appendingPathComponent("Config/gleaner.yaml")
        let text = try String(contentsOf: path, encoding: .utf8)
            .replacing("mail: {", with: "mail: {bundles: true, ")
        try school.write(text + "\nforms: [print, json, text, epub, csv, atom, bundle]\n", to: "Config/gleaner.yaml")
        return school
    }

    @Test func everybodyHasAFileOfTheirOwnOnEveryDisk() throws {
        let school = try Self.school(
            [
                ("ana", "5A"), ("Ana", "5a"), ("ANA", "5A-2"), (String(Self.long), String(Self.long)), ("é", "É"),
                ("e", "É"), ("b/../c", "../x"),
            ], seed: 631)
        defer { school.remove() }
        let (opened, store) = try school.open()
        let report = try RunTests.run(opened, store)
        #expect(!report.findings.contains { $0.problem.contains("could not write") }, "\(report.findings)")
        #expect(report.summary.rank?.made == 7)
        let names = school.files(below: "Outbox/\(Self.edition)").keys.sorted()
        #expect(Set(names.map { $0.lowercased() }).count == names.count)
        #expect(names.allSatisfy { $0.split(separator: "/").allSatisfy { $0.utf8.count <= 150 } })
        for name in ["print/5A.html", "print/5A-2.html", "mail/ana-learner.eml", "text/ana.txt"] {
            #expect(names.contains(name), "\(name) is as it was")
        }
        for (folder, count) in [("mail/", 7 + 6), ("print/", 6), ("text/", 7), ("epub/", 7), ("bundle/", 6)] {
            #expect(names.filter { $0.hasPrefix(folder) }.count == count, "\(folder) \(names)")
        }
        let previews = try ["ana", "Ana", String(Self.long)].map {
            try PreviewList(SchoolAndStore(opened, store)).run(.init(of: $0), by: Actor(), now: RunTests.monday).index
                .text
        }
        #expect(Set(previews.map { $0.lowercased() }).count == 3)
        let second = try RunTests.run(opened, store, importing: false)
        #expect(second.summary.deliver?.mails == 0 && second.summary.deliver?.written == 0)
        // Another outbox with the same learners has the same names.
        try FileManager.default.removeItem(atPath: opened.folder.data)
        try FileManager.default.removeItem(atPath: opened.folder.outbox)
        let (again, anew) = try school.open()
        try RunTests.run(again, anew)
        #expect(school.files(below: "Outbox/\(Self.edition)").keys.sorted() == names)
    }

    @Test func aClassThatComesLaterChangesNoNameThatIsThere() throws {
        let school = try Self.school([("ana", "5a")], seed: 632)
        defer { school.remove() }
        let (opened, store) = try school.open()
        try RunTests.run(opened, store)
        #expect(school.files(below: "Outbox/\(Self.edition)/print").keys.sorted() == ["5a.html"])
        let file = school.root.appendingPathComponent("Config/learners.csv")
        let text = try String(contentsOf: file, encoding: .utf8)
        try school.write(text + "ben,Ben,5A,9,b@learners.example,chess,yes,no\n", to: "Config/learners.csv")
        try school.write(
            "class,teacher,teacher_email\n5a,T,t@school.example\n5A,T,t@school.example\n", to: "Config/classes.csv")
        try RunTests.run(opened, store)
        let names = school.files(below: "Outbox/\(Self.edition)").keys.sorted()
        let pages = names.filter { $0.hasPrefix("print/") }
        #expect(pages.count == 2 && pages.contains("print/5a.html") && pages.contains { $0.hasPrefix("print/5A~") })
        #expect(names.filter { $0.hasPrefix("mail/teacher/") }.count == 2, "\(names)")
    }

    @Test func anEditionThatIsUnderWayDuringAnUpdateKeepsItsNames() throws {
        let school = try Self.school([("Ana", "5A"), (String(Self.long), "5A")], seed: 633)
        defer { school.remove() }
        let (opened, store) = try school.open()
        try RunTests.run(opened, store)
        let outbox = school.root.path + "/Outbox/\(Self.edition)"
        // As the version before made it: "Ana" without a digest, the other in hexadecimal and never written.
        let new = try store.outbox.names(of: try #require(Edition(Self.edition)))
        let encoded = Self.long.utf8.map { "%" + String($0, radix: 16, uppercase: true) }.joined()
        let queue = try DatabaseQueue(path: opened.folder.store)
        for name in new where name.contains("~") {
            let file = name.contains("/Ana~") ? "Ana" : encoded
            let (start, rest) = (name.prefix { $0 != "~" }, name.drop { $0 != "~" }.dropFirst(17))
            let old = start.prefix(through: start.lastIndex(of: "/") ?? start.startIndex) + file + rest
            try queue.writeWithoutTransaction { db in
                try db.execute(sql: "PRAGMA foreign_keys = OFF")
                try db.execute(
                    sql: "UPDATE outbox SET name = ?, state = ? WHERE name = ?",
                    arguments: [String(old), file == "Ana" ? "written" : "rendered", name])
                try db.execute(sql: "UPDATE outboxLearner SET name = ? WHERE name = ?", arguments: [String(old), name])
            }
            let path = school.root.path + "/Outbox/"
            if file == "Ana" {
                try FileManager.default.moveItem(atPath: path + name, toPath: path + old)
            } else {
                try FileManager.default.removeItem(atPath: path + name)
            }
        }
        let before = school.files(below: "Outbox/\(Self.edition)")
        #expect(before.keys.contains("mail/Ana-learner.eml"))
        // Something has changed, so that the edition is looked at again.
        try school.write("class,teacher\n5A,Another\n", to: "Config/classes.csv")
        let report = try RunTests.run(opened, store)
        #expect(report.summary.deliver?.mails == 1, "the one that could never be written")
        let after = school.files(below: "Outbox/\(Self.edition)")
        #expect(!after.keys.contains { $0.contains("Ana~") }, "\(after.keys.sorted())")
        #expect(after["mail/Ana-learner.eml"] == before["mail/Ana-learner.eml"])
        #expect(after.keys.filter { $0.hasPrefix("mail/") && !$0.contains("teacher") }.count == 2)
        #expect(try RunTests.run(opened, store, importing: false).summary.deliver?.written == 0)
        _ = outbox
    }
}
