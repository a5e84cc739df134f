import Content

/// What is the same of all tables: ids, days, and rows that stand twice.
extension OneRosterReader {
    /// Whether somebody is among the users, or stands there with a row that was left out or takes them away.
    func isKnown(_ id: String) -> Bool {
        people.users[id] != nil || untouched.contains(id) || deleted.contains(id)
    }

    /// Somebody of whom the users tell; nil, with a finding where nothing at all is known of them.
    mutating func known(
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

    /// Takes what a row says under an id. Of two rows of one file that say different things the one that is before the other counts,
    /// in whichever order they stand.
    mutating func put<Value: Equatable>(
        _ value: Value, _ id: String, in table: WritableKeyPath<OneRosterPeople, [String: Value]>,
        _ source: SourceTable,
        _ row: SourceRow, isBefore: (Value, Value) -> Bool
    ) {
        guard let line = lines[id], let other = people[keyPath: table][id], other != value else {
            lines[id] = row.line
            people[keyPath: table][id] = value
            return
        }
        findings.append(.idStandsTwice(id, line: line, at: .file(source.file, line: row.line)))
        if isBefore(value, other) { people[keyPath: table][id] = value }
    }

    /// Goes over the rows of a table that have an id.
    mutating func forEach(
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
    mutating func id(of row: SourceRow, _ key: Int?, _ name: String, _ file: String) -> String? {
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
    mutating func span(
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
