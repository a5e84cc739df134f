import Content

/// Reads the tables of OneRoster, one after the other, over what is known from an earlier import.
struct OneRosterReader {
    /// The columns of users that a map names.
    struct Languages {
        var learner: [String] = []
        var guardian: [String] = []
    }

    /// The tables as they stand.
    private(set) var people: OneRosterPeople
    /// What was found, table by table.
    private(set) var findings: [Finding] = []
    /// People of whom a row was left out: they stay as they are.
    private(set) var untouched: Set<String> = []
    /// People whose rows say that they are to be deleted.
    private(set) var deleted: Set<String> = []
    /// How many rows of people were left out.
    private(set) var rowsLeftOut = 0
    private let earlier: OneRosterPeople
    private let days: DayReading
    private let languages: Languages
    private var deletedClasses: Set<String> = []

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
            reader.people.orgs[key] = OneRosterOrg(name: row[name], isSchool: isSchool)
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
            reader.people.sessions[key] = reader.span(row, source, (start, "startDate"), (end, "endDate"))
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
                reader.people.enrolments[key] = nil
                return reader.people.classes[key] = nil
            }
            reader.people.classes[key] = OneRosterClass(
                title: row[title], code: row[code], isHomeroom: row[type].lowercased() == "homeroom",
                terms: OneRosterPeople.list(row[terms]))
        }
    }

    private mutating func readUsers(_ source: SourceTable, _ isWhole: Bool) throws(RosterError) {
        let columns = try UserColumns(source, isTwo: people.isTwo, languages: languages)
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

    private mutating func readRoles(_ source: SourceTable, _ isWhole: Bool) throws(RosterError) {
        var columns = Columns(source)
        let (user, role, org) = (
            columns.needed("userSourcedId"), columns.needed("role"), columns.needed("orgSourcedId")
        )
        let (id, status, type) = (columns["sourcedId"], columns["status"], columns["roleType"])
        let (begin, end) = (columns["beginDate"], columns["endDate"])
        try columns.check()
        var owners: [String: String] = [:]
        if isWhole {
            people.roles = [:]
        } else {
            for (owner, rows) in people.roles { for row in rows { owners[row.id] = owner } }
        }
        let before = findings.count
        try forEach(source, user, "userSourcedId") { reader, row, key in
            let word = row[role]
            let own = row[id].isEmpty ? "\(key)|\(word.lowercased())|\(row[org])" : row[id]
            if !isWhole, let owner = owners[own] { reader.people.roles[owner]?.removeAll { $0.id == own } }
            guard row[status].lowercased() != "tobedeleted" else { return }
            guard reader.isKnown(key) else {
                let site = FindingSite.file(source.file, line: row.line, column: user.map { $0 + 1 })
                reader.findings.append(
                    .idIsNotThere(key, in: "userSourcedId", of: OneRosterTable.users.file, at: site))
                return
            }
            let span = reader.span(row, source, (begin, "beginDate"), (end, "endDate"))
            let new = OneRosterRoleRow(
                id: own, role: OneRosterRole(word: word), isPrimary: row[type].lowercased() == "primary",
                org: row[org], span: span)
            if reader.people.roles[key]?.contains(new) != true { reader.people.roles[key, default: []].append(new) }
        }
        // Whoever loses a role for a row that was left out has not left.
        rowsLeftOut += findings[before...].count { $0.problem.hasSuffix("The row was left out.") }
    }

    private mutating func readEnrolments(_ source: SourceTable, _ isWhole: Bool) throws(RosterError) {
        var columns = Columns(source)
        let (group, user) = (columns.needed("classSourcedId"), columns.needed("userSourcedId"))
        let role = columns.needed("role")
        let (id, status) = (columns["sourcedId"], columns["status"])
        let (begin, end) = (columns["beginDate"], columns["endDate"])
        try columns.check()
        var owners: [String: String] = [:]
        if isWhole {
            people.enrolments = [:]
        } else {
            for (owner, rows) in people.enrolments { for row in rows { owners[row.id] = owner } }
        }
        try forEach(source, isWhole ? group : id ?? group, isWhole ? "classSourcedId" : "sourcedId") { reader, row, _ in
            let (key, person, word) = (row[group], row[user], row[role].lowercased())
            let own = row[id].isEmpty ? "\(key)|\(person)|\(word)" : row[id]
            if !isWhole, let owner = owners[own] { reader.people.enrolments[owner]?.removeAll { $0.id == own } }
            guard row[status].lowercased() != "tobedeleted", word == "student" || word == "teacher" else { return }
            guard let person = reader.known(person, row, user, "userSourcedId", source.file) else { return }
            guard reader.people.classes[key] != nil else {
                if !reader.deletedClasses.contains(key) {
                    let site = FindingSite.file(source.file, line: row.line, column: group.map { $0 + 1 })
                    reader.findings.append(
                        .idIsNotThere(key, in: "classSourcedId", of: OneRosterTable.classes.file, at: site))
                }
                return
            }
            let span = reader.span(row, source, (begin, "beginDate"), (end, "endDate"))
            reader.people.enrolments[key, default: []].append(
                OneRosterEnrolment(id: own, user: person, isTeacher: word == "teacher", span: span))
        }
    }
}

