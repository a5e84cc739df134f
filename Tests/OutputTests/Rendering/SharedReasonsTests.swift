import Content
import Foundation
import TestSupport
import Testing

@testable import Output

/// What more than a third of a list's articles share is said once.
@Suite struct SharedReasonsTests {
    @Test func whatHalfOfThemShareIsSaidOnceWithTheirNumbers() {
        let told = SharedReasons([["a"], ["b"], ["a", "c"], ["d"], ["a"], ["b"]])
        #expect(told.shared == [.init(clause: "a", lines: [0, 2, 4])])
        // The first keeps its reason, since it is looked at first.
        #expect(told.own == [["a"], ["b"], ["c"], ["d"], [], ["b"]])
    }

    @Test func aThirdIsNotTooMany() {
        let told = SharedReasons([["a"], ["a"], ["b"], ["c"], ["d"], ["e"]])
        #expect(told.shared.isEmpty && told.own.count == 6)
    }

    @Test func twoArticlesShareNothing() { #expect(SharedReasons([["a"], ["a"]]).shared.isEmpty) }

    @Test func afterwardsNoReasonStandsAtMoreThanAThird() {
        var random = SeededRandom(seed: 11)
        for _ in 0..<500 {
            let count = random.number(1...12)
            let clauses = (0..<count).map { _ in random.some(1, of: ["a", "b", "c", "d"]) }
            let told = SharedReasons(clauses)
            for clause in ["a", "b", "c", "d"] where count > 2 {
                let said = told.own.count { $0.contains(clause) }
                #expect(said <= max(1, count / 3), "\(clauses)")
                // Nothing is lost: it stands at its article or among what is said once.
                for line in 0..<count where clauses[line].contains(clause) {
                    let isShared = told.shared.contains { $0.clause == clause && $0.lines.contains(line) }
                    #expect(isShared || told.own[line].contains(clause))
                }
            }
        }
    }

    @Test func whatAllShareIsSaidOfAll() throws {
        let shipped = try Shipped()
        let lines = (1...3).map { Sample.line($0, "H4XQ\($0)", "T") }
        let fields = DocumentFields(Sample.document(lines: lines), words: shipped.words, reasons: shipped.reasons)
        #expect(fields.remarks == ["All of these: something new for you."])
    }

    @Test(arguments: [
        ("en", "Numbers 1, 2 and 3: something new for you."), ("es", "Números 1, 2 y 3: algo nuevo para ti."),
        ("ar", "الأرقام 1، 2 و3: شيء جديد لك."),
    ])
    func itIsSaidInEachLanguage(language: String, says: String) throws {
        let shipped = try Shipped()
        let lines = (1...4).map {
            Sample.line($0, "H4XQ\($0)", "T", reasons: [$0 < 4 ? .bestLeft : .pinned(by: "", assigned: false)])
        }
        let document = Sample.document(language: language, lines: lines)
        let fields = DocumentFields(document, words: shipped.words, reasons: shipped.reasons)
        #expect(fields.remarks == [says])
        #expect(fields.reason(at: 1).isEmpty && !fields.reason(at: 0).isEmpty && !fields.reason(at: 3).isEmpty)
        for text in try [
            shipped.mail.parts(of: document, envelope: Sample.envelope()).html,
            String(decoding: shipped.jsonLines.render([document]), as: UTF8.self),
            String(decoding: shipped.print.render([document], className: "5b", paper: .a4), as: UTF8.self),
        ] { #expect(text.contains(says)) }
    }
}
