import Content

/// Why a cell's text, or a part of it, cannot be used.
struct CellFault: Error, Hashable, Sendable {
    /// What was expected, as the end of "'x' is not …; expected …".
    var expected: String
    /// What to do, beyond writing what was expected.
    var remedy = ""
}

/// What could be read of one cell.
struct CellReading: Hashable, Sendable {
    /// A part of the cell that cannot be used, and why.
    struct Loss: Hashable, Sendable {
        /// The part as it is written.
        var text: String
        /// Why.
        var fault: CellFault
    }

    /// The value in its one form, of a list the parts that can be read; empty: the cell is empty; nil: nothing can be read.
    var value: String?
    /// What was left out.
    var losses: [Loss] = []
}

/// What becomes of a cell that cannot be read. A cell costs a cell, never its row.
enum CellLoss: Hashable, Sendable {
    /// It tells whom the row is about: nothing can be done without it.
    case costsRow
    /// It says nothing: what was known before stays.
    case saysNothing
    /// It says nothing, and what was known before does not hold any more: an address that is not sure is not written to.
    case takesBack
    /// It counts as the stricter of what it may say: the value that is kept, and in words.
    case counts(as: String, words: String)

    /// What it comes to, as a sentence about the cell.
    var outcome: String {
        switch self {
        case .costsRow: "The row was left out."
        case .saysNothing: "The cell was left out."
        case .takesBack: "The cell was left out, and nothing is sent there."
        case .counts(_, let words): "It counts as \(words)."
        }
    }
}

/// A column of which it is said what may stand in its cells, and what becomes of one that cannot be read.
protocol CellColumn: RosterColumn {
    var rule: CellRule { get }
    var loss: CellLoss { get }
    /// Whether what stood in a list before stays beside what can be read of it, where not all of it can.
    var keepsEarlier: Bool { get }
    /// Whether it may hold what a learner wrote in words of their own.
    var isWritten: Bool { get }
    /// Whether that may be a sentence with a semicolon in it, and not only a list of topics.
    var mayBeSentence: Bool { get }
    /// Whether what is held in it counts all the same: what must never come.
    var keepsHeld: Bool { get }
    /// What a text that is held in it would have counted as.
    func heldKind(_ cells: RowCells<Self>) -> Fact.Kind?
}

extension CellColumn {
    var keepsEarlier: Bool { false }
    var isWritten: Bool { false }
    var mayBeSentence: Bool { false }
    var keepsHeld: Bool { false }
    func heldKind(_ cells: RowCells<Self>) -> Fact.Kind? { nil }
}
