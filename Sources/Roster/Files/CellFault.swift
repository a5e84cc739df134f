/// Why a cell's text cannot be used.
struct CellFault: Error, Hashable, Sendable {
    /// What was expected, as the end of "'x' is not …; expected …".
    var expected: String
    /// What to do, beyond writing what was expected.
    var remedy = ""
}
