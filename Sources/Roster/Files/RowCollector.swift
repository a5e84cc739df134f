import Content

/// Turns the rows of a table into values, refusing bad ones with a finding a cell.
struct RowCollector<Column: RosterColumn, Row: Hashable & Sendable> {
    private let file: String
    private let key: Column?
    private var rows: [Row] = []
    private var findings: [Finding] = []
    private var firstLines: [String: Int] = [:]
    private var refused: Set<String> = []
    private var unreadable = 0

    /// A collector of rows that are told apart by a key column; nil where rows may repeat.
    init(file: String, key: Column?) {
        self.file = file
        self.key = key
    }

    /// The usable rows of a table.
    ///
    /// - Parameters:
    ///   - rule: what may stand in a column.
    ///   - make: a row from the values of its cells; throws the faulty column for what only shows between cells.
    static func collect(
        _ bytes: [UInt8], file: String, key: Column?, rule: (Column) -> CellRule,
        make: (Int, [Column: String]) throws(RowFault<Column>) -> Row
    ) throws(RosterError) -> RosterFile<Row> {
        let table = try RosterTable<Column>(bytes: bytes, file: file)
        var collector = RowCollector(file: file, key: key)
        collector.findings = table.findings
        for refused in table.refusedKeys { collector.noteRefused(refused) }
        for row in table.rows { collector.add(row, rule: rule, make: make) }
        let place = { (finding: Finding) in finding.place.split(separator: ":").dropFirst().compactMap { Int($0) } }
        return RosterFile(
            name: file, rows: collector.rows,
            findings: collector.findings.enumerated().sorted {
                (place($0.element).first ?? 0, $0.offset) < (place($1.element).first ?? 0, $1.offset)
            }.map(\.element),
            refused: collector.refused, unreadable: collector.unreadable)
    }

    private mutating func add(
        _ row: RosterTable<Column>.Row, rule: (Column) -> CellRule,
        make: (Int, [Column: String]) throws(RowFault<Column>) -> Row
    ) {
        var values: [Column: String] = [:]
        var isGood = true
        for column in Column.allCases {
            guard let cell = row.cells[column] else { continue }
            do throws(CellFault) {
                let value = try rule(column).value(of: cell.text)
                if value.isEmpty, column.isRequired { throw CellFault(expected: "a value, because it must be there") }
                values[column] = value
            } catch {
                isGood = false
                report(row, column, "\(Self.quoted(cell.text)) in column '\(column.rawValue)'", error)
            }
        }
        let id = key.flatMap { values[$0] }
        if isGood, let key, let id {
            if let line = firstLines[id] {
                isGood = false
                let fault = CellFault(expected: "one row for each", remedy: "Keep one of the two rows.")
                report(row, key, "'\(id)' in column '\(key.rawValue)' stands in line \(line) already", fault)
            }
        }
        if isGood {
            do throws(RowFault<Column>) {
                rows.append(try make(row.line, values))
                if let id { firstLines[id] = row.line }
                return
            } catch {
                report(row, error.column, error.problem, error.fault)
            }
        }
        noteRefused(id)
    }

    private mutating func noteRefused(_ id: String?) {
        if let id = id?.trimmed, !id.isEmpty { refused.insert(id) } else { unreadable += 1 }
    }

    private mutating func report(
        _ row: RosterTable<Column>.Row, _ column: Column, _ problem: String, _ fault: CellFault
    ) {
        let cell = row.cells[column]
        let place = "\(file):\(cell?.line ?? row.line):\(cell?.column ?? 1)"
        findings.append(
            Finding(
                .warning, at: place, "\(problem); expected \(fault.expected). The row was left out.",
                remedy: fault.remedy))
    }

    /// A cell's text for a message: in quotes, on one line, cut short.
    private static func quoted(_ text: String) -> String {
        let clean = text.trimmed.unicodeScalars.map { $0.properties.generalCategory == .control ? "\u{FFFD}" : $0 }
        guard !clean.isEmpty else { return "Nothing" }
        var shown = String.UnicodeScalarView()
        shown.append(contentsOf: clean.prefix(60))
        return "'\(String(shown))\(clean.count > 60 ? "…" : "")'"
    }
}

/// What is wrong with a row whose cells are each good.
struct RowFault<Column: RosterColumn>: Error {
    let column: Column
    let problem: String
    let fault: CellFault
}
