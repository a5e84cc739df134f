import Files

/// Reads a small text file, never more of it than the limit.
enum BoundedFile {
    /// The text of a file. Throws ``ConfigurationError`` when it cannot be read, is larger than `limit` or not UTF-8.
    static func text(path: String, name: String, limit: Int, remedy: String) throws(ConfigurationError) -> String {
        let bytes: [UInt8]
        do throws(RegularFile.Problem) {
            bytes = try RegularFile.read(path, limit: limit)
        } catch {
            switch error {
            case .missing: throw ConfigurationError(at: name, "The file cannot be opened.", remedy: remedy)
            case .tooLarge: throw tooLarge(name, limit)
            case .notAFile(let kind):
                throw ConfigurationError(at: name, "It is \(kind), not a file.", remedy: remedy)
            case .unreadable, .notPrivate:
                throw ConfigurationError(at: name, "The file cannot be read.", remedy: remedy)
            }
        }
        return try text(bytes: bytes, name: name, limit: limit)
    }

    /// The text of bytes, without a byte order mark. Throws when they are more than `limit` or not UTF-8.
    static func text(bytes: [UInt8], name: String, limit: Int) throws(ConfigurationError) -> String {
        guard bytes.count <= limit else { throw tooLarge(name, limit) }
        guard var text = String(validating: bytes, as: UTF8.self) else {
            throw ConfigurationError(
                at: name, "The file is not UTF-8 text.", remedy: "Save it as UTF-8 in your editor.")
        }
        if text.unicodeScalars.first == "\u{FEFF}" { text.unicodeScalars.removeFirst() }
        return text
    }

    private static func tooLarge(_ name: String, _ limit: Int) -> ConfigurationError {
        ConfigurationError(
            at: name, "The file has more than \(limit) bytes.",
            remedy: "Such a file is a few pages at most; look what is in it.")
    }
}
