import Content

/// Reads the tables of OneRoster, one after the other, over what is known from an earlier import.
struct OneRosterReader {
    /// The columns of users that a map names.
    struct Languages {
        var learner: [String] = []
        var guardian: [String] = []
    }

    /// The tables as they stand.
    var people: OneRosterPeople
    /// What was found, table by table.
    var findings: [Finding] = []
    /// People of whom a row was left out: they stay as they are.
    var untouched: Set<String> = []
    /// People whose rows say that they are to be deleted.
    var deleted: Set<String> = []
    /// How many rows of people were left out.
    var rowsLeftOut = 0
    private let earlier: OneRosterPeople
    let days: DayReading
    private let languages: Languages
    var deletedClasses: Set<String> = []
    /// The lines of the ids of the table that is read.
    var lines: [String: Int] = [:]

    /// A reader over what an earlier import has kept. `languages`: what a map names.
    init(_ earlier: OneRosterPeople, isTwo: Bool, days: DayReading, languages: Languages) {
        people = earlier
        self.earlier = earlier
        self.days = days
        self.languages = languages
        people.isTwo = isTwo
    }

    /// Reads a table; what it has in all replaces what was there, what it has of changes is laid over it.
    mutating func read(_ table: OneRosterTable, _ source: SourceTable, isWhole: Bool) throws(RosterError) {
        findings += source.findings
        people.known.insert(table)
        lines = [:]
        let from = findings.count
        switch table {
        case .manifest: break
        case .orgs: try readOrgs(source, isWhole)
        case .academicSessions: try readSessions(source, isWhole)
        case .classes: try readClasses(source, isWhole)
        case .users: try readUsers(source, isWhole)
        case .roles: try readRoles(source, isWhole)
        case .enrollments: try readEnrolments(source, isWhole)
        }
        let line = { (finding: Finding) -> Int in
            if case .file(_, let line?, _) = finding.site { line } else { 0 }
        }
        let sorted = findings[from...].enumerated().sorted {
            (line($0.element), $0.offset) < (line($1.element), $1.offset)
        }
        findings.replaceSubrange(from..., with: sorted.map(\.element))
    }

    private mutating func readOrgs(_ source: SourceTable, _ isWhole: Bool) throws(RosterError) {
        var columns = Columns(source)
        let (id, name) = (columns.needed("sourcedId"), columns.needed("name"))
        let (type, status) = (columns["type"], columns["status"])
        try columns.check()
        if isWhole { people.orgs = [:] }
        try forEach(source, id, "sourcedId") { reader, row, key in
            guard row[status].lowercased() != "tobedeleted" else { return reader.people.orgs[key] = nil }
            let isSchool = type == nil || row[type].lowercased() == "school"
            let org = OneRosterOrg(name: row[name], isSchool: isSchool)
            reader.put(org, key, in: \.orgs, source, row) {
                $0.isSchool == $1.isSchool ? $0.name < $1.name : $0.isSchool
            }
        }
    }

    private mutating func readSessions(_ source: SourceTable, _ isWhole: Bool) throws(RosterError) {
        var columns = Columns(source)
        let id = columns.needed("sourcedId")
        let (start, end, status) = (columns["startDate"], columns["endDate"], columns["status"])
        try columns.check()
        if isWhole { people.sessions = [:] }
        try forEach(source, id, "sourcedId") { reader, row, key in
            guard row[status].lowercased() != "tobedeleted" else { return reader.people.sessions[key] = nil }
            let span = reader.span(row, source, (start, "startDate"), (end, "endDate"))
            reader.put(span, key, in: \.sessions, source, row) { $0 < $1 }
        }
    }

    private mutating func readClasses(_ source: SourceTable, _ isWhole: Bool) throws(RosterError) {
        var columns = Columns(source)
        let (id, title) = (columns.needed("sourcedId"), columns.needed("title"))
        let (code, type) = (columns["classCode"], columns["classType"])
        let (terms, status) = (columns["termSourcedIds"] ?? columns["termSourcedId"], columns["status"])
        try columns.check()
        if isWhole { people.classes = [:] }
        try forEach(source, id, "sourcedId") { reader, row, key in
            guard row[status].lowercased() != "tobedeleted" else {
                reader.deletedClasses.insert(key)
                reader.people.enrolments.remove(key)
                return reader.people.classes[key] = nil
            }
            let group = OneRosterClass(
                title: row[title], code: row[code], isHomeroom: row[type].lowercased() == "homeroom",
                terms: OneRosterPeople.list(row[terms]))
            reader.put(group, key, in: \.classes, source, row) {
                ($0.title, $0.code, $0.terms.joined(separator: ",")) < (
                    $1.title, $1.code, $1.terms.joined(separator: ",")
                )
            }
        }
    }

    private mutating func readUsers(_ source: SourceTable, _ isWhole: Bool) throws(RosterError) {
        var columns = try UserColumns(source, isTwo: people.isTwo, languages: languages)
        findings += columns.findings
        var rows = UserRows(earlier: people.users, isWhole: isWhole)
        var source = source
        while let entry = try source.next() {
            switch entry {
            case .broken(let broken):
                findings.append(broken.finding)
                rowsLeftOut += 1
                if let id = broken.cell(columns.id, of: source.headings.count) { rows.keep(id) }
            case .row(let row):
                guard let id = self.id(of: row, columns.id, "sourcedId", source.file) else {
                    rowsLeftOut += 1
                    continue
                }
                if columns.isDeleted(row) {
                    rows.delete(id)
                } else {
                    let read = columns.user(row, file: source.file, findings: &findings)
                    let problems = rows.add(read, id, file: source.file)
                    findings += problems
                    rowsLeftOut += problems.count
                }
            }
        }
        (people.users, untouched, deleted) = rows.finished()
    }
}
