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
            case .missing: throw ConfigurationError(.fileNotOpened(name, remedy: remedy))
            case .tooLarge: throw ConfigurationError(.fileIsTooLarge(name, most: limit))
            case .notAFile(let kind): throw ConfigurationError(.notAFile(name, kind, remedy: remedy))
            case .unreadable, .notPrivate:
                throw ConfigurationError(.fileNotRead(name, remedy: remedy))
            }
        }
        return try text(bytes: bytes, name: name, limit: limit)
    }

    /// The text of bytes, without a byte order mark. Throws when they are more than `limit` or not UTF-8.
    static func text(bytes: [UInt8], name: String, limit: Int) throws(ConfigurationError) -> String {
        guard bytes.count <= limit else { throw ConfigurationError(.fileIsTooLarge(name, most: limit)) }
        guard var text = String(validating: bytes, as: UTF8.self) else {
            throw ConfigurationError(.fileIsNotUTF8(name))
        }
        if text.unicodeScalars.first == "\u{FEFF}" { text.unicodeScalars.removeFirst() }
        return text
    }
}
