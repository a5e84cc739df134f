/// One cell of a CSV file with its place.
public struct CSVCell: Hashable, Sendable {
    /// The cell's text without its quotes, as written otherwise.
    public let text: String
    /// The line it begins on, from 1, as a text editor counts.
    public let line: Int
    /// Its column, from 1, as a spreadsheet counts: 3 is column C.
    public let column: Int
}

/// One row of a CSV file. A row may take several lines, where a quoted cell has line breaks in it.
struct CSVRow: Hashable, Sendable {
    /// The line it begins on, from 1.
    let line: Int
    /// Its cells; not empty.
    let cells: [CSVCell]

    /// Whether no cell has anything in it, as spreadsheets write below a table.
    var isBlank: Bool { cells.allSatisfy { $0.text.allSatisfy(\.isWhitespace) } }
}

/// A row that cannot be read as CSV.
struct CSVFault: Error, Hashable, Sendable {
    /// The line of the fault, from 1.
    let line: Int
    /// The column of the cell, from 1.
    let column: Int
    /// What is so.
    let problem: String
    /// What to do.
    let remedy: String
    /// The row's first cell, where it was read before the fault: most often the learner's id.
    let firstCell: String?
    /// What stands between the delimiters of the line on which the row begins, whatever its quotes mean.
    var pieces: [String] = []
}
