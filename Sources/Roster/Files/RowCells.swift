/// What could be read of the cells of one row.
struct RowCells<Column: CellColumn> {
    /// The line of the row, from 1.
    let line: Int
    /// The values of the cells that could be read, in their one form; empty: the cell is empty.
    var values: [Column: String] = [:]
    /// The columns of which the cell, or a part of it, could not be read.
    var unread: Set<Column> = []
    /// What was written that somebody must see: it is not among the values.
    var held: [Column: [String]] = [:]
    /// What is wrong with what only shows between cells.
    private(set) var faults: [RowFault<Column>] = []

    /// The value of a cell; empty where it is empty, could not be read, or the file has no such column.
    func text(_ column: Column) -> String { values[column] ?? "" }

    /// Tells what is wrong between cells.
    mutating func note(_ fault: RowFault<Column>, _ outcome: String) {
        var fault = fault
        fault.outcome = outcome
        faults.append(fault)
    }
}

/// What is wrong with a row whose cells are each good.
struct RowFault<Column: RosterColumn>: Error {
    let column: Column
    let problem: String
    let fault: CellFault
    /// What it comes to, as a sentence.
    var outcome = CellLoss.costsRow.outcome
}
