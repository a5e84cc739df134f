/// What is kept could not be read or written.
public struct StoreError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The file, where it is known.
    public var path: String?
    /// What was being done.
    public var doing: String
    /// What the database said.
    public var problem: String
    /// What to do.
    public var remedy: String
    /// Whether somebody else is writing: what was asked for can be asked for again.
    public var isBusy = false

    /// An error by its parts.
    public init(path: String? = nil, doing: String, problem: String, remedy: String = StoreError.usualRemedy) {
        self.path = path
        self.doing = ShownAddress.text(doing)
        self.problem = problem
        self.remedy = remedy
    }

    /// That a row is not understood: damaged, or written by a newer version.
    package static func notUnderstood(table: String, row: String, column: String) -> StoreError {
        StoreError(
            doing: "read row \(row) of '\(table)' in the store", problem: "its '\(column)' is not understood",
            remedy: "If a newer version of Gleaner has written it, use that one; else put your last copy of Data/ back."
        )
    }

    /// What a person should know of a row that is not understood; `so`: what it comes to.
    package func finding(at site: FindingSite, _ so: String) -> Finding {
        Finding(.error, at: site, "could not \(doing): \(problem); \(so).", remedy: remedy)
    }

    /// What to do about most of them.
    public static let usualRemedy =
        "Check that the disk is not full, that Data/ belongs to you, and that no other program has the store open."

    /// What, where and what to do.
    public var description: String {
        let place = path.map { " \($0)" } ?? ""
        return "could not \(doing)\(place): \(problem). \(remedy)"
    }
}
