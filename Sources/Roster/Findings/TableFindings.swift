import Content

/// What is found of a roster file as a whole: it cannot be used, and a ``RosterError`` says so.
extension Finding {
    /// Told of a file of which nothing is read because of its size; `most`: in bytes.
    static func fileIsTooLarge(_ file: String, most: Int) -> Finding {
        Finding(
            .error, at: .file(file), "The file has more than \(most / 1_000_000) million bytes.", remedy: "Split it.")
    }

    /// Told of a file with more rows than any school has learners.
    static func tooManyRows(in file: String, most: Int) -> Finding {
        Finding(.error, at: .file(file), "The file has more than \(most) rows.", remedy: "Split it.")
    }

    /// Told of a file without a first line; `required`: the columns that it would have to name.
    static func fileIsEmpty(_ file: String, required: [String]) -> Finding {
        Finding(
            .error, at: .file(file), "The file is empty.",
            remedy: "Its first line names the columns: \(required.joined(separator: ",")), ….")
    }

    /// Told of a first line whose quotes went astray.
    static func firstLineNotRead(of file: String, _ fault: CSVFault) -> Finding {
        Finding(
            .error, at: .file(file, line: fault.line, column: fault.column), fault.problem, remedy: fault.remedy)
    }

    /// Told of the second of two columns of one name.
    static func columnStandsTwice(_ name: String, at place: FindingSite) -> Finding {
        Finding(.error, at: place, "Column '\(name)' stands twice.", remedy: "Keep one of the two.")
    }

    /// Told of a column that is not known and named almost as one that protects a learner, `near`.
    static func columnMayProtect(_ name: String, near: String, at place: FindingSite) -> Finding {
        Finding(
            .error, at: place, "Unknown column '\(name)': what it says may protect a learner, so nothing was read.",
            remedy: "Is it meant to be '\(near)'? Correct it, or give the column quite another name.")
    }

    /// Told of a file that lacks columns which must be there; `unknown`: those that it has and nobody knows.
    static func columnsAreMissing(_ missing: [String], unknown: [String], at place: FindingSite) -> Finding {
        let near = missing.compactMap { name in
            NearestName.of(name, among: unknown).map { "Is '\($0)' meant to be '\(name)'?" }
        }
        let names = missing.map { "'\($0)'" }.joined(separator: ", ")
        return Finding(
            .error, at: place, "There is no column \(names).",
            remedy: near.isEmpty ? "Name it in the first line." : near.joined(separator: " "))
    }
}

/// What is found in the lines of a roster file, before anything is said about the values in them.
extension Finding {
    /// Told of a file in another encoding; `line`: the first that shows it.
    static func fileIsNotUTF8(_ file: String, line: Int) -> Finding {
        Finding(
            .warning, at: .file(file, line: line, column: 1), "The file is not UTF-8; it was read as Windows-1252.",
            remedy: "Check accented letters, and save the file as 'CSV UTF-8'.")
    }

    /// Told of each column that is not known and can be done without; `near`: the known one that it may be meant for.
    static func columnNotKnown(_ name: String, near: String?, known: [String], at place: FindingSite) -> Finding {
        Finding(
            .warning, at: place, "Unknown column '\(name)'; it was left out.",
            remedy: near.map { "Did you mean '\($0)'?" } ?? "Known columns: \(known.joined(separator: ", ")).")
    }

    /// Told of each row whose quotes went astray.
    static func rowNotRead(of file: String, _ fault: CSVFault) -> Finding {
        rowLeftOut(fault.problem, remedy: fault.remedy, at: .file(file, line: fault.line, column: fault.column))
    }

    /// Told of each row that has more or fewer cells than the first line.
    static func cellsAreOther(_ count: Int, expected: Int, at place: FindingSite) -> Finding {
        rowLeftOut(
            "The row has \(count) cells; expected \(expected), as in the first line.",
            remedy: "Put a cell that has a delimiter in it in quotes, and give empty cells their delimiters.",
            at: place)
    }

    private static func rowLeftOut(_ problem: String, remedy: String, at place: FindingSite) -> Finding {
        Finding(.warning, at: place, "\(problem) The row was left out.", remedy: remedy)
    }
}
