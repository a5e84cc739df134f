/// Wraps plain text for mail: no line over 72 columns but where an address does not fit.
enum TextWrap {
    /// The widest line, in columns; full-width characters count two.
    static let columns = 72

    /// The text with its long lines wrapped, continued below the first letter of the line; runs of empty lines become
    /// one; blanks at line ends go.
    static func wrapped(_ text: String) -> String {
        String(decoding: wrapped(Array(text.utf8)), as: UTF8.self)
    }

    /// The same for the bytes of a text in UTF-8.
    static func wrapped(_ text: [UInt8]) -> [UInt8] {
        var output: [UInt8] = []
        output.reserveCapacity(text.count + text.count / 8)
        var emptyBefore = true
        var start = 0
        while start <= text.count {
            var end = start
            while end < text.count, text[end] != newline { end += 1 }
            let isEmpty = !append(text[start..<end], to: &output)
            if isEmpty, !emptyBefore { output.append(newline) }
            emptyBefore = isEmpty
            start = end + 1
        }
        while output.count > 1, output[output.count - 1] == newline, output[output.count - 2] == newline {
            output.removeLast()
        }
        return output
    }

    private static let newline = UInt8(ascii: "\n")
    private static let blank = UInt8(ascii: " ")

    /// Writes one line; false where it has no words.
    private static func append(_ line: ArraySlice<UInt8>, to output: inout [UInt8]) -> Bool {
        line.withUnsafeBufferPointer { append($0, to: &output) }
    }

    private static func append(_ line: UnsafeBufferPointer<UInt8>, to output: inout [UInt8]) -> Bool {
        var position = 0
        while position < line.count, line[position] == blank { position += 1 }
        guard position < line.count else { return false }
        let margin = min(position, 20)
        output.append(contentsOf: repeatElement(blank, count: margin))
        if isShort(line, from: position, columns: columns - margin) {
            output.append(contentsOf: UnsafeBufferPointer(rebasing: line[position...]))
            output.append(newline)
            return true
        }
        var column = margin
        var isFirst = true
        while position < line.count {
            var end = position
            var bits: UInt8 = 0
            while end < line.count, line[end] != blank {
                bits |= line[end]
                end += 1
            }
            let word = UnsafeBufferPointer(rebasing: line[position..<end])
            let width = bits < 0x80 ? word.count : self.width(of: String(decoding: word, as: UTF8.self)[...])
            append(word, width: width, isFirst: isFirst, margin: margin, column: &column, to: &output)
            isFirst = false
            position = end
            while position < line.count, line[position] == blank { position += 1 }
        }
        output.append(newline)
        return true
    }

    /// Whether a line stays as it is: ASCII that fits, with single blanks between words and none at its end.
    private static func isShort(_ line: UnsafeBufferPointer<UInt8>, from start: Int, columns: Int) -> Bool {
        guard line.count - start <= columns, line[line.count - 1] != blank else { return false }
        var previous: UInt8 = 0
        for index in start..<line.count {
            let byte = line[index]
            if byte >= 0x80 || (byte == blank && previous == blank) { return false }
            previous = byte
        }
        return true
    }

    private static func append(
        _ word: UnsafeBufferPointer<UInt8>, width: Int, isFirst: Bool, margin: Int, column: inout Int,
        to output: inout [UInt8]
    ) {
        if !isFirst {
            if column + 1 + width > columns {
                breakLine(margin: margin, column: &column, to: &output)
            } else {
                output.append(blank)
                column += 1
            }
        }
        if column + width > columns, !isAddress(word) {
            breakUp(word, margin: margin, column: &column, into: &output)
        } else {
            output.append(contentsOf: word)
            column += width
        }
    }

    private static func breakLine(margin: Int, column: inout Int, to output: inout [UInt8]) {
        output.append(newline)
        output.append(contentsOf: repeatElement(blank, count: margin))
        column = margin
    }

    /// Writes a word that is wider than a line (a script without blanks, or a prank) in pieces.
    private static func breakUp(
        _ word: UnsafeBufferPointer<UInt8>, margin: Int, column: inout Int, into output: inout [UInt8]
    ) {
        for character in String(decoding: word, as: UTF8.self) {
            let width = width(of: String(character)[...])
            if column + width > columns, column > margin {
                breakLine(margin: margin, column: &column, to: &output)
            }
            output.append(contentsOf: character.utf8)
            column += width
        }
    }

    private static func isAddress(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
        word.starts(with: "http://".utf8) || word.starts(with: "https://".utf8) || word.starts(with: "mailto:".utf8)
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
