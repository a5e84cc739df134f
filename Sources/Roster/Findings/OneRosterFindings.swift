import Content

/// What is found of the tables of OneRoster.
extension Finding {
    /// Told of a source without a manifest; `files`: those that are there.
    static func manifestIsMissing(files: [String]) -> Finding {
        Finding(
            .note, at: .file(OneRosterTable.manifest.file),
            "There is no manifest.csv: each file counts as the whole of its table, and the columns tell the version.",
            remedy: "Read were \(files.joined(separator: ", ")).")
    }

    /// Told of a manifest that does not name a version.
    static func manifestHasNoVersion(at place: FindingSite) -> Finding {
        Finding(.note, at: place, "It has no 'oneroster.version': the columns tell the version.")
    }

    /// Told of a version that is not read.
    static func versionIsOther(_ version: String, at place: FindingSite) -> Finding {
        Finding(
            .error, at: place, "OneRoster \(version.prefix(20)) is not read.",
            remedy: "Export OneRoster CSV 1.1 or 1.2.")
    }

    /// Told of a manifest that says something else of a file than how much of its table it has.
    static func modeIsOther(_ mode: String, of file: String, at place: FindingSite) -> Finding {
        Finding(
            .error, at: place, "'\(mode.prefix(20))' is said of \(file).", remedy: "Expected bulk, delta or absent.")
    }

    /// Told of a file that the manifest names and that is not there.
    static func promisedFileIsMissing(_ file: String) -> Finding {
        Finding(
            .error, at: .file(file), "The manifest names \(file), and it is not there.",
            remedy: "Export again, with all of its files.")
    }

    /// Told of a source without a table that nothing can be done without.
    static func neededFileIsMissing(_ file: String, _ why: String) -> Finding {
        Finding(.error, at: .file(file), "There is no \(file): \(why).", remedy: "Export again, with all of its files.")
    }

    /// Told of a file that lies there in two spellings.
    static func fileStandsTwice(_ file: String) -> Finding {
        Finding(.error, at: .file(file), "The file is there twice.", remedy: "Keep one of the two.")
    }

    /// Told of a file that is there though the manifest says that it is not.
    static func fileIsAbsentByManifest(_ file: String) -> Finding {
        Finding(.note, at: .file(file), "The manifest says that there is no \(file), so it was not read.")
    }

    /// Told of a table without columns that it must have.
    static func neededColumnsAreMissing(_ columns: [String], of file: String, line: Int) -> Finding {
        let names = columns.map { "'\($0)'" }.joined(separator: ", ")
        return Finding(
            .error, at: .file(file, line: line), "There is no column \(names).",
            remedy: "Name the columns as the standard does, and export again.")
    }

    /// Told of a column under a name that is not the standard's and that is known.
    static func columnHasOtherName(_ column: String, for name: String, at place: FindingSite) -> Finding {
        Finding(.note, at: place, "Column '\(column)' was read as '\(name)'.")
    }

    /// Told of each row with an id that another, in `line`, has for something else.
    static func idStandsTwice(_ id: String, line: Int, at place: FindingSite) -> Finding {
        Finding(
            .warning, at: place,
            "'\(id.prefix(80))' stands in line \(line) for something else. One of the two was left out.",
            remedy: "Give each an id of its own.")
    }

    /// Told of each row that names somebody or something that is not there.
    static func idIsNotThere(_ id: String, in column: String, of file: String, at place: FindingSite) -> Finding {
        Finding(
            .warning, at: place, "'\(id.prefix(80))' in column '\(column)' is not in \(file). The row was left out.")
    }

    /// Told of each learner whose school is not there.
    static func schoolIsNotThere(_ id: String, in column: String, of file: String, at place: FindingSite) -> Finding {
        Finding(
            .warning, at: place,
            "'\(id.prefix(80))' in column '\(column)' is not in \(file). The cell was left out: the learner is of no school."
        )
    }

    /// Told of each id in a cell that names somebody or something that is not there.
    static func partIsNotThere(_ id: String, in column: String, of file: String, at place: FindingSite) -> Finding {
        Finding(.note, at: place, "'\(id.prefix(80))' in column '\(column)' is not in \(file); it was left out.")
    }

    /// Told of each person whose names are empty.
    static func personHasNoName(at place: FindingSite) -> Finding {
        Finding(.warning, at: place, "The row has neither a given nor a family name.")
    }

    /// Told of each address that cannot be used.
    static func addressIsNone(in column: String, at place: FindingSite) -> Finding {
        Finding(.warning, at: place, "What stands in column '\(column)' is no mail address. It was left out.")
    }
}
