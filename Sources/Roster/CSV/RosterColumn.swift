/// The columns of one of the roster's files.
protocol RosterColumn: Hashable, CaseIterable, RawRepresentable, Sendable where RawValue == String {
    /// Whether a file without this column cannot be used.
    var isRequired: Bool { get }
    /// Whether what stands in it protects a learner, so that it must not be passed over for a misspelt heading.
    var isProtective: Bool { get }
}

extension RosterColumn {
    static var names: [String] { allCases.map(\.rawValue) }
}
