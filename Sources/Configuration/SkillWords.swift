import Content

/// Skills that schools write where topics are asked for: one a line in `Config/skill-words.txt`.
public enum SkillWords {
    /// The file's usual name.
    public static let file = "Config/skill-words.txt"

    /// Reads a file; lines as of ``HeldWords``. Throws ``ConfigurationError`` when it is absent, too large or not UTF-8.
    public static func read(path: String) throws(ConfigurationError) -> [String] {
        let text = try BoundedFile.text(
            path: path, name: file, limit: HeldWords.largestFile,
            remedy: FileRemedy.shipped)
        return HeldWords(text: text, file: file).phrases
    }
}
