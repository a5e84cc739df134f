extension StringProtocol {
    /// A cell that we wrote, without the apostrophe that keeps a spreadsheet from taking it for a formula.
    var withoutFormulaGuard: String {
        guard first == "'", let next = dropFirst().first, "=+-@|%".contains(next) else { return String(self) }
        return String(dropFirst())
    }
}
