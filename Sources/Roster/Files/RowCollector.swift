import Content

/// Turns the rows of a table into values. A cell that cannot be read is a finding and costs that cell; a row is left out only
/// where nobody can tell whom it is about, or which cell is which, and then what it restricts is kept.
struct RowCollector<Column: CellColumn, Row: Hashable & Sendable> {
    private let file: String
    private let key: Column?
    private var rows: [Row] = []
    private var remains: [Row] = []
    private var findings: [Finding] = []
    private var firstLines: [String: Int] = [:]
    private var refused: Set<String> = []
    private var unreadable = 0
    private var held: [HeldText] = []
    private let isHeld: (_ key: String?, _ text: String) -> Bool
    private let meant: (_ column: Column, _ text: String) -> String

    /// A collector of rows that are told apart by a key column; nil where rows may repeat.
    private init(
        file: String, key: Column?, isHeld: @escaping (String?, String) -> Bool,
        meant: @escaping (Column, String) -> String
    ) {
        self.file = file
        self.key = key
        self.isHeld = isHeld
        self.meant = meant
    }

    /// What can be used of a table.
    ///
    /// - Parameters:
    ///   - make: a row from what could be read of its cells; nil where nothing can be made of them.
    ///   - remainder: what a row restricts that stands for somebody who has one already; nil: nothing.
    ///   - isHeld: whether a text tells what somebody must see; it is set apart before anything else looks at it or shows it.
    ///   - meant: what a cell means in the school's country, as it is written elsewhere.
    ///   - rescue: what a row restricts of which it cannot be told which cell is which; nil: nothing.
    static func collect(
        _ bytes: [UInt8], file: String, key: Column?, make: (inout RowCells<Column>) -> Row?,
        remainder: (Row) -> Row? = { _ in nil },
        isHeld: @escaping (_ key: String?, _ text: String) -> Bool = { _, _ in false },
        meant: @escaping (_ column: Column, _ text: String) -> String = { $1 },
        rescue: (BrokenRow<Column>) -> Row? = { _ in nil }
    ) throws(RosterError) -> RosterFile<Row> {
        let table = try RosterTable<Column>(bytes: bytes, file: file)
        var collector = RowCollector(file: file, key: key, isHeld: isHeld, meant: meant)
        collector.findings = table.findings
        for broken in table.broken {
            collector.noteRefused(broken.key)
            if isHeld(broken.key, broken.text) {
                collector.held.append(HeldText(line: broken.line, key: broken.key, text: broken.text, kind: nil))
            }
            if let rest = rescue(broken) { collector.remains.append(rest) }
        }
        // A line break that no quote holds parts one text into several rows.
        let whole = table.broken.map { $0.text }.joined(separator: " ")
        if collector.held.isEmpty, table.broken.count > 1, isHeld(nil, whole) {
            collector.held.append(
                HeldText(line: table.broken[0].line, key: table.broken[0].key, text: whole, kind: nil))
        }
        for row in table.rows { collector.add(row, make: make, remainder: remainder) }
        let place = { (finding: Finding) in finding.place.split(separator: ":").dropFirst().compactMap { Int($0) } }
        return RosterFile(
            name: file, rows: collector.rows, remains: collector.remains,
            findings: collector.findings.enumerated().sorted {
                (place($0.element).first ?? 0, $0.offset) < (place($1.element).first ?? 0, $1.offset)
            }.map(\.element),
            held: collector.held, refused: collector.refused, unreadable: collector.unreadable)
    }

    private mutating func add(
        _ row: RosterTable<Column>.Row, make: (inout RowCells<Column>) -> Row?, remainder: (Row) -> Row?
    ) {
        guard var cells = read(row) else { return noteRefused(nil) }
        let made = make(&cells)
        for fault in cells.faults {
            findings.append(.cellsDoNotGoTogether(fault, at: place(of: fault.column, in: row)))
        }
        let id = key.map { cells.text($0) }
        guard let made else { return noteRefused(id) }
        if let key, let id, let line = firstLines[id] {
            let rest = remainder(made)
            findings.append(
                .keyStandsAlready(id, in: key, line: line, restricts: rest != nil, at: place(of: key, in: row)))
            noteRefused(id)
            if let rest { remains.append(rest) }
            return
        }
        rows.append(made)
        if let id { firstLines[id] = row.line }
    }

    /// The cells of a row; nil where one that the row cannot do without is not to be read.
    private mutating func read(_ row: RosterTable<Column>.Row) -> RowCells<Column>? {
        var cells = RowCells<Column>(line: row.line)
        var isWhole = true
        for column in Column.allCases {
            guard let cell = row.cells[column] else { continue }
            let text = column.isWritten ? setApart(cell.text, of: row, column, in: &cells) : cell.text
            var reading = column.rule.read(meant(column, text))
            if reading.value == "", column.isRequired, cells.held[column] == nil {
                reading = CellReading(losses: [CellReading.Loss(text: "", fault: .value)])
            }
            for loss in reading.losses.prefix(5) {
                let (text, place) = (shown(loss.text, of: row), place(of: column, in: row))
                findings.append(
                    reading.value == nil
                        ? .cellNotRead(text, in: column, loss.fault, at: place)
                        : .partNotRead(text, of: column, loss.fault, at: place))
            }
            cells.values[column] = reading.value
            guard !reading.losses.isEmpty else { continue }
            cells.unread.insert(column)
            guard reading.value == nil else { continue }
            switch column.loss {
            case .costsRow: isWhole = false
            case .saysNothing: break
            case .takesBack: cells.values[column] = ""
            case .counts(let value, _): cells.values[column] = value
            }
        }
        return isWhole ? cells : nil
    }

    /// A cell's text for a message. One that somebody must see is not quoted, wherever it stands: nil.
    private mutating func shown(_ text: String, of row: RosterTable<Column>.Row) -> String? {
        guard isHeld(nil, text) else { return text }
        let known = held.contains { $0.line == row.line && $0.text.contains(text.trimmed) }
        let key = Column.allCases.first.flatMap { row.cells[$0]?.text.trimmed }.flatMap { isHeld(nil, $0) ? nil : $0 }
        if !known { held.append(HeldText(line: row.line, key: key, text: text.trimmed, kind: nil)) }
        return nil
    }

    /// What is left of a cell's text without what somebody must see.
    private mutating func setApart(
        _ text: String, of row: RosterTable<Column>.Row, _ column: Column, in cells: inout RowCells<Column>
    ) -> String {
        let key = Column.allCases.first.flatMap { row.cells[$0]?.text.trimmed }
        let parts = Fact.list(text)
        var apart = parts.filter { isHeld(key, $0) }
        if apart.isEmpty, column.mayBeSentence, parts.count > 1, isHeld(key, text) { apart = [text.trimmed] }
        guard !apart.isEmpty else { return text }
        held += apart.map { HeldText(line: row.line, key: key, text: $0, kind: column.heldKind(cells)) }
        if column.keepsHeld { return text }
        cells.held[column] = apart
        return apart == [text.trimmed] ? "" : parts.filter { !apart.contains($0) }.joined(separator: ";")
    }

    private mutating func noteRefused(_ id: String?) {
        if let id = id?.trimmed, !id.isEmpty { refused.insert(id) } else { unreadable += 1 }
    }

    private func place(of column: Column, in row: RosterTable<Column>.Row) -> FindingSite {
        let cell = row.cells[column]
        return .file(file, line: cell?.line ?? row.line, column: cell?.column ?? 1)
    }
}
