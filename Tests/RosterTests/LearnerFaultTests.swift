import Content
import Roster
import Testing

/// One fixture a fault: the fault is told by line and column with what was expected, and costs no other row.
struct LearnerFaultTests {
    struct Fault: Sendable, CustomTestStringConvertible {
        var file: String
        var place: String
        var says: [String]
        var keeps: [String]
        var testDescription: String { file }
    }

    static let faults = [
        Fault(
            file: "level-lexile.csv", place: "learners.csv:3:5", says: ["'650L'", "Lexile", "not a school grade"],
            keeps: ["R-01", "R-02", "R-03"]),
        Fault(
            file: "level-comma.csv", place: "learners.csv:2:5", says: ["'6,5'", "a point"], keeps: ["R-01", "R-02"]),
        Fault(
            file: "level-range.csv", place: "learners.csv:2:5", says: ["'16.5'", "0 to 16"], keeps: ["R-01", "R-02"]),
        Fault(file: "grade-range.csv", place: "learners.csv:2:4", says: ["'14'", "K or 0"], keeps: ["R-01", "R-02"]),
        Fault(file: "dial-range.csv", place: "learners.csv:2:5", says: ["'5'", "0 to 4"], keeps: ["R-01", "R-02"]),
        Fault(
            file: "minutes-range.csv", place: "learners.csv:2:5", says: ["'601'", "1 to 600"], keeps: ["R-01", "R-02"]),
        Fault(
            file: "name-missing.csv", place: "learners.csv:2:2", says: ["Nothing", "'name'"], keeps: ["R-01", "R-02"]),
        Fault(
            file: "mail-bad.csv", place: "learners.csv:2:5", says: ["mail address", "blank"],
            keeps: ["R-01", "R-02", "R-03"]),
        Fault(
            file: "mail-bad.csv", place: "learners.csv:3:6", says: ["'home' has no dot"],
            keeps: ["R-01", "R-02", "R-03"]),
        Fault(
            file: "yes-no-bad.csv", place: "learners.csv:2:5", says: ["'perhaps'", "yes or no"],
            keeps: ["R-01", "R-02"]),
        Fault(
            file: "date-bad.csv", place: "learners.csv:2:5", says: ["'30/02/2026'", "YYYY-MM-DD"],
            keeps: ["R-01", "R-02"]),
        Fault(
            file: "language-bad.csv", place: "learners.csv:2:5", says: ["'Spanish'", "two or three"],
            keeps: ["R-01", "R-02"]),
        Fault(
            file: "control-character.csv", place: "learners.csv:2:2", says: ["control characters"],
            keeps: ["R-01", "R-02"]),
        Fault(
            file: "line-break-in-name.csv", place: "learners.csv:2:2", says: ["line breaks"], keeps: ["R-01", "R-02"]),
        Fault(
            file: "duplicate-id.csv", place: "learners.csv:4:1", says: ["'R-01'", "line 2"], keeps: ["R-01", "R-02"]),
        Fault(file: "cells-missing.csv", place: "learners.csv:2:3", says: ["3 cells", "expected 5"], keeps: ["R-02"]),
        Fault(file: "cells-too-many.csv", place: "learners.csv:2:5", says: ["5 cells", "expected 4"], keeps: ["R-02"]),
        Fault(file: "quote-not-closed.csv", place: "learners.csv:2:2", says: ["quote"], keeps: ["R-02", "R-03"]),
        Fault(
            file: "quote-not-closed-at-end.csv", place: "learners.csv:3:2", says: ["not closed"],
            keeps: ["R-01", "R-03"]),
        Fault(file: "quote-inside.csv", place: "learners.csv:2:2", says: ["inside a cell"], keeps: ["R-02"]),
        Fault(
            file: "unknown-column.csv", place: "learners.csv:1:5", says: ["'intrests'", "Did you mean 'interests'?"],
            keeps: ["R-01"]),
        Fault(
            file: "unknown-column.csv", place: "learners.csv:1:6", says: ["'shoe size'", "Known columns"],
            keeps: ["R-01"]),
        Fault(file: "bom-crlf.csv", place: "learners.csv:3:4", says: ["'fourteen'"], keeps: ["R-01", "R-02"]),
        Fault(file: "old-mac.csv", place: "learners.csv:3:4", says: ["'fourteen'"], keeps: ["R-01", "R-02"]),
        Fault(file: "semicolon.csv", place: "learners.csv:3:6", says: ["a point"], keeps: ["R-01", "R-02"]),
        Fault(file: "sep-line.csv", place: "learners.csv:4:4", says: ["'99'"], keeps: ["R-01", "R-02"]),
        Fault(
            file: "windows-1252.csv", place: "learners.csv:3:1", says: ["Windows-1252", "CSV UTF-8"],
            keeps: ["R-01", "R-02"]),
    ]

    @Test(arguments: faults) func faultIsToldAndCostsNoOtherRow(_ fault: Fault) throws {
        let file = try RosterFixture.learners(fault.file)
        #expect(file.rows.map(\.id.rawValue) == fault.keeps)
        let finding = try #require(file.findings.first { $0.place == fault.place }, "\(file.findings)")
        for words in fault.says { #expect(finding.description.contains(words), "\(finding)") }
    }

    @Test(arguments: ["good.csv", "only-header.csv", "header-case.csv", "tab.csv", "utf16.csv", "blank-rows.csv"])
    func soundFilesHaveNoFindings(_ name: String) throws {
        #expect(try RosterFixture.learners(name).findings.isEmpty)
    }

    @Test func aRowWithSeveralFaultsTellsAllOfThem() throws {
        let file = try RosterFixture.file("learner_id,name,class,grade,dial\nR-01,,7A,x,9\n")
        #expect(file.findings.map(\.place) == ["learners.csv:2:2", "learners.csv:2:4", "learners.csv:2:5"])
        #expect(file.refused.isEmpty)
        #expect(file.rows.first?.values == [.classes: "7A"])
    }

    @Test(arguments: [
        ("missing-column.csv", "learners.csv:1:1", "Is 'grad' meant to be 'grade'?"),
        ("column-twice.csv", "learners.csv:1:5", "'grade' stands twice"),
        ("empty.csv", "learners.csv", "learner_id,name,class,grade"),
    ])
    func unusableFilesAreRefused(_ name: String, _ place: String, _ words: String) throws {
        let bytes = try RosterFixture.bytes(name)
        let error = try #require(throws: RosterError.self) { try LearnerRow.read(bytes) }
        #expect(error.finding.place == place)
        #expect(error.description.contains(words), "\(error)")
    }

    @Test func longCellsAndBytesWithoutEndAreBounded() throws {
        let long = String(repeating: "x", count: 70_000)
        let rows = "R-01,\(long),7A,7\nR-02,\"\(long)\",7A,7\nR-03,Cid Muster,7A,7\n"
        let file = try RosterFixture.file("\(RosterFixture.header)\n\(rows)")
        #expect(file.rows.map(\.id.rawValue) == ["R-03"])
        #expect(file.findings.allSatisfy { $0.description.count < 300 })
        let wide = "R-01" + String(repeating: ",", count: 1_000_000)
        #expect(try RosterFixture.file("\(RosterFixture.header)\n\(wide)\n").rows.isEmpty)
    }
}
