import Content

/// A table of another program, read row by row: only cells that somebody asks for are ever made into texts, so that what must not be
/// kept is not even looked at, and a table of many hundred thousand rows takes seconds.
struct SourceTable {
    /// How a table is to be read, where that is known better than can be found out.
    struct Form: Hashable, Sendable {
        /// The encoding's name; nil: found out.
        var encoding: String?
        /// What stands between cells; nil: found out.
        var delimiter: UInt8?
        /// Whether a row with fewer cells than columns is broken: where passwords stand beside what is read, none may slip into its place.
        var needsAllCells = false
        /// The line of the column names, from 1; what stands above it is passed over.
        var header = 1
    }

    /// What comes next in a table.
    enum Entry {
        case row(SourceRow)
        case broken(BrokenSourceRow)
    }

    /// The largest file that is read, in bytes.
    static let largestFile = 200_000_000
    /// The most rows of a table.
    static let mostRows = 2_000_000

    /// The file's name, as it stands in findings.
    let file: String
    /// The column names as they are written.
    let headings: [String]
    /// The line of the column names, from 1.
    let headerLine: Int
    /// What was repaired on the way.
    let findings: [Finding]
    /// What stands between cells.
    let delimiter: UInt8

    private let needsAllCells: Bool
    private let bytes: [UInt8]
    private let places: [String: Int]
    /// The names that stand more than once, in lower case.
    let doubled: Set<String>
    private var index: Int
    private var line: Int
    private var rows = 0

    /// Reads a file up to its column names. Throws ``RosterError`` when it is no table.
    init(_ source: RosterSourceFile, form: Form = Form()) throws(RosterError) {
        file = source.name
        needsAllCells = form.needsAllCells
        guard source.bytes.count <= Self.largestFile else {
            throw RosterError(.fileIsTooLarge(file, most: Self.largestFile))
        }
        if let kind = ForeignFile.kind(of: source.bytes) { throw RosterError(.fileIsNoTable(file, kind)) }
        let text = try TextDecoding.text(source.bytes, file: file, encoding: form.encoding)
        (bytes, findings) = text
        var index = 0
        var line = 1
        let skip = { (bytes: [UInt8]) in
            while index < bytes.count, !Self.isLineEnd(bytes[index]) { index += 1 }
            guard index < bytes.count else { return }
            index += Self.lineEnd(bytes, index)
            line += 1
        }
        while line < form.header, index < bytes.count { skip(bytes) }
        if form.header == 1 {
            while index < bytes.count, Self.isLineEnd(bytes[index]) { skip(bytes) }
        }
        var first = bytes[index...].prefix { !Self.isLineEnd($0) }
        var declared = form.delimiter
        if let told = CSVDelimiter.declared(by: first), form.delimiter == nil {
            declared = told
            skip(bytes)
            first = bytes[index...].prefix { !Self.isLineEnd($0) }
        }
        delimiter = declared ?? CSVDelimiter.of(firstLine: first)
        guard index < bytes.count else { throw RosterError(.tableIsEmpty(file)) }
        var reader = CSVReader(bytes: bytes, delimiter: delimiter, from: index, line: line)
        headerLine = line
        switch reader.next() {
        case nil: throw RosterError(.tableIsEmpty(file))
        case .failure(let fault): throw RosterError(.firstLineNotRead(of: file, fault))
        case .success(let row):
            var headings = row.cells.map { SourceRow.clean($0.text) }
            while headings.count > 1, headings.last == "" { headings.removeLast() }
            self.headings = headings
        }
        (self.index, self.line) = reader.position
        var places: [String: Int] = [:]
        var doubled: Set<String> = []
        for (place, name) in headings.enumerated() where !name.isEmpty {
            if places.updateValue(places[name.lowercased()] ?? place, forKey: name.lowercased()) != nil {
                doubled.insert(name.lowercased())
            }
        }
        self.places = places
        self.doubled = doubled
    }

    /// Where a column stands, by its name in whatever case.
    func place(of column: String) -> Int? { places[column.trimmed.lowercased()] }

