import Content

/// A map that the names of an export's columns and its first rows suggest. Somebody looks through it before it is used: consent is never
/// guessed, only pointed at.
public struct RosterMapGuess: Sendable {
    /// The map.
    public let map: RosterMap
    /// The map as a file, with comments.
    public let yaml: String
    /// The columns that are not read by it, as they are called.
    public let notRead: [String]
    /// Columns that look like a consent: a person must say what they are about.
    public let consents: [String]
    /// What of the cells has no meaning yet: grades and languages in words, for `values`.
    public let unexplained: [RosterMap.Meaning: [String]]
    /// The first learners as they are read by the map; nil where it says too little.
    public let sample: PeopleSnapshot?

    /// How many rows are looked at, and how many learners are shown.
    static let rows = 200
    static let shown = 3

    /// Guesses. Throws ``RosterError`` where the file is no table.
    public init(_ file: RosterSourceFile, today: CalendarDate, region: String?) throws(RosterError) {
        let beginning = RosterSourceFile(path: file.path, bytes: Self.beginning(of: file.bytes))
        let (line, table) = try Self.header(of: beginning)
        var cells = [[String]](repeating: [], count: table.headings.count)
        var rows = table
        while cells[0].count < Self.rows, let entry = try rows.next() {
            guard case .row(let row) = entry else { continue }
            for place in cells.indices { cells[place].append(row[place]) }
        }
        let columns = GuessedColumns(table.headings, cells.map { ColumnEvidence($0) }, doubled: table.doubled)
        var map = columns.map
        map.file.header = line
        let values = GuessedValues(columns, today: today, region: region)
        map.values = values.values
        if let order = values.dates { map.file.dates = order }
        self.map = map
        unexplained = values.unexplained
        consents = columns.headings(of: .guardianConsent)
        let used = columns.used
        notRead = table.headings.filter {
            !$0.isEmpty && !used.contains($0) && !columns.headings(of: .guardianConsent).contains($0)
        }
        yaml = RosterMapText.of(
            map, comments: RosterMapText.Comments(notRead: notRead, consents: consents, unexplained: unexplained))
        let isNamed = !(map.learner.given + map.learner.family + map.learner.name).isEmpty
        if map.learner.id.isEmpty || !isNamed {
            sample = nil
        } else {
            var snapshot = try MappedExport(beginning, map: map, today: today, region: region)
                .snapshot(isWhole: false, most: Self.rows)
            snapshot.learners.sort { $0.line < $1.line }
            snapshot.learners = Array(snapshot.learners.prefix(Self.shown))
            sample = snapshot
        }
    }

    /// As much of a file as is looked at, up to the end of a line.
    private static func beginning(of bytes: [UInt8]) -> [UInt8] {
        let most = 400_000
        guard bytes.count > most else { return bytes }
        var end = most
        let isWide = bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
        if !isWide { while end > most / 2, bytes[end - 1] != Byte.newline { end -= 1 } }
        return Array(bytes[..<end])
    }

    /// The line whose cells are known best as names of columns: titles may stand above it.
    private static func header(of file: RosterSourceFile) throws(RosterError) -> (line: Int, table: SourceTable) {
        var best = (line: 1, table: try SourceTable(file), known: 0)
        best.known = known(best.table.headings)
        for line in 2...12 {
            guard let table = try? SourceTable(file, form: SourceTable.Form(header: line)), table.headerLine == line
            else { continue }
            let count = known(table.headings)
            if count > best.known { best = (line, table, count) }
        }
        return (best.line, best.table)
    }

    private static func known(_ headings: [String]) -> Int {
        headings.count { HeadingWords($0).role(isMail: false) != nil }
    }
}
