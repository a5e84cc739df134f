import Content

/// What is found of a source of people as a whole, or of a table of another program.
extension Finding {
    /// Told of a file in a table's place that is none.
    static func fileIsNoTable(_ file: String, _ kind: ForeignFile.Kind) -> Finding {
        switch kind {
        case .webPage:
            Finding(
                .error, at: .file(file), "The file is a web page, not a table.",
                remedy: "Perhaps the export asked for a login: export it again, and look into the file.")
        case .workbook:
            Finding(
                .error, at: .file(file), "The file is a workbook, not a table.",
                remedy: "Save its sheet as 'CSV UTF-8', and import that.")
        case .document:
            Finding(.error, at: .file(file), "The file is a document, not a table.", remedy: "Export it as CSV.")
        case .archive:
            Finding(
                .error, at: .file(file), "The file is an archive that is not read.",
                remedy: "Unpack it, or make a zip of it.")
        }
    }

    /// Told of a table without a line of column names.
    static func tableIsEmpty(_ file: String) -> Finding {
        Finding(.error, at: .file(file), "The file is empty.", remedy: "Export it again, with its column names.")
    }

    /// Told of a table that is in no encoding that says what it is.
    static func encodingWasFoundOut(_ file: String) -> Finding {
        Finding(
            .note, at: .file(file), "The file is not UTF-8; it was read as Windows-1252.",
            remedy: "Look whether accented letters are right.")
    }

    /// Told of an encoding that a map names and nobody knows.
    static func encodingNotKnown(_ name: String, of file: String, known: [String]) -> Finding {
        Finding(
            .error, at: .file(file), "The encoding '\(name.prefix(40))' is not known.",
            remedy: "Known: \(known.joined(separator: ", ")).")
    }

    /// Told of a table that is not in the encoding that a map names.
    static func encodingIsOther(_ name: String, of file: String) -> Finding {
        Finding(
            .error, at: .file(file), "The file is not in the encoding '\(name.prefix(40))'.",
            remedy: "Leave file.encoding out of the map: it is found out.")
    }

    /// Told of each row whose quotes went astray.
    static func sourceRowNotRead(_ fault: CSVFault, at place: FindingSite) -> Finding {
        Finding(.warning, at: place, "\(fault.problem) The row was left out.", remedy: "Mend the row's quotes.")
    }

    /// Told of each row that has more cells than the table has columns.
    static func rowHasMoreCells(_ count: Int, than columns: Int, at place: FindingSite) -> Finding {
        Finding(
            .warning, at: place, "The row has \(count) cells, and the table \(columns) columns. The row was left out.",
            remedy: "Put a cell that has a delimiter in it in quotes.")
    }

    /// Told of each row that has fewer cells than the table has columns, where nobody can tell which is which.
    static func rowHasFewerCells(_ count: Int, than columns: Int, at place: FindingSite) -> Finding {
        Finding(
            .warning, at: place, "The row has \(count) cells, and the table \(columns) columns. The row was left out.",
            remedy: "Give empty cells their delimiters.")
    }

    /// Told of each row whose id a spreadsheet has made a number of.
    static func idIsSpoilt(_ id: String, in column: String, at place: FindingSite) -> Finding {
        Finding(
            .warning, at: place,
            "'\(id)' in column '\(column)' is an id that a spreadsheet has made a number of; its digits are lost. The row was left out.",
            remedy: "Export again and import that file as it is, or open it with this column as text.")
    }

    /// Told of each row without an id.
    static func rowHasNoID(in column: String, at place: FindingSite) -> Finding {
        Finding(.warning, at: place, "Nothing stands in column '\(column)'. The row was left out.")
    }

    /// Told of each row with an id that no program gives.
    static func idIsTooLong(in column: String, at place: FindingSite) -> Finding {
        Finding(
            .warning, at: place,
            "What stands in column '\(column)' has more than \(SourceID.longest) bytes. The row was left out.")
    }

    /// Told of both rows that have one id and are not of one person; `line`: of the other.
    static func idIsOfTwo(_ id: String, line: Int, at place: FindingSite) -> Finding {
        Finding(
            .warning, at: place,
            "'\(id)' stands in line \(line) for another person. Both rows were left out, and whoever has the id stays as they are.",
            remedy: "Give each person an id of their own.")
    }

    /// Told of each cell that is left out; `expected`: what should stand there.
    static func sourceCellNotRead(
        _ text: String, in column: String, expected: String, remedy: String = "", at place: FindingSite
    ) -> Finding {
        Finding(
            .warning, at: place,
            "\(shown(text)) in column '\(column)' is not \(expected). The cell was left out.",
            remedy: remedy)
    }

    /// Told of each cell with a date that two people would read as two days.
    static func dateIsTwoDays(_ text: String, in column: String, at place: FindingSite) -> Finding {
        Finding(
            .warning, at: place,
            "\(shown(text)) in column '\(column)' could be two days. The cell was left out.",
            remedy:
                "Export dates as YYYY-MM-DD, or say 'dates: day-first' or 'dates: month-first' below 'file' in a map.")
    }

    /// A cell for a message. In a row that is shifted any cell may stand in any place: what does not look like what belongs there is not shown.
    private static func shown(_ text: String) -> String {
        let isPlain = text.unicodeScalars.allSatisfy {
            $0.properties.isAlphabetic || ("0"..."9").contains($0) || " .,/-º°ª".unicodeScalars.contains($0)
        }
        let digits = text.utf8.count { (0x30...0x39).contains($0) }
        return isPlain && text.count <= 24 && digits <= 8 ? "'\(text)'" : "What stands"
    }
}
