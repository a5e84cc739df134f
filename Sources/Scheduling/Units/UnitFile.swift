import Configuration

/// A file that makes the machine tick, written by Gleaner and nobody else.
public struct UnitFile: Hashable, Sendable {
    /// Where it belongs: an absolute path.
    public var path: String
    /// What is in it. Its first lines name the working folder that it was written for.
    public var text: String

    /// A file by its parts.
    package init(path: String, text: String) {
        self.path = path
        self.text = text
    }

    /// The line by which a file, or a block in one, is known as Gleaner's and of one working folder.
    public static func mark(for folder: String) -> String {
        "# Written by 'gleaner schedule install' for \(folder.filter { !$0.isNewline })"
    }
}

/// What a unit file is made from.
public struct UnitTerms: Hashable, Sendable {
    /// The absolute path of the program.
    public var program: String
    /// The absolute path of the working folder.
    public var folder: String
    /// Whether it is for one user's own services, not the machine's.
    public var isUser: Bool
    /// The home folder of that user.
    public var home: String
    /// The name, or else the number, of the user that it runs as, where it is the machine's; never root.
    public var user: String

    /// After so many seconds a tick that has not ended is killed.
    public var killSeconds: Int

    /// Terms by their parts.
    package init(
        program: String, folder: String, isUser: Bool, home: String, user: String,
        killSeconds: Int = OperationSettings().runKillSeconds
    ) {
        self.program = program
        self.folder = folder
        self.isUser = isUser
        self.home = home
        self.user = user
        self.killSeconds = killSeconds
    }

    /// The name of everything that is installed for this folder.
    public var name: String { "gleaner-" + UnitNames.slug(of: folder) }
}

/// Names for what lies outside of the working folder: a machine may have several.
public enum UnitNames {
    /// A name from a folder's path that differs for different folders: its last part, and a digest of the whole.
    public static func slug(of folder: String) -> String {
        let last = folder.split(separator: "/").last.map { String($0) } ?? "school"
        var slug = ""
        for byte in last.lowercased().utf8.prefix(32) {
            let isPlain = (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte)
            if isPlain { slug.unicodeScalars.append(Unicode.Scalar(byte)) } else if slug.last != "-" { slug += "-" }
        }
        // FNV-1a: short, and the same on every machine.
        let digest = folder.utf8.reduce(UInt64(0xCBF2_9CE4_8422_2325)) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
        let hex = String(digest, radix: 36)
        return (slug.isEmpty || slug == "-" ? "school" : slug) + "-" + hex.prefix(6)
    }
}
