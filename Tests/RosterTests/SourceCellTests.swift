import Content
import Testing

@testable import Roster

/// Cells as programs of many countries write them.
@Suite struct SourceCellTests {
    @Test(arguments: [
        ("05", 5), ("5.", 5), ("5th", 5), ("KG", 0), ("-1", 0), ("Reception", 0), ("Pre-K", 0), ("Grade 5", 5),
        ("5º", 5),
        ("3º de E.P.", 3), ("1º de E.S.O.", 7), ("2º de Bachillerato", 12), ("Infantil 5 años", 0), ("Klasse 7", 7),
        ("7. Klasse", 7), ("CM2", 5), ("3ª primaria", 3), ("Fifth Grade", 5), ("Freshman", 9), ("groep 5", 3),
    ]) func gradesThatAreTheSameEverywhere(text: String, grade: Int) {
        #expect(SchoolGrade().read(text) == .grade(grade))
    }

    @Test func gradesByCountry() {
        #expect(SchoolGrade(region: "gb").read("Year 7") == .grade(6))
        #expect(SchoolGrade(region: "AU").read("Year 7") == .grade(7))
        #expect(SchoolGrade().read("Year 7") == .unsure)
        #expect(SchoolGrade(region: "FR").read("6ème") == .grade(6))
        #expect(SchoolGrade(region: "FR").read("4e") == .grade(8))
        #expect(SchoolGrade().read("4e") == .unsure)
        #expect(SchoolGrade(region: "AT").read("1. Klasse") == .unsure)
    }

    @Test(arguments: ["14th", "99", "seven", "Pw!123", "", "7/8", "1e9"]) func whatIsNoGrade(text: String) {
        #expect(SchoolGrade().read(text) == .none)
    }

    @Test func theLowestOfSeveralCounts() {
        #expect(SchoolGrade().lowest("09,11").outcome == .grade(9))
        #expect(SchoolGrade().lowest("UG,10").outcome == .grade(10))
        #expect(SchoolGrade().lowest("Other").outcome == .ungraded)
        #expect(SchoolGrade().lowest("14th").unread == ["14th"])
    }

    @Test func daysThatAreOneDay() {
        let day = CalendarDate(year: 2026, month: 7, day: 17)
        for text in [
            "2026-07-17", "2026/7/17", "20260717", "17/07/2026", "7/17/2026", "17.7.2026", "17 Jul 2026",
            "July 17, 2026", "2026-07-17T00:00:00.000Z",
        ] {
            #expect(DayReading().read(text) == .day(day), "\(text)")
        }
        #expect(DayReading().read("1/05/2023") == .twoDays)
        #expect(DayReading().read("05.05.2023") == .day(CalendarDate(year: 2023, month: 5, day: 5)))
        #expect(DayReading(order: .dayFirst).read("1/05/23") == .day(CalendarDate(year: 2023, month: 5, day: 1)))
        for text in ["31/02/2026", "soon", "2026-13-01", "1/2", "17/07/26"] {
            #expect(DayReading().read(text) == .none)
        }
    }

    @Test func idsThatASpreadsheetSpoils() {
        for text in ["1.23457E+11", "1,23457E+11", "9E+05", "1.2e+10"] { #expect(SourceID.isSpoilt(text), "\(text)") }
        for text in ["1E5", "E+11", "1.E+11", "12E+11", "1.23457", "x.1E+11"] {
            #expect(!SourceID.isSpoilt(text), "\(text)")
        }
    }

    @Test func addressesOfOneCell() {
        #expect(MailCell.read("a@x.example; b@x.example").addresses == ["a@x.example", "b@x.example"])
        #expect(MailCell.read("a@x.example b@x.example,A@x.example").addresses == ["a@x.example", "b@x.example"])
        #expect(MailCell.read("Fay Fenn <fay@x.example>").addresses == ["fay@x.example"])
        #expect(MailCell.read("mother at x.example").hasOther)
        #expect(MailCell.read("a@x.example|b@x.example", separator: "|").addresses.count == 2)
        let half = MailCell.read("a@x.example; none")
        #expect(half.addresses == ["a@x.example"] && half.hasOther)
    }

    @Test func aQuotedCellMayGoOverLinesIfItsRowComesOutRight() throws {
        let text = "id,title,code\n1,\"A, b\nc\",x\n2,\"open,y\n3,t,z\n"
        var table = try SourceTable(RosterSourceFile(path: "t.csv", bytes: Array(text.utf8)))
        var rows: [[String]] = []
        var broken: [Int] = []
        while let entry = try table.next() {
            switch entry {
            case .row(let row): rows.append([row[0], row[1], row[2], row[9]])
            case .broken(let row): broken.append(row.line)
            }
        }
        #expect(rows == [["1", "A, b c", "x", ""], ["3", "t", "z", ""]])
        #expect(broken == [4])
    }
}
