import Content

/// What may be what a child wrote, and is told only where it may be.
enum Hidden {
    /// What somebody typed as a name, in quotes; nil: it is not repeated.
    static func quoted(_ name: Verbatim?) -> String { name.map { "'\($0)'" } ?? "of that name" }
}
