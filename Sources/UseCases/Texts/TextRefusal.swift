import Content
import Files

/// What cannot be done with texts of files.
public enum TextRefusal: Error, Hashable, Sendable {
    /// The frequencies of words that ship with the program cannot be read.
    case noFrequencies(path: Verbatim, RegularFile.Problem)
}
