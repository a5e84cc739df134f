/// Wraps plain text for mail: no line over 72 columns but where an address does not fit.
enum TextWrap {
    /// The widest line, in columns; full-width characters count two.
    static let columns = 72

    /// The text with its long lines wrapped, continued below the first letter of the line; runs of empty lines become
    /// one; blanks at line ends go.
    static func wrapped(_ text: String) -> String {
        var lines: [Substring] = []
        var output = ""
        lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        var emptyBefore = true
        for line in lines {
            let words = line.split(separator: " ")
            if words.isEmpty {
                if !emptyBefore { output += "\n" }
                emptyBefore = true
                continue
            }
            emptyBefore = false
            append(words, indent: line.prefix { $0 == " " }.count, to: &output)
        }
        while output.hasSuffix("\n\n") { output.removeLast() }
        return output
    }

    private static func append(_ words: [Substring], indent: Int, to output: inout String) {
        let margin = String(repeating: " ", count: min(indent, 20))
        output += margin
        var column = indent
        for (index, word) in words.enumerated() {
            let width = width(of: word)
            if index > 0 {
                if column + 1 + width > columns {
                    output += "\n" + margin
                    column = indent
                } else {
                    output += " "
                    column += 1
                }
            }
            if column + width > columns, !isAddress(word) {
                breakUp(word, margin: margin, column: &column, into: &output)
            } else {
                output += word
                column += width
            }
        }
        output += "\n"
    }

    /// Writes a word that is wider than a line (a script without blanks, or a prank) in pieces.
    private static func breakUp(_ word: Substring, margin: String, column: inout Int, into output: inout String) {
        for character in word {
            let width = width(of: String(character)[...])
            if column + width > columns, column > margin.count {
                output += "\n" + margin
                column = margin.count
            }
            output.append(character)
            column += width
        }
    }

    private static func isAddress(_ word: Substring) -> Bool {
        word.hasPrefix("http://") || word.hasPrefix("https://") || word.hasPrefix("mailto:")
    }

    /// How many columns a text takes.
    static func width(of word: Substring) -> Int {
        if word.utf8.allSatisfy({ $0 < 0x80 }) { return word.utf8.count }
        return word.unicodeScalars.reduce(0) { $0 + (isWide($1) ? 2 : 1) }
    }

    /// Whether terminals show the scalar two columns wide: the East Asian blocks and emoji.
    private static func isWide(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60,
            0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
            true
        default: false
        }
    }
}
