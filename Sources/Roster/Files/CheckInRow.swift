import Content

/// One line of a check-in: what a teacher says of a learner's level, strengths and needs.
public struct CheckInRow: Hashable, Sendable {
    /// The line, from 1.
    public let line: Int
    /// Whom it is about.
    public let learner: LearnerID
    /// What the cells say that were filled in; empty: there is nothing any more. A cell that was left empty is not among them.
    public let values: [Fact.Kind: String]
    /// Whether what stands in the row is still right, so that it counts as said today.
    public let isStillRight: Bool

    /// The columns of the table, in their order.
    public static let columns = CheckInColumn.names
    /// What is written into a cell to take back what stood there.
    public static let nothing = "-"
    /// The columns that a teacher fills in.
    static let asked: [CheckInColumn] = [.level, .strengths, .needs]

    /// Reads a table's bytes. A cell that cannot be read is told and changes nothing. `file` is the name in findings. Throws
    /// ``RosterError`` when the file as a whole cannot be used.
    public static func read(
        _ bytes: [UInt8], file: String, isHeld: @escaping (String?, String) -> Bool = { _, _ in false }
    ) throws(RosterError) -> RosterFile<CheckInRow> {
        try RowCollector<CheckInColumn, CheckInRow>.collect(
            bytes, file: file, key: .learnerID, make: { CheckInRow($0) }, isHeld: isHeld)
    }

    private init(_ cells: RowCells<CheckInColumn>) {
        var values: [Fact.Kind: String] = [:]
        for column in Self.asked {
            guard let kind = column.kind, let text = cells.values[column], !text.isEmpty else { continue }
            let parts = Fact.list(text).map { $0.withoutFormulaGuard }
            values[kind] = parts == [Self.nothing] ? "" : parts.joined(separator: ";")
        }
        line = cells.line
        learner = LearnerID(rawValue: cells.text(.learnerID).withoutFormulaGuard)
        self.values = values
        isStillRight = cells.text(.stillRight) == "yes"
    }
}

/// The columns of a check-in.
enum CheckInColumn: String, CellColumn {
    case learnerID = "learner_id"
    case name
    case readsNow = "reads_now"
    case level, strengths, needs
    case stillRight = "still_right"

    var isRequired: Bool { self == .learnerID }
    var isProtective: Bool { false }

    var rule: CellRule {
        switch self {
        case .learnerID: .identifier
        case .name, .readsNow: .text
        case .level: .levelOrNothing
        case .strengths, .needs: .list(most: 50)
        case .stillRight: .tick
        }
    }

    var isWritten: Bool { self == .strengths || self == .needs }

    func heldKind(_ cells: RowCells<CheckInColumn>) -> Fact.Kind? { kind }

    var loss: CellLoss { self == .learnerID ? .costsRow : .saysNothing }

    /// The fact that the column states.
    var kind: Fact.Kind? {
        switch self {
        case .level: .level
        case .strengths: .strengths
        case .needs: .needs
        default: nil
        }
    }
}
