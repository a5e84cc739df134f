import Testing

@testable import Phrases

/// Tables whose columns stand under one another, whatever is in them.
struct TextTableTests {
    static func lines(_ columns: [TextTable.Column], _ rows: [[String]]) -> [String] {
        var table = TextTable(columns)
        for row in rows { table.add(row) }
        return table.lines
    }

    @Test func columnsAreAsWideAsTheirWidestCell() {
        let lines = Self.lines(
            [.init("name"), .init("minutes", isNumber: true), .init("title")],
            [["Mia", "7", "A river"], ["Alexandra", "12", ""]])
        #expect(
            lines == [
                "name       minutes  title", "---------  -------  -------", "Mia              7  A river",
                "Alexandra       12",
            ])
    }

    @Test func aTableWithoutRowsHasItsHeadings() {
        #expect(Self.lines([.init("a"), .init("bcd")], []) == ["a  bcd", "-  ---"])
    }

    @Test(arguments: [
        ("abcdef", "abcdef"), ("abcdefg", "abcde…"), ("火山火", "火山火"), ("火山火山", "火山…"), ("abc火d火", "abc火…"),
        ("abcd火xyz", "abcd…"), ("e\u{301}bcdefg", "e\u{301}bcde…"), ("👍👍👍👍", "👍👍…"), ("𠀀𠀀𠀀𠀀", "𠀀𠀀…"),
    ])
    func longCellsAreCutWithoutLeavingAnythingOutInTheMiddle(_ cell: String, _ shown: String) {
        #expect(Self.lines([.init("x", widest: 6)], [[cell]]).last == shown)
    }

    @Test func wideCharactersTakeTwoCells() {
        let lines = Self.lines(
            [.init("t"), .init("n")], [["火山", "1"], ["abcd", "2"], ["e\u{301}", "3"], ["ＡＢ", "4"]])
        #expect(lines == ["t     n", "----  -", "火山  1", "abcd  2", "e\u{301}     3", "ＡＢ  4"])
    }

    @Test(arguments: [
        "\u{1B}[31mred", "a\nb", "a\r\nb", "a\tb", "\u{9B}31m", "\u{202E}gnp.exe", "a\u{2028}b", "\u{7}", "\u{0}",
        "a\u{200B}b",
    ])
    func nothingThatMovesTheCursorIsShown(_ cell: String) {
        let lines = Self.lines([.init("a"), .init("b")], [[cell, "x"]])
        #expect(lines.count == 3)
        for scalar in lines.joined().unicodeScalars {
            switch scalar.properties.generalCategory {
            case .control, .format, .lineSeparator, .paragraphSeparator: Issue.record("\(scalar.value) is left")
            default: break
            }
        }
    }

    @Test func aVeryLongCellIsCutQuickly() {
        let lines = Self.lines([.init("a", widest: 10)], [[String(repeating: "火", count: 300_000)]])
        #expect(lines.last == "火火火火…")
    }
}

/// Numbers as people read them.
struct NumbersTests {
    @Test(arguments: [
        (0.0, "0.00"), (0.005, "0.01"), (-0.001, "0.00"), (-0.5, "-0.50"), (1.999, "2.00"), (12.3, "12.30"),
        (0.07, "0.07"),
        (.nan, "-"), (.infinity, "-"), (1e300, "-"),
    ])
    func fixedDecimals(_ value: Double, _ text: String) {
        #expect(Numbers.fixed(value) == text)
    }

    @Test func otherNumbersOfDecimalsAndSigns() {
        #expect(Numbers.fixed(2.25, decimals: 1) == "2.3")
        #expect(Numbers.fixed(2.5, decimals: 0) == "3")
        #expect(Numbers.signed(0.31) == "+0.31")
        #expect(Numbers.signed(-0.31) == "-0.31")
        #expect(Numbers.signed(-0.000_1) == "+0.00")
    }
}
