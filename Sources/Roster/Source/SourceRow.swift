import Content

/// One row of another program's table.
struct SourceRow {
    /// The line it begins on, from 1.
    let line: Int
    private let bytes: [UInt8]
    private let cells: [Range<Int>]
    /// The cells, where they had to be read with care.
    private let texts: [String]?

    /// A row that lies as it is in its file's bytes.
    init(line: Int, bytes: [UInt8], cells: [Range<Int>]) {
        (self.line, self.bytes, self.cells, texts) = (line, bytes, cells, nil)
    }

    /// A row whose cells were taken out of their quotes.
    init(line: Int, texts: [String]) {
        (self.line, bytes, cells, self.texts) = (line, [], [], texts)
    }

    /// How many cells it has.
    var count: Int { texts?.count ?? cells.count }

    /// A cell without the blanks around it, line breaks and other control characters as one blank each; empty where the row or the table has none.
    subscript(_ place: Int?) -> String {
        guard let place, place < count else { return "" }
        return texts?[place] ?? Self.clean(bytes[cells[place]])
    }

    /// Whether no cell has anything in it.
    var isBlank: Bool { hasNothing(from: 0) }

    /// Whether no cell from a place on has anything in it.
    func hasNothing(from place: Int) -> Bool {
        if let texts { return texts.dropFirst(place).allSatisfy(\.isEmpty) }
        return cells.dropFirst(place).allSatisfy { cell in
            bytes[cell].allSatisfy { $0 <= 0x20 } || Self.clean(bytes[cell]).isEmpty
        }
    }

    /// A text without blanks at its ends and without control characters.
    static func clean(_ text: String) -> String { clean(Array(text.utf8)[...]) }

    /// Works on bytes, because it is asked for every cell of large tables.
    private static func clean(_ cell: ArraySlice<UInt8>) -> String {
        var cell = cell
        while let first = cell.first, first <= 0x20 { cell.removeFirst() }
        while let last = cell.last, last <= 0x20 { cell.removeLast() }
        guard let first = cell.first, let last = cell.last else { return "" }
        var isPlain = first < 0x80 && last < 0x80
        for byte in cell where byte < 0x20 || byte == 0x7F || byte == 0xC2 { isPlain = false }
        let text = String(decoding: cell, as: UTF8.self)
        return isPlain ? text : withoutControls(text)
    }

    private static func withoutControls(_ text: String) -> String {
        var kept = String.UnicodeScalarView()
        for scalar in text.unicodeScalars where scalar != "\u{FEFF}" {
            kept.append(scalar.properties.generalCategory == .control ? " " : scalar)
        }
        return String(kept).trimmed
    }
}

/// A row of which nobody can tell which cell is which.
struct BrokenSourceRow {
    /// The line it begins on, from 1.
    let line: Int
    /// What stands between the delimiters of its first line.
    let pieces: [String]
    /// What stood in the first cell, where the fault is behind it.
    var firstCell: String?
    /// What is so.
    let finding: Finding

    /// The cell of a column, where the row has as many pieces as the table columns and no quote stands in that one.
    func cell(_ place: Int?, of headings: Int) -> String? {
        if place == 0, let firstCell, !firstCell.isEmpty { return SourceRow.clean(firstCell) }
        guard let place, pieces.count == headings, place < pieces.count, !pieces[place].contains("\"") else {
            return nil
        }
        let text = SourceRow.clean(pieces[place])
        return text.isEmpty ? nil : text
    }
}
