import Content

/// Reads the lines of an export by a map. A cell that cannot be read costs that cell.
struct MappedLineReader: Sendable {
    private let map: RosterMap
    private let columns: MappedColumns
    private let file: String
    private let headings: Int
    private let today: CalendarDate
    private let days: DayReading
    private let grades: SchoolGrade

    init(_ map: RosterMap, _ columns: MappedColumns, _ table: SourceTable, today: CalendarDate, region: String?) {
        (self.map, self.columns, self.today) = (map, columns, today)
        (file, headings) = (table.file, table.headings.count)
        days = DayReading(order: map.file.dates)
        grades = SchoolGrade(region: region)
    }

    /// What a row says; nil, with a finding, where nobody can tell whom it is about.
    func line(_ row: SourceRow, _ findings: inout [Finding]) -> MappedLine? {
        let (id, column, heading) = columns.id.first(in: row)
        let site = FindingSite.file(file, line: row.line, column: column ?? columns.idPlace.map { $0 + 1 })
        guard !id.isEmpty, !SourceID.isSpoilt(id), id.utf8.count <= SourceID.longest else {
            let name = heading.isEmpty ? map.learner.id.first?.text ?? "" : heading
            findings.append(
                id.isEmpty
                    ? .rowHasNoID(in: name, at: site)
                    : SourceID.isSpoilt(id) ? .idIsSpoilt(id, in: name, at: site) : .idIsTooLong(in: name, at: site))
            return nil
        }
        var line = MappedLine(id: id, line: row.line)
        line.name = name(of: row)
        line.grade = grade(of: row, &findings)
        line.classes = classes(of: row)
        line.school = meaning(.school, columns.school.first(in: row).text) ?? columns.school.first(in: row).text
        line.email = addresses(columns.email, row, nil, &findings).first ?? ""
        line.language = language(columns.language, row, &findings)
        line.isThere = isThere(row, &findings)
        for (number, guardian) in columns.guardians.enumerated() {
            line.guardians += guardians(guardian, number, row, &findings)
        }
        if columns.hasTeachers { line.teachers = teachers(of: row, &findings) }
        return line
    }

    /// What the map says that a cell means; nil: nothing.
    private func meaning(_ meaning: RosterMap.Meaning, _ text: String) -> String? {
        map.values[meaning]?[RosterMap.key(text)]
    }

    private func site(_ row: SourceRow, _ column: Int?) -> FindingSite {
        .file(file, line: row.line, column: column)
    }

    private func name(of row: SourceRow) -> String {
        let parts = [columns.given.first(in: row).text, columns.family.first(in: row).text].filter { !$0.isEmpty }
        let whole = parts.isEmpty ? PersonName.read(columns.name.first(in: row).text, map.learner.nameOrder) : ""
        let name = parts.isEmpty ? whole : parts.joined(separator: " ")
        return name.count > 200 ? "" : name
    }

    private func grade(of row: SourceRow, _ findings: inout [Finding]) -> String? {
        let (text, column, heading) = columns.grade.first(in: row)
        if text.isEmpty { return "" }
        let said = meaning(.grade, text) ?? text
        if said.isEmpty || said.lowercased() == "none" { return "" }
        switch grades.read(said) {
        case .grade(let grade): return String(grade)
        case .ungraded: return ""
        case .unsure: findings.append(.gradeIsTwo(text, in: heading, at: site(row, column)))
        case .none:
            findings.append(
                .sourceCellNotRead(
                    text, in: heading, expected: "a school grade",
                    remedy: "Say in the map, below values.grade, what it means.",
                    at: site(row, column)))
        }
        return nil
    }

    private func classes(of row: SourceRow) -> [String] {
        var classes: [String] = []
        for place in columns.classes {
            let text = [place].first(in: row).text
            let parts = text.split(separator: map.learner.classSeparator).map { $0.trimmed }
            for part in parts where !part.isEmpty && part.count <= 200 && !classes.contains(part) {
                classes.append(part)
            }
        }
        return classes
    }

    private func language(
        _ places: [MappedColumns.Place], _ row: SourceRow, _ findings: inout [Finding]
    ) -> String? {
        let (text, column, heading) = places.first(in: row)
        if let tag = LanguageCell.tag(meaning(.language, text) ?? text) { return tag }
        findings.append(
            .sourceCellNotRead(
                text, in: heading, expected: LanguageCell.expected,
                remedy: "Say in the map, below values.language, what it means.", at: site(row, column)))
        return nil
    }

