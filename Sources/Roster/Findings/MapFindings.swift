import Content

/// What is found of a map and of the export that it is for.
extension Finding {
    /// Told of a column that a map names and the export does not have.
    static func mapColumnIsMissing(_ name: String, headings: [String], of file: String, line: Int) -> Finding {
        let near = NearestName.hint(for: name, among: headings.filter { !$0.isEmpty }).trimmed
        let known = headings.filter { !$0.isEmpty }.prefix(12).map { "'\($0.prefix(40))'" }.joined(separator: ", ")
        return Finding(
            .error, at: .file(file, line: line), "The map names the column '\(name.prefix(60))', and there is none.",
            remedy: near.isEmpty ? "There are \(known)." : near)
    }
}

/// What is found in the cells of an export.
extension Finding {
    /// Told of each grade that means one in one country and another in another.
    static func gradeIsTwo(_ text: String, in column: String, at place: FindingSite) -> Finding {
        sourceCellNotRead(
            text, in: column, expected: "the same grade in every country",
            remedy:
                "Say in the map, below values.grade, what it means, or write the country's letters into school.region of Config/gleaner.yaml.",
            at: place)
    }

    /// Told of each cell of consent that is neither a yes nor a no.
    static func consentNotRead(in column: String, at place: FindingSite) -> Finding {
        Finding(
            .warning, at: place,
            "What stands in column '\(column)' is neither yes nor no. It counts as no.",
            remedy: "Say in the map, below values.consent, what it means.")
    }

    /// Told of each row with fewer cells than columns that may hold a consent.
    static func consentOfShortRow(at place: FindingSite) -> Finding {
        Finding(
            .warning, at: place,
            "The row has fewer cells than the table columns, so that nobody can tell whose consent is whose. It counts as no.",
            remedy: "Give empty cells their delimiters.")
    }
}
