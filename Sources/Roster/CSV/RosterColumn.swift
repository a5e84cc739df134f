/// The columns of one of the roster's files.
protocol RosterColumn: Hashable, CaseIterable, RawRepresentable, Sendable where RawValue == String {
    /// Whether a file without this column cannot be used.
    var isRequired: Bool { get }
}

extension RosterColumn {
    static var names: [String] { allCases.map(\.rawValue) }
}
