@testable import Safeguarding
import Testing

@Suite struct ListLineTests {
    /// However lines end, they are the same, with the same numbers.
    @Test(arguments: ["\n", "\r\n", "\r", "\u{0B}", "\u{85}", "\u{2028}"]) func linesOfAnyEnd(end: String) {
        let texts = ["[es]", "", "año/niña", "él"]
        let lines = ListLine.lines(of: texts.joined(separator: end) + end)
        #expect(lines.map { String($0.line) } == ["[es]", "año/niña", "él"])
        #expect(lines.map(\.number) == [1, 3, 4])
    }

    @Test func commentsAndMarksAreLeftOut() {
        #expect(ListLine.content(" stab wounds  # of a knife") == "stab wounds")
        #expect(ListLine.content("\u{FEFF}[en]\u{A0}") == "[en]")
        #expect(ListLine.content("\u{A0}# all of it").isEmpty)
    }

    @Test func partsBetweenMarks() {
        #expect("a,,á b,".parts(at: ",") == ["a", "á b"])
        #expect("".parts(at: " ").isEmpty)
    }
}
