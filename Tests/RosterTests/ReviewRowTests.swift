import Content
import Testing

@testable import Roster

/// A table of lists as it comes back from a spreadsheet.
struct ReviewRowTests {
    private static let head = "class,learner,name,place,code,title,minutes,level,reason,verb"

    private static func read(
        _ text: String
    ) throws -> (rows: [ReviewRow], errors: [Finding], findings: [Finding]) {
        try ReviewRow.read(Array(text.utf8), file: "r.csv")
    }

    @Test func verbsAreReadWhateverTheSpreadsheetMadeOfTheTable() throws {
        let read = try Self.read(
            """
            \u{FEFF}sep=;
            \(Self.head.replacing(",", with: ";"));notes
            5A;'=ana;"Ana; R.";1;k7q2m;'+Title;2;4,0;x; SWAP ;mine
            5A;ben;Ben;1;K7Q2M;Title;2;;x;;
            5A;ben;Ben;2;R3T8W;Title;2;;x;veto-class;
            ;;;;;;;;;;
            """)
        #expect(read.errors.isEmpty)
        #expect(read.rows.map { $0.verb } == [.swap, nil, .vetoClass])
        #expect(read.rows[0].learner.rawValue == "=ana" && read.rows[0].code.rawValue == "K7Q2M")
        #expect(read.rows.map { $0.line } == [3, 4, 5])
    }

    @Test func aLineThatCannotBeReadIsAnError() throws {
        let read = try Self.read(
            """
            \(Self.head)
            5A,ana,Ana,1,K7Q2M,Title,2,,x,swop
            5A,ana,Ana,2
            5A,ben,"Ben,1,K7Q2M,Title,2,,x,veto
            5A,ben,Ben,1,K7Q2M,Title,2,,x,veto
            """)
        #expect(read.rows.count == 1)
        #expect(read.errors.count == 3)
        #expect(read.errors.contains { $0.place == "r.csv:2:10" && $0.problem.contains("'swap'") })
        #expect(read.errors.contains { $0.place.hasPrefix("r.csv:3:") })
        #expect(read.errors.contains { $0.place.hasPrefix("r.csv:4:") })
    }

    @Test func aTableWithoutVerbsIsNone() {
        #expect(throws: RosterError.self) { try Self.read("class,learner,code\n5A,ana,K7Q2M\n") }
        #expect(throws: RosterError.self) { try Self.read("class,learner,code,verbs\n5A,ana,K7Q2M,veto\n") }
    }
}
