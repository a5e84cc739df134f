/// All of a kind, or those that are named: the classes that get pages, the learners who get large type.
public struct Selection: Hashable, Sendable {
    /// The names in the order they were given in; nil: all are meant.
    public let names: [String]?
    private let chosen: Set<String>

    private init(_ names: [String]?) {
        self.names = names
        chosen = Set(names ?? [])
    }

    /// All.
    public static let all = Selection(nil)

    /// The named ones; no names: none.
    public static func named(_ names: [String]) -> Selection { Selection(names) }

    /// Whether one is meant.
    public func includes(_ name: String) -> Bool { names == nil || chosen.contains(name) }

    /// One text for the same selection, whatever the order of the names.
    package var digestText: String { names == nil ? "all" : chosen.sorted().joined(separator: "\n") }
}
