/// The file of a school's distress words. Without it no list is made: a child who needs help must not go unseen because of a
/// mistyped path.
public enum DistressWords {
    /// The largest file that is read, in bytes.
    public static let largestFile = 1_000_000

    /// The text of the file. Throws ``ConfigurationError`` when it is absent, too large or not UTF-8.
    public static func read(path: String, name: String) throws(ConfigurationError) -> String {
        let remedy =
            "It tells which wishes a grown-up must see. 'gleaner init . --missing' puts the one that ships in its place; or "
            + "correct 'suitability.distress-words' in Config/gleaner.yaml."
        return try BoundedFile.text(path: path, name: name, limit: largestFile, remedy: remedy)
    }
}
