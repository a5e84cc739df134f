/// Reads CSV (RFC 4180) row by row from bytes, with the line and column of every cell.
///
/// Written here and not taken from a package: SwiftCSV 0.10, the usual one, gives cells without their places, strips
/// blanks, and ends the whole file at the first bad quote. Here a fault costs its own row only: reading goes on at the
/// line after the one where the row began. That holds for a forgotten closing quote too, which would otherwise swallow
/// the rows below: a quoted cell that goes over a line's end and has a delimiter in it, or never ends, is such a one.
struct CSVReader {
    /// The longest cell, in bytes.
    static let longestCell = 65_536
    /// The most cells of a row.
    static let mostCells = 200

    private let bytes: [UInt8]
    private let delimiter: UInt8
    /// With one column only, a swallowed row has no delimiter to tell it by, so that no cell may have a line break.
    private let singleColumn: Bool
    /// How many cells a row has, where that is known. A quoted cell may then go over lines and have delimiters, if its row comes out right.
    private let expected: Int?
    private var index: Int
    private var line: Int
    /// Whether a cell of this row may have swallowed rows below.
    private var swallows = false

    /// A reader of UTF-8 bytes from a position on, which is the beginning of the line with that number.
    init(
        bytes: [UInt8], delimiter: UInt8, from index: Int = 0, line: Int = 1, singleColumn: Bool = false,
        expected: Int? = nil
    ) {
        self.expected = expected
        self.bytes = bytes
        self.delimiter = delimiter
        self.index = index
        self.line = line
        self.singleColumn = singleColumn
    }

    /// Where the next row begins.
    var position: (index: Int, line: Int) { (index, line) }

    /// The next row or the fault in it; nil at the end. A row may be blank.
    mutating func next() -> Result<CSVRow, CSVFault>? {
        guard index < bytes.count else { return nil }
        let start = (index: index, line: line)
        do throws(CSVFault) {
            return .success(try row())
        } catch {
            index = start.index
            line = start.line
            skipLine()
            var fault = error
            fault.pieces = pieces(of: bytes[start.index..<index])
            return .failure(fault)
        }
    }

    /// A line taken apart at its delimiters alone: what may be told of a row whose quotes went astray.
    private func pieces(of line: ArraySlice<UInt8>) -> [String] {
        let text = line.prefix { !isLineEnd($0) }
        return text.split(separator: delimiter, maxSplits: Self.mostCells, omittingEmptySubsequences: false)
            .map { String(decoding: $0.prefix(Self.longestCell), as: UTF8.self) }
    }

    private mutating func row() throws(CSVFault) -> CSVRow {
        var cells: [CSVCell] = []
        let first = line
        defer { swallows = false }
        while true {
            let place = (line: line, column: cells.count + 1)
            let text = try cell(at: place, first: cells.first?.text)
            cells.append(CSVCell(text: text, line: place.line, column: place.column))
            guard index < bytes.count else { break }
            if takeLineEnd() { break }
            index += 1
            if cells.count >= Self.mostCells {
                throw CSVFault(
                    line: line, column: cells.count, problem: "The row has more than \(Self.mostCells) cells.",
                    remedy: "Look for a stray quote or delimiter.", firstCell: cells.first?.text)
            }
        }
        if swallows, cells.count != expected {
            throw CSVFault(
                line: first, column: 1, problem: Self.notClosed, remedy: Self.quoteRemedy, firstCell: cells.first?.text)
        }
        return CSVRow(line: first, cells: cells)
    }

    /// Reads one cell up to the delimiter or line end after it.
    private mutating func cell(at place: (line: Int, column: Int), first: String?) throws(CSVFault) -> String {
        func fault(_ problem: String, _ remedy: String) -> CSVFault {
            CSVFault(line: place.line, column: place.column, problem: problem, remedy: remedy, firstCell: first)
        }
        if index < bytes.count, bytes[index] == Byte.quote {
            let text = try quoted(fault)
            if index < bytes.count, bytes[index] != delimiter, !isLineEnd(bytes[index]) {
                throw fault("Something stands after the cell's closing quote.", Self.quoteRemedy)
            }
            return text
        }
        let start = index
        while index < bytes.count, bytes[index] != delimiter, !isLineEnd(bytes[index]) {
            if bytes[index] == Byte.quote {
                throw fault("A quote stands inside a cell that does not begin with one.", Self.quoteRemedy)
            }
            if index - start >= Self.longestCell { throw fault(Self.tooLong, "Shorten it.") }
            index += 1
        }
        return String(decoding: bytes[start..<index], as: UTF8.self)
    }

    /// Reads a quoted cell, in which `""` is one quote.
    private mutating func quoted(_ fault: (String, String) -> CSVFault) throws(CSVFault) -> String {
        var text: [UInt8] = []
        var hasDelimiter = singleColumn
        var hasLineEnd = false
        index += 1
        while index < bytes.count {
            let byte = bytes[index]
            if byte == Byte.quote {
                index += 1
                guard index < bytes.count, bytes[index] == Byte.quote else {
                    if hasDelimiter && hasLineEnd {
                        guard expected != nil, !singleColumn else { break }
                        swallows = true
                    }
                    return String(decoding: text, as: UTF8.self)
                }
            } else if isLineEnd(byte) {
                hasLineEnd = true
                takeLineEnd()
                text.append(Byte.newline)
                continue
            } else if byte == delimiter {
                hasDelimiter = true
            }
            text.append(byte)
            index += 1
            if text.count > Self.longestCell {
                throw fault(hasLineEnd ? Self.notClosed : Self.tooLong, Self.quoteRemedy)
            }
        }
        throw fault(Self.notClosed, Self.quoteRemedy)
    }

    private static let notClosed = "The cell begins with a quote that is not closed on its line."
    private static let tooLong = "The cell has more than \(longestCell) bytes."
    private static let quoteRemedy =
        "Put quotes around the whole cell and double those inside it (\"\"), or leave them out; keep a cell on one line."

    private func isLineEnd(_ byte: UInt8) -> Bool { byte == Byte.newline || byte == Byte.carriageReturn }

    /// Takes a line end of any system: CRLF, LF or CR.
    @discardableResult
    private mutating func takeLineEnd() -> Bool {
        guard index < bytes.count, isLineEnd(bytes[index]) else { return false }
        let isPair =
            bytes[index] == Byte.carriageReturn && index + 1 < bytes.count && bytes[index + 1] == Byte.newline
        index += isPair ? 2 : 1
        line += 1
        return true
    }

    private mutating func skipLine() {
        while index < bytes.count, !takeLineEnd() { index += 1 }
    }
}

/// The bytes that CSV gives a meaning.
enum Byte {
    static let quote = UInt8(ascii: "\"")
    static let newline = UInt8(ascii: "\n")
    static let carriageReturn = UInt8(ascii: "\r")
}
