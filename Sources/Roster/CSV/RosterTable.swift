import Content

/// A roster file as rows of known columns, before anything is said about the values in them.
struct RosterTable<Column: RosterColumn> {
    /// One row with a cell for every column of the file that is known.
    struct Row {
        let line: Int
        let cells: [Column: CSVCell]
    }

    /// The largest file that is read, in bytes.
    static var largestFile: Int { 200_000_000 }
    /// The most rows of a file.
    static var mostRows: Int { 500_000 }

    /// The known columns that the file has.
    private(set) var columns: Set<Column> = []
    /// The rows that could be read.
    private(set) var rows: [Row] = []
    /// What was wrong so far.
    private(set) var findings: [Finding] = []
    /// The rows of which it cannot be told which cell is which.
    private(set) var broken: [BrokenRow<Column>] = []

    private let file: String
    private var header: [Column?] = []

    /// Reads a file's bytes; `file` is its name in findings. Throws ``RosterError`` when the file as a whole cannot be used.
    init(bytes: [UInt8], file: String) throws(RosterError) {
        self.file = file
        guard bytes.count <= Self.largestFile else {
            throw RosterError(.fileIsTooLarge(file, most: Self.largestFile))
        }
        let text = TextDecoding.utf8(bytes, file: file)
        findings = text.findings
        var reader = try readHeader(text.bytes)
        while let next = reader.next() {
            switch next {
            case .success(let row) where row.isBlank: continue
            case .success(let row): add(row)
            case .failure(let fault):
                refuse(fault.line, .rowNotRead(of: file, fault), firstCell: fault.firstCell, pieces: fault.pieces)
            }
            guard rows.count <= Self.mostRows else {
                throw RosterError(.tooManyRows(in: file, most: Self.mostRows))
            }
        }
    }

    private mutating func add(_ row: CSVRow) {
        let surplus = row.cells.dropFirst(header.count).first { !$0.text.trimmed.isEmpty }
        let place = surplus ?? row.cells.last
        guard surplus == nil, row.cells.count >= header.count else {
            let line = place?.line ?? row.line
            let site = FindingSite.file(file, line: line, column: place?.column ?? 1)
            refuse(
                line, .cellsAreOther(row.cells.count, expected: header.count, at: site),
                firstCell: row.cells.first?.text, pieces: row.cells.map(\.text))
            return
        }
        var cells: [Column: CSVCell] = [:]
        for (column, cell) in zip(header, row.cells) {
            if let column { cells[column] = cell }
        }
        rows.append(Row(line: row.line, cells: cells))
    }

    private mutating func refuse(_ line: Int, _ finding: Finding, firstCell: String?, pieces: [String]) {
        broken.append(BrokenRow(line: line, firstCell: firstCell, pieces: pieces, header: header))
        findings.append(finding)
    }

    /// Reads the first line and gives a reader of what comes after it.
    private mutating func readHeader(_ bytes: [UInt8]) throws(RosterError) -> CSVReader {
        var index = bytes.firstIndex { $0 != Byte.newline && $0 != Byte.carriageReturn } ?? bytes.count
        var line = 1 + bytes[..<index].count { $0 == Byte.newline }
        var delimiter: UInt8?
        var first = bytes[index...].prefix { $0 != Byte.newline && $0 != Byte.carriageReturn }
        if let declared = CSVDelimiter.declared(by: first) {
            delimiter = declared
            var reader = CSVReader(bytes: bytes, delimiter: declared, from: index, line: line)
            _ = reader.next()
            (index, line) = reader.position
            first = bytes[index...].prefix { $0 != Byte.newline && $0 != Byte.carriageReturn }
        }
        let separator = delimiter ?? CSVDelimiter.of(firstLine: first)
        var reader = CSVReader(bytes: bytes, delimiter: separator, from: index, line: line)
        switch reader.next() {
        case nil:
            let required = Column.allCases.filter(\.isRequired).map(\.rawValue)
            throw RosterError(.fileIsEmpty(file, required: required))
        case .failure(let fault): throw RosterError(.firstLineNotRead(of: file, fault))
        case .success(let row): try name(row)
        }
        let body = reader.position
        return CSVReader(
            bytes: bytes, delimiter: separator, from: body.index, line: body.line, singleColumn: header.count == 1)
    }

    /// Takes the names of the columns, whatever their case and the blanks around them.
    private mutating func name(_ row: CSVRow) throws(RosterError) {
        var unknown: [String] = []
        for cell in row.cells {
            let name = String(cell.text.trimmed.lowercased().prefix(60))
            let place = FindingSite.file(file, line: cell.line, column: cell.column)
            let column = Column(rawValue: name)
            header.append(column)
            if let column {
                guard columns.insert(column).inserted else {
                    throw RosterError(.columnStandsTwice(name, at: place))
                }
            } else if !name.isEmpty {
                unknown.append(name)
                let near = NearestName.of(name, among: Column.names)
                if let near, Column(rawValue: near)?.isProtective == true {
                    throw RosterError(.columnMayProtect(name, near: near, at: place))
                }
                findings.append(.columnNotKnown(name, near: near, known: Column.names, at: place))
            }
        }
        while header.last == .some(nil), row.cells[header.count - 1].text.trimmed.isEmpty { header.removeLast() }
        let missing = Column.allCases.filter { $0.isRequired && !columns.contains($0) }.map(\.rawValue)
        guard missing.isEmpty else {
            let place = FindingSite.file(file, line: row.line, column: 1)
            throw RosterError(.columnsAreMissing(missing, unknown: unknown, at: place))
        }
    }
}
