/// One file of a source of people, as it was found in a folder, a zip, or alone.
public struct RosterSourceFile: Hashable, Sendable {
    /// The path below the source: `export/users.csv`.
    public var path: String
    /// What is in it.
    public var bytes: [UInt8]

    /// A file by its parts.
    public init(path: String, bytes: [UInt8]) {
        self.path = path
        self.bytes = bytes
    }

    /// Its name, as it stands in findings.
    public var name: String { path.split(separator: "/").last.map(String.init) ?? path }

    /// How many folders it lies in.
    var depth: Int { path.split(separator: "/").count - 1 }

    /// Whether it is what a system puts beside the files that somebody chose: `__MACOSX/…`, `.DS_Store`.
    var isPassedOver: Bool {
        path.split(separator: "/").contains { $0.hasPrefix(".") || $0.lowercased() == "__macosx" }
    }
}
