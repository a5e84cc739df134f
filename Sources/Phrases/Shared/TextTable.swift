/// A table for a terminal or a file: columns as wide as their widest cell, within bounds.
public struct TextTable: Sendable {
    /// One column.
    public struct Column: Sendable {
        /// Its heading.
        public var heading: String
        /// The largest number of characters that is shown; longer cells end in `…`.
        public var widest: Int
        /// Whether its cells stand at the right, as numbers do.
        public var isNumber: Bool

        /// A column by its heading.
        package init(_ heading: String, widest: Int = 40, isNumber: Bool = false) {
            self.heading = heading
            self.widest = widest
            self.isNumber = isNumber
        }
    }

    private let columns: [Column]
    private var rows: [[String]] = []

    /// A table without rows.
    package init(_ columns: [Column]) { self.columns = columns }

    /// Adds a row, a cell a column.
    public mutating func add(_ cells: [String]) { rows.append(cells) }

    /// The lines of the table, the headings first.
    public var lines: [String] {
        let shown = ([columns.map { $0.heading }] + rows).map { row in
            zip(columns, row).map { TextTable.cut(TextTable.oneLine($1), to: $0.widest) }
        }
        let widths = columns.indices.map { column in shown.map { TextTable.width($0[column]) }.max() ?? 0 }
        let rule = widths.map { String(repeating: "-", count: $0) }.joined(separator: "  ")
        var lines = shown.map { row in
            zip(columns.indices, row).map { index, cell in
                let padding = String(repeating: " ", count: max(0, widths[index] - TextTable.width(cell)))
                return columns[index].isNumber ? padding + cell : cell + padding
            }.joined(separator: "  ").trimmedEnd
        }
        lines.insert(rule, at: 1)
        return lines
    }

    /// A text without anything that would move the cursor or colour the terminal.
    public static func oneLine(_ text: String) -> String {
        String(String.UnicodeScalarView(text.unicodeScalars.map { isControl($0) ? " " : $0 }))
    }

    private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .lineSeparator, .paragraphSeparator: true
        // Of the invisible ones only those that turn the direction of what follows: joiners belong to words and emoji.
        default:
            (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
                || [0x200B, 0x200E, 0x200F, 0xFEFF].contains(scalar.value)
        }
    }

    private static func cut(_ text: String, to widest: Int) -> String {
        guard width(text) > widest else { return text }
        var kept = ""
        for character in text {
            guard width(kept) + width(String(character)) < widest else { break }
            kept.append(character)
        }
        return kept + "…"
    }

    /// How many cells of a terminal a text takes: two for each East Asian wide character.
    private static func width(_ text: String) -> Int {
        text.unicodeScalars.reduce(0) { sum, scalar in
            if scalar.properties.generalCategory == .nonspacingMark { return sum }
            switch scalar.value {
            case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60,
                0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
                return sum + 2
            default: return sum + 1
            }
        }
    }
}

extension String {
    fileprivate var trimmedEnd: String {
        var rest = self[...]
        while rest.last == " " { rest = rest.dropLast() }
        return String(rest)
    }
}
