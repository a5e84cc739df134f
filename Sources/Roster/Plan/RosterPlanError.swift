/// A full roster that is not taken without a second look.
public enum RosterPlanError: Error, Hashable, Sendable, CustomStringConvertible {
    /// More of the enrolled are missing from the file than may be retired without being confirmed.
    case tooManyMissing(file: String, missing: Int, enrolled: Int)
    /// Some rows could not be read, so that nobody can tell who is missing.
    case unreadableRows(file: String, count: Int)

    /// What is so and what to do.
    public var description: String {
        switch self {
        case .tooManyMissing(let file, let missing, let enrolled):
            "\(file): \(missing) of \(enrolled) enrolled learners are missing from the file, more than "
                + "\(RosterPlan.largestUnconfirmedLoss) %. Nothing was changed. Is it the whole roster? Look with "
                + "--dry-run, then add --yes to retire them, or import without --full."
        case .unreadableRows(let file, let count):
            "\(file): \(count) row(s) could not be read, so that nobody can tell who is missing. Nothing was changed. "
                + "Mend the rows, or import without --full."
        }
    }
}
