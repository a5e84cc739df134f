import Content

/// A row of which it cannot be told which cell is which: it has too many or too few, or a quote went astray.
struct BrokenRow<Column: RosterColumn> {
    /// The line it begins on, from 1.
    let line: Int
    /// The key (the learner's id, the class's name), where it can be told; nil where it cannot.
    let key: String?
    private let pieces: [String]
    private let header: [Column?]

    /// A row by what stands between its delimiters.
    init(line: Int, firstCell: String?, pieces: [String], header: [Column?]) {
        self.line = line
        self.pieces = pieces
        self.header = header
        // What stands before the fault is sound: it tells whose row it is where the key is the first column.
        let place = header.firstIndex { $0 == Column.allCases.first }
        let piece = place.flatMap { pieces.count == header.count && $0 < pieces.count ? pieces[$0] : nil }
        let key = place == 0 ? firstCell : piece.flatMap { $0.contains("\"") ? nil : $0 }
        self.key = key.flatMap { $0.trimmed.isEmpty ? nil : $0.trimmed }
    }

    /// All of its text.
    var text: String { pieces.joined(separator: " ").trimmed }

    /// Whether the file has a column.
    func has(_ column: Column) -> Bool { header.contains(column) }

    /// What stands where a column's cell should: nil where the row ends before.
    func piece(_ column: Column) -> String? {
        header.firstIndex(of: column).flatMap { $0 < pieces.count ? pieces[$0] : nil }
    }

    /// All that may be a column's cell: with a cell too many, what stands in its place and what comes next.
    func candidates(for column: Column) -> [String] {
        guard let place = header.firstIndex(of: column) else { return [] }
        let surplus = pieces.count - header.count
        let places = (place + min(0, surplus))...(place + max(0, surplus))
        return places.filter(pieces.indices.contains).map { pieces[$0] }
    }

    /// Whether a yes or no can be told however the row is read: all that may be the cell and is a yes or a no says so.
    func says(_ word: String, in column: Column) -> Bool {
        let read = candidates(for: column).compactMap { piece in
            CellRule.yesNo.read(piece.filter { $0 != "\"" }).value
        }
        return !read.isEmpty && read.allSatisfy { $0 == word }
    }
}