    private func isThere(_ row: SourceRow, _ findings: inout [Finding]) -> Bool {
        let (text, column, heading) = columns.active.first(in: row)
        var isThere = true
        if !text.isEmpty {
            if let said = YesNoWords.isThere(meaning(.active, text) ?? text) {
                isThere = said == "yes"
            } else {
                findings.append(
                    .sourceCellNotRead(
                        text, in: heading, expected: "yes or no",
                        remedy: "Say in the map, below values.active, what it means.", at: site(row, column)))
            }
        }
        let last = columns.until.first(in: row)
        switch days.read(last.text) {
        case .nothing: break
        case .day(let day): isThere = isThere && today <= day
        case .twoDays: findings.append(.dateIsTwoDays(last.text, in: last.name, at: site(row, last.column)))
        case .none:
            findings.append(
                .sourceCellNotRead(last.text, in: last.name, expected: "a day", at: site(row, last.column)))
        }
        return isThere
    }

    private func addresses(
        _ places: [MappedColumns.Place], _ row: SourceRow, _ separator: String?, _ findings: inout [Finding]
    ) -> [String] {
        let (text, column, heading) = places.first(in: row)
        let read = MailCell.read(text, separator: separator)
        if read.hasOther { findings.append(.addressIsNone(in: heading, at: site(row, column))) }
        return read.addresses
    }

    private func guardians(
        _ guardian: MappedColumns.Guardian, _ number: Int, _ row: SourceRow, _ findings: inout [Finding]
    ) -> [MappedLine.Guardian] {
        let addresses = addresses(guardian.email, row, guardian.separator, &findings)
        guard !addresses.isEmpty else { return [] }
        let language = guardian.language.isEmpty ? nil : language(guardian.language, row, &findings)
        let consent = guardian.consent.isEmpty ? nil : consent(guardian.consent, row, &findings)
        return addresses.enumerated().map { place, address in
            MappedLine.Guardian(
                address: address, language: language, consent: consent, rank: number * 1_000 + min(place, 999))
        }
    }

    /// Whether somebody agreed. What cannot be read is not a yes.
    private func consent(
        _ places: [MappedColumns.Place], _ row: SourceRow, _ findings: inout [Finding]
    ) -> String {
        let (text, column, heading) = places.first(in: row)
        // Of a row with too few cells nobody can tell whose yes it is.
        if row.count < headings {
            findings.append(.consentOfShortRow(at: site(row, nil)))
            return Fact.unreadable
        }
        if text.isEmpty { return "" }
        if let said = meaning(.consent, text) { return said.isEmpty ? "" : YesNoWords.read(said) ?? Fact.unreadable }
        if let said = YesNoWords.read(text) { return said }
        findings.append(.consentNotRead(in: heading, at: site(row, column)))
        return Fact.unreadable
    }

    private func teachers(of row: SourceRow, _ findings: inout [Finding]) -> [Content.SchoolClass.Teacher] {
        let names = columns.teacherName.first(in: row).text.split(separator: ";").map { $0.trimmed }
        let addresses = addresses(columns.teacherEmail, row, nil, &findings)
        return (0..<max(names.count, addresses.count)).map { number in
            Content.SchoolClass.Teacher(
                name: number < names.count && !names[number].isEmpty ? names[number] : nil,
                address: number < addresses.count ? addresses[number] : nil)
        }
    }
}

/// A person's name out of one cell.
enum PersonName {
    /// The name with the given name first. `Last, First M.` becomes `First M. Last`; what stands behind a name for good (`Jr.`) stays there.
    static func read(_ text: String, _ order: RosterMap.NameOrder) -> String {
        guard order == .lastFirst else { return text }
        var parts = text.split { $0 == "," || $0 == "，" }.map { $0.trimmed }.filter { !$0.isEmpty }
        let suffix = parts.dropFirst().firstIndex { suffixes.contains($0.lowercased().filter { $0 != "." }) }
        let last = suffix.map { parts.remove(at: $0) }
        guard let family = parts.first else { return text }
        let given = parts.dropFirst().joined(separator: " ")
        return [given, family, last ?? ""].filter { !$0.isEmpty }.joined(separator: " ")
    }

    private static let suffixes: Set<String> = ["jr", "sr", "ii", "iii", "iv"]
}

extension RosterMap.Source {
    /// The column's name, or the text.
    var text: String {
        switch self {
        case .column(let name): name
        case .constant(let text): text
        }
    }
}
