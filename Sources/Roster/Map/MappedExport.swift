import Content

/// A table of another program, read by a map.
public struct MappedExport: Sendable {
    private let map: RosterMap
    private let columns: MappedColumns
    private let reader: MappedLineReader
    private var table: SourceTable
    private var findings: [Finding]

    /// Opens a table. Throws ``RosterError`` when it is none, and for a column of the map that it does not have.
    ///
    /// - Parameters:
    ///   - file: the table.
    ///   - map: what its columns mean.
    ///   - today: the day by which a learner's last day is told.
    ///   - region: the two letters of the school's country; nil: grades that mean another in another country are not read.
    public init(
        _ file: RosterSourceFile, map: RosterMap, today: CalendarDate, region: String?
    ) throws(RosterError) {
        self.map = map
        table = try SourceTable(
            file,
            form: SourceTable.Form(
                encoding: map.file.encoding, delimiter: map.file.delimiter?.utf8.first, header: map.file.header))
        columns = try MappedColumns(map, table)
        reader = MappedLineReader(map, columns, table, today: today, region: region)
        findings = table.findings
    }

    /// The people of the table; `isWhole`: whether it is known to have all of its schools. `most`: no more lines than so many are read.
    public consuming func snapshot(isWhole: Bool, most: Int = .max) throws(RosterError) -> PeopleSnapshot {
        var lines: [String: [MappedLine]] = [:]
        var untouched: Set<LearnerID> = []
        var leftOut = 0
        var count = 0
        while count < most, let entry = try table.next() {
            switch entry {
            case .broken(let broken):
                findings.append(broken.finding)
                leftOut += 1
                if let id = broken.cell(columns.idPlace, of: table.headings.count) {
                    untouched.insert(LearnerID(rawValue: id))
                }
            case .row(let row):
                guard !columns.isSkipped(row) else { continue }
                count += 1
                if let line = reader.line(row, &findings) {
                    lines[line.id, default: []].append(line)
                } else {
                    leftOut += 1
                }
            }
        }
        var learners: [LearnerRow] = []
        var teachers: [String: Set<Content.SchoolClass.Teacher>] = [:]
        for (id, lines) in lines {
            let id = LearnerID(rawValue: id)
            if let problems = MappedLine.contradiction(lines, file: table.file) {
                findings += problems
                leftOut += lines.count
                untouched.insert(id)
            } else if !untouched.contains(id) {
                let learner = MappedLearner(lines)
                learners.append(learner.row(id, columns))
                guard learner.isThere else { continue }
                for group in learner.classes { teachers[group, default: []].formUnion(learner.teachers[group] ?? []) }
            }
        }
        let classes = teachers.map { PeopleSnapshot.SchoolClass(name: $0.key, teachers: $0.value.sorted(by: <)) }
        findings.sort { ($0.site.line, $0.place, $0.problem) < ($1.site.line, $1.place, $1.problem) }
        return PeopleSnapshot(
            name: table.file, learners: learners.sorted { $0.id < $1.id },
            classes: columns.hasTeachers ? classes.sorted { $0.name < $1.name } : [], isWhole: isWhole,
            untouched: untouched, rowsLeftOut: leftOut, findings: findings)
    }

    /// The people of a table by a map (``init(_:map:today:region:)``, ``snapshot(isWhole:most:)``).
    public static func read(
        _ file: RosterSourceFile, map: RosterMap, today: CalendarDate, region: String?, isWhole: Bool
    ) throws(RosterError) -> PeopleSnapshot {
        try MappedExport(file, map: map, today: today, region: region).snapshot(isWhole: isWhole)
    }
}

extension Content.SchoolClass.Teacher {
    static func < (one: Content.SchoolClass.Teacher, other: Content.SchoolClass.Teacher) -> Bool {
        (one.name ?? "", one.address ?? "") < (other.name ?? "", other.address ?? "")
    }
}