extension OneRosterReader {
    /// Whether somebody is among the users, or stands there with a row that was left out or takes them away.
    private func isKnown(_ id: String) -> Bool {
        people.users[id] != nil || untouched.contains(id) || deleted.contains(id)
    }

    /// Somebody of whom the users tell; nil, with a finding where nothing at all is known of them.
    private mutating func known(
        _ id: String, _ row: SourceRow, _ column: Int?, _ name: String, _ file: String
    ) -> String? {
        // The text that is there already is taken: a district has many enrolments a person.
        if let index = people.users.index(forKey: id) { return people.users[index].key }
        if untouched.contains(id) { return id }
        guard !deleted.contains(id) else { return nil }
        let site = FindingSite.file(file, line: row.line, column: column.map { $0 + 1 })
        findings.append(
            SourceID.isSpoilt(id)
                ? .idIsSpoilt(id, in: name, at: site)
                : id.isEmpty
                    ? .rowHasNoID(in: name, at: site)
                    : .idIsNotThere(id, in: name, of: OneRosterTable.users.file, at: site))
        return nil
    }

    /// Goes over the rows of a table that have an id.
    private mutating func forEach(
        _ source: SourceTable, _ key: Int?, _ name: String,
        _ body: (inout OneRosterReader, SourceRow, String) -> Void
    ) throws(RosterError) {
        var source = source
        while let entry = try source.next() {
            switch entry {
            case .broken(let broken): findings.append(broken.finding)
            case .row(let row):
                guard let id = id(of: row, key, name, source.file) else { continue }
                body(&self, row, id)
            }
        }
    }

    /// The id of a row; nil, with a finding, where it is none.
    private mutating func id(of row: SourceRow, _ key: Int?, _ name: String, _ file: String) -> String? {
        let id = row[key]
        let site = FindingSite.file(file, line: row.line, column: key.map { $0 + 1 })
        if id.isEmpty {
            findings.append(.rowHasNoID(in: name, at: site))
        } else if SourceID.isSpoilt(id) {
            findings.append(.idIsSpoilt(id, in: name, at: site))
        } else if id.utf8.count > SourceID.longest {
            findings.append(.idIsTooLong(in: name, at: site))
        } else {
            return id
        }
        return nil
    }

    /// From when to when a row holds. A day that cannot be read counts as none.
    private mutating func span(
        _ row: SourceRow, _ source: SourceTable, _ first: (Int?, String), _ last: (Int?, String)
    ) -> DaySpan {
        func day(_ place: Int?, _ name: String) -> CalendarDate? {
            let text = row[place]
            let site = { FindingSite.file(source.file, line: row.line, column: place.map { $0 + 1 }) }
            switch days.read(text) {
            case .nothing: return nil
            case .day(let day): return day
            case .twoDays: findings.append(.dateIsTwoDays(text, in: name, at: site()))
            case .none: findings.append(.sourceCellNotRead(text, in: name, expected: "a day", at: site()))
            }
            return nil
        }
        return DaySpan(first: day(first.0, first.1), last: day(last.0, last.1))
    }
}
