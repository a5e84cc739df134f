import Content

/// The tables that relate people: what they are, and which classes they are in.
extension OneRosterReader {
    mutating func readRoles(_ source: SourceTable, _ isWhole: Bool) throws(RosterError) {
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

    mutating func readEnrolments(_ source: SourceTable, _ isWhole: Bool) throws(RosterError) {
        var columns = Columns(source)
        let (group, user) = (columns.needed("classSourcedId"), columns.needed("userSourcedId"))
        let role = columns.needed("role")
        let (id, status) = (columns["sourcedId"], columns["status"])
        let (begin, end) = (columns["beginDate"], columns["endDate"])
        try columns.check()
        let owners = isWhole ? [:] : people.enrolments.groups
        if isWhole { people.enrolments = OneRosterEnrolments() }
        try forEach(source, isWhole ? group : id ?? group, isWhole ? "classSourcedId" : "sourcedId") { reader, row, _ in
            let (key, person, word) = (row[group], row[user], row[role].lowercased())
            let own = row[id].isEmpty ? "\(key)|\(person)|\(word)" : row[id]
            if !isWhole, let owner = owners[own] { reader.people.enrolments.remove(own, from: owner) }
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
            reader.people.enrolments.add(
                OneRosterEnrolment(id: own, user: person, isTeacher: word == "teacher", span: span), to: key)
        }
    }
}