    /// Where columns stand that a map names. Throws ``RosterError`` where one is not there, or there twice.
    func places(of columns: [String]) throws(RosterError) -> [Int?] {
        var places: [Int?] = []
        for name in columns {
            guard let place = place(of: name) else {
                throw RosterError(.mapColumnIsMissing(name, headings: headings, of: file, line: headerLine))
            }
            guard !doubled.contains(name.trimmed.lowercased()) else {
                throw RosterError(.columnStandsTwice(name, at: .file(file, line: headerLine, column: place + 1)))
            }
            places.append(place)
        }
        return places
    }

    /// The next row that has something in it; nil at the end.
    mutating func next() throws(RosterError) -> Entry? {
        while index < bytes.count {
            let row: SourceRow
            if let quick = quickRow() {
                row = quick
            } else {
                var reader = CSVReader(
                    bytes: bytes, delimiter: delimiter, from: index, line: line, singleColumn: headings.count == 1,
                    expected: headings.count)
                guard let next = reader.next() else { return nil }
                (index, line) = reader.position
                switch next {
                case .failure(let fault):
                    let site = FindingSite.file(file, line: fault.line, column: fault.column)
                    let broken = BrokenSourceRow(
                        line: fault.line, pieces: fault.pieces, firstCell: fault.firstCell,
                        finding: .sourceRowNotRead(fault, at: site))
                    return .broken(broken)
                case .success(let slow):
                    row = SourceRow(line: slow.line, texts: slow.cells.map { SourceRow.clean($0.text) })
                }
            }
            guard !row.isBlank else { continue }
            rows += 1
            guard rows <= Self.mostRows else { throw RosterError(.tooManyRows(in: file, most: Self.mostRows)) }
            guard row.hasNothing(from: headings.count) else {
                let site = FindingSite.file(file, line: row.line, column: headings.count + 1)
                let finding = Finding.rowHasMoreCells(row.count, than: headings.count, at: site)
                return .broken(BrokenSourceRow(line: row.line, pieces: [], firstCell: row[0], finding: finding))
            }
            guard row.count >= headings.count || !needsAllCells else {
                let finding = Finding.rowHasFewerCells(
                    row.count, than: headings.count, at: .file(file, line: row.line))
                return .broken(BrokenSourceRow(line: row.line, pieces: [], firstCell: row[0], finding: finding))
            }
            return .row(row)
        }
        return nil
    }

    /// A row on one line of which no cell has a quote in it but around it; nil where there is another to be read with care.
    private mutating func quickRow() -> SourceRow? {
        var cells: [Range<Int>] = []
        cells.reserveCapacity(headings.count)
        var at = index
        let end = bytes.count
        while true {
            let start = at
            if at < end, bytes[at] == Byte.quote {
                at += 1
                while at < end, bytes[at] != Byte.quote {
                    if Self.isLineEnd(bytes[at]) { return nil }
                    at += 1
                }
                guard at < end else { return nil }
                cells.append((start + 1)..<at)
                at += 1
                guard at >= end || bytes[at] == delimiter || Self.isLineEnd(bytes[at]) else { return nil }
            } else {
                while at < end, bytes[at] != delimiter, !Self.isLineEnd(bytes[at]) {
                    if bytes[at] == Byte.quote { return nil }
                    at += 1
                }
                cells.append(start..<at)
            }
            guard at - start <= CSVReader.longestCell, cells.count <= CSVReader.mostCells else { return nil }
            if at >= end || Self.isLineEnd(bytes[at]) { break }
            at += 1
        }
        let row = SourceRow(line: line, bytes: bytes, cells: cells)
        index = at < end ? at + Self.lineEnd(bytes, at) : at
        line += 1
        return row
    }

    private static func isLineEnd(_ byte: UInt8) -> Bool { byte == Byte.newline || byte == Byte.carriageReturn }

    /// How many bytes a line's end has.
    private static func lineEnd(_ bytes: [UInt8], _ index: Int) -> Int {
        let isPair = bytes[index] == Byte.carriageReturn && index + 1 < bytes.count && bytes[index + 1] == Byte.newline
        return isPair ? 2 : 1
    }
}
