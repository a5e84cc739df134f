import Content

/// The needed cells as they are kept for a later import of changes alone: a text a row, its cells parted by tabs; enrolments together by
/// class and roles by person.
extension OneRosterPeople {
    /// The tables by what an earlier import has kept. What is not understood is passed over.
    init(links: [RosterLink]) {
        for link in links {
            guard let table = OneRosterTable(rawValue: link.table) else { continue }
            known.insert(table)
            let rows = link.text.split(separator: "\n", omittingEmptySubsequences: false).map { row in
                row.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            }
            guard let cells = rows.first else { continue }
            switch table {
            case .manifest: isTwo = link.text == "1.2"
            case .orgs where cells.count >= 2:
                orgs[link.id] = OneRosterOrg(name: cells[1], isSchool: cells[0] == "school")
            case .academicSessions where cells.count >= 2: sessions[link.id] = DaySpan(cells[0], cells[1])
            case .classes where cells.count >= 4:
                classes[link.id] = OneRosterClass(
                    title: cells[2], code: cells[3], isHomeroom: cells[0] == "homeroom", terms: Self.list(cells[1]))
            case .users where cells.count >= 9: users[link.id] = OneRosterUser(cells)
            case .roles:
                roles[link.id] = rows.compactMap { row in
                    guard row.count >= 6, let role = OneRosterRole(rawValue: row[1]) else { return nil }
                    return OneRosterRoleRow(
                        id: row[0], role: role, isPrimary: row[2] == "primary", org: row[3],
                        span: DaySpan(row[4], row[5]))
                }
            case .enrollments: enrolments.take(link.text, of: link.id)
            default: break
            }
        }
    }

    /// What is kept: of people only learners, their guardians, and who teaches a class. By table and id.
    func links(of needed: Set<String>) -> [RosterLink] {
        var links = [RosterLink(table: OneRosterTable.manifest.rawValue, id: "version", text: isTwo ? "1.2" : "1.1")]
        func add(_ table: OneRosterTable, _ texts: some Sequence<(String, String)>) {
            links += texts.map { RosterLink(table: table.rawValue, id: $0, text: $1) }.sorted { $0.id < $1.id }
        }
        add(.academicSessions, sessions.lazy.map { ($0.key, $0.value.cells) })
        add(.classes, classes.lazy.map { ($0.key, $0.value.cells) })
        add(
            .enrollments,
            enrolments.texts.keys.lazy.map { ($0, enrolments.text(of: $0, needed: needed)) }
                .filter { !$0.1.isEmpty })
        add(.orgs, orgs.lazy.map { ($0.key, ($0.value.isSchool ? "school" : "") + "\t" + $0.value.name) })
        add(
            .roles,
            roles.lazy.filter { needed.contains($0.key) }.map { id, rows in
                (id, rows.map(\.cells).sorted().joined(separator: "\n"))
            })
        add(.users, users.lazy.filter { needed.contains($0.key) }.map { ($0.key, $0.value.cells) })
        return links
    }

    /// The parts of a list of ids, as OneRoster writes it.
    static func list(_ text: String) -> [String] {
        guard text.utf8.contains(UInt8(ascii: ",")) else { return text.isEmpty ? [] : [text] }
        return text.split(separator: ",").map { $0.trimmed }.filter { !$0.isEmpty }
    }
}

extension OneRosterUser {
    fileprivate init(_ cells: [String]) {
        self.init(
            name: cells[0], addresses: OneRosterPeople.list(cells[1]), grade: cells[2] == "?" ? nil : cells[2],
            orgs: OneRosterPeople.list(cells[3]),
            roles: OneRosterPeople.list(cells[4]).compactMap { OneRosterRole(rawValue: $0) },
            agents: OneRosterPeople.list(cells[5]), isEnabled: cells[6] != "no", language: cells[7],
            guardianLanguage: cells[8])
    }

    fileprivate var cells: String {
        let roles = roles.map { $0.rawValue }.joined(separator: ",")
        return [
            name, addresses.joined(separator: ","), grade ?? "?", orgs.joined(separator: ","), roles,
            agents.joined(separator: ","), isEnabled ? "" : "no", language, guardianLanguage,
        ].joined(separator: "\t")
    }
}

extension OneRosterClass {
    fileprivate var cells: String {
        [isHomeroom ? "homeroom" : "", terms.joined(separator: ","), title, code].joined(separator: "\t")
    }
}

extension OneRosterRoleRow {
    fileprivate var cells: String {
        "\(id)\t\(role.rawValue)\t\(isPrimary ? "primary" : "")\t\(org)\t\(span.cells)"
    }
}
