/// What changes when a lexicon or a school's own file of topics does.
public struct TopicsVersion: Hashable, Sendable {
    /// Of the lexicons: an update of the program, or somebody's mending.
    public var lexicons: String
    /// Of what the school's people added and took away.
    public var own: String

    /// A version by its parts.
    package init(lexicons: String, own: String) {
        self.lexicons = lexicons
        self.own = own
    }

    /// As a text, which is kept.
    public var text: String { "\(lexicons); own \(own)" }

    /// Reads a text; of one that an older version kept nothing of the school's own is known.
    public init(_ text: String) {
        let parts = text.split(separator: "; own ", maxSplits: 1)
        self.init(lexicons: parts.first.map { String($0) } ?? "", own: parts.count > 1 ? String(parts[1]) : "")
    }

    /// A number that changes with a file. Throws ``ConfigurationError`` when it cannot be read.
    public static func mark(ofFile path: String, name: String) throws(ConfigurationError) -> String {
        mark(
            of: try BoundedFile.text(
                path: path, name: name, limit: TopicLexicon.largestFile, remedy: FileRemedy.ownTopics
            ).utf8)
    }

    /// A number that changes with bytes (FNV-1a, 64 bits), in hex.
    static func mark(of bytes: some Sequence<UInt8>) -> String {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        return String(hash, radix: 16)
    }
}
