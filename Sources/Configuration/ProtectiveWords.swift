/// The files of words that protect children: those that tell of distress, and those of private topics. Without them no list is
/// made: nobody may go unseen, or be named, because of a mistyped path.
public enum ProtectiveWords {
    /// The largest file that is read, in bytes.
    public static let largestFile = 1_000_000

    /// The text of the file. Throws ``ConfigurationError`` when it is absent, too large or not UTF-8.
    public static func read(path: String, name: String) throws(ConfigurationError) -> String {
        try BoundedFile.text(path: path, name: name, limit: largestFile, remedy: FileRemedy.protectiveWords)
    }
}
