import Content

/// A line of a list of words, as a school writes it.
enum ListLine {
    /// What a line says: without its comment, without blanks at its ends and without the mark that nobody sees, which stands in the middle
    /// of a file where two were joined.
    static func content(_ line: Substring) -> String { line.filter { $0 != "\u{FEFF}" }.prefix { $0 != "#" }.trimmed }
}
