import Files

/// A file that a command writes where it was told to, for its owner alone.
enum PrivateFile {
    /// Writes it whole. Throws ``RequestError`` in the words of whoever asked.
    static func write(_ bytes: [UInt8], to path: String) throws(RequestError) {
        do throws(FileProblem) {
            try RewrittenFile(path).write(bytes, mode: 0o600)
        } catch {
            throw RequestError("could not write \(error.path): \(error.problem). \(error.remedy)")
        }
    }
}
