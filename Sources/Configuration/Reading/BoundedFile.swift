import Foundation

/// Reads a small text file, never more of it than the limit.
enum BoundedFile {
    /// The text of a file. Throws ``ConfigurationError`` when it cannot be read, is larger than `limit` or not UTF-8.
    static func text(path: String, name: String, limit: Int, remedy: String) throws(ConfigurationError) -> String {
        guard let handle = FileHandle(forReadingAtPath: path) else {
            throw ConfigurationError(at: name, "The file cannot be opened.", remedy: remedy)
        }
        var bytes: [UInt8] = []
        do {
            defer { try? handle.close() }
            while bytes.count <= limit, let more = try handle.read(upToCount: limit + 1 - bytes.count), !more.isEmpty {
                bytes.append(contentsOf: more)
            }
        } catch {
            throw ConfigurationError(at: name, "The file cannot be read.", remedy: remedy)
        }
        return try text(bytes: bytes, name: name, limit: limit)
    }

    /// The text of bytes, without a byte order mark. Throws when they are more than `limit` or not UTF-8.
    static func text(bytes: [UInt8], name: String, limit: Int) throws(ConfigurationError) -> String {
        guard bytes.count <= limit else {
            throw ConfigurationError(
                at: name, "The file has more than \(limit) bytes.",
                remedy: "Such a file is a few pages at most; look what is in it.")
        }
        guard var text = String(validating: bytes, as: UTF8.self) else {
            throw ConfigurationError(
                at: name, "The file is not UTF-8 text.", remedy: "Save it as UTF-8 in your editor.")
        }
        if text.unicodeScalars.first == "\u{FEFF}" { text.unicodeScalars.removeFirst() }
        return text
    }
}
