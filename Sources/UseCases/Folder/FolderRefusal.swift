import Content

/// What cannot be done with a working folder.
public enum FolderRefusal: Error, Hashable, Sendable {
    /// A place in the program's own folder.
    case insideOfProgram(Verbatim)
    /// It is a working folder already.
    case isWorkingFolder(Verbatim)
    /// It holds something else.
    case isNotEmpty(Verbatim)
    /// It could not be made; the system's words.
    case unmakeable(Verbatim, Verbatim)
    /// It is no working folder.
    case isNoWorkingFolder(Verbatim)
    /// It could not be written to; the system's words.
    case unwritable(Verbatim, Verbatim)
    /// The store that is said to be lost is there.
    case storeIsThere(Verbatim)
    /// A part of the lost store is there.
    case partOfStoreIsThere(Verbatim)
}
