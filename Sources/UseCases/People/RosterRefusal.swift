import Content
import Files

/// Why a source of people cannot be looked into.
public enum RosterRefusal: Error, Hashable, Sendable {
    /// It is not there, or may not be read.
    case missing(Verbatim)
    /// It is neither a folder nor a file; what it is.
    case neither(Verbatim, RegularFile.Problem)
    /// It, or a file in it, cannot be read; the system's word for why.
    case unreadable(Verbatim, Verbatim)
    /// It, or a file in it, is larger than anything that is read; in bytes.
    case tooLarge(Verbatim, most: Int)
    /// It holds more files than anything that is read.
    case tooMany(Verbatim, most: Int)
    /// It is a zip that is not whole: it was cut off, or bytes of it are others than when it was made.
    case brokenZip(Verbatim)
    /// It is a workbook of a spreadsheet program.
    case workbook(Verbatim)
    /// It holds no table.
    case noTable(Verbatim)
    /// It holds several tables, or several rosters, that could be meant.
    case severalTables(Verbatim, [Verbatim])
    /// It is a table of another program, and no map says what its columns mean.
    case needsMap(Verbatim)
    /// It is OneRoster, and the map is one of a table.
    case mapOfATable(Verbatim)
    /// It is a table, and the map is one of OneRoster.
    case mapOfOneRoster(Verbatim)
    /// It is read without a map.
    case needsNoMap(Verbatim)
    /// A map lies where one would be written.
    case mapIsThere(Verbatim)
}
