import Content

/// The places of a table's columns, asked for by name; those that are needed and not there are told together.
struct Columns {
    private let source: SourceTable
    private var missing: [String] = []

    init(_ source: SourceTable) { self.source = source }

    /// The place of a column; nil where the table has none.
    subscript(_ name: String) -> Int? { source.place(of: name) }

    /// The place of a column that the table cannot do without.
    mutating func needed(_ name: String) -> Int? {
        let place = source.place(of: name)
        if place == nil { missing.append(name) }
        return place
    }

    /// Throws ``RosterError`` where a needed column is not there.
    func check() throws(RosterError) {
        guard missing.isEmpty else {
            throw RosterError(.neededColumnsAreMissing(missing, of: source.file, line: source.headerLine))
        }
    }
}

/// The columns of `users.csv` that are looked at. All others are not.
struct UserColumns {
    let id: Int?
    /// What was found about their names.
    private(set) var findings: [Finding] = []
    private let status, enabled, given, family, preferredFamily, email, grades, agents, role: Int?
    private let orgs: [Int?]
    /// What many people have alike is kept once.
    private var shared: (orgs: [String: [String]], roles: [String: [OneRosterRole]]) = ([:], [:])
    private let preferredGiven: [Int?]
    private let languages: (learner: [Int?], guardian: [Int?])

    /// Looks for them; throws ``RosterError`` where one is not there that must be.
    init(_ source: SourceTable, isTwo: Bool, languages: OneRosterReader.Languages) throws(RosterError) {
        var columns = Columns(source)
        id = columns.needed("sourcedId")
        given = columns.needed("givenName")
        family = columns.needed("familyName")
        role = isTwo ? nil : columns.needed("role")
        let org = isTwo ? columns["primaryOrgSourcedId"] : columns.needed("orgSourcedIds")
        try columns.check()
        orgs = [org]
        status = columns["status"]
        enabled = columns["enabledUser"]
        email = columns["email"]
        grades = columns["grades"] ?? columns["grade"]
        agents = columns["agentSourcedIds"]
        preferredFamily = columns["preferredFamilyName"]
        // The drafts of the standard, and programs after them, have other names for it.
        let variants = ["prefferedGivenName", "preferredFirstName"]
        preferredGiven = [columns["preferredGivenName"]] + variants.map { columns[$0] }
        for variant in variants {
            guard let place = columns[variant] else { continue }
            let site = FindingSite.file(source.file, line: source.headerLine, column: place + 1)
            findings.append(.columnHasOtherName(source.headings[place], for: "preferredGivenName", at: site))
        }
        self.languages = (
            learner: try source.places(of: languages.learner), guardian: try source.places(of: languages.guardian)
        )
    }

    /// Whether a row says that its person is to be deleted.
    func isDeleted(_ row: SourceRow) -> Bool { row[status].lowercased() == "tobedeleted" }

    /// The person of a row. A cell that cannot be read costs that cell.
    mutating func user(_ row: SourceRow, file: String, findings: inout [Finding]) -> OneRosterUser {
        var user = OneRosterUser(line: row.line)
        func first(_ places: [Int?]) -> String { places.lazy.map { row[$0] }.first { !$0.isEmpty } ?? "" }
        let names = [first(preferredGiven + [given]), first([preferredFamily, family])].filter { !$0.isEmpty }
        user.name = names.joined(separator: " ")
        if user.name.count > 200 { user.name = "" }
        let mail = MailCell.read(row[email])
        (user.addresses, user.hasOtherAddress) = (mail.addresses, mail.hasOther)
        let (grade, unread) = SchoolGrade().lowest(row[grades])
        switch grade {
        case .grade(let grade): user.grade = String(grade)
        case .ungraded: user.grade = ""
        case .unsure, .none: user.grade = nil
        }
        for text in unread {
            findings.append(
                .sourceCellNotRead(
                    text, in: "grades", expected: "a grade: KG, 01 to 13",
                    at: .file(file, line: row.line, column: grades.map { $0 + 1 })))
        }
        let org = first(orgs)
        user.orgs = shared.orgs[org] ?? OneRosterPeople.list(org)
        shared.orgs[org] = user.orgs
        if let role {
            let word = row[role]
            user.roles = shared.roles[word] ?? OneRosterPeople.list(word).map { OneRosterRole(word: $0) }
            shared.roles[word] = user.roles
        }
        user.agents = OneRosterPeople.list(row[agents])
        user.isEnabled = !["false", "0", "no"].contains(row[enabled].lowercased())
        user.language = first(languages.learner)
        user.guardianLanguage = first(languages.guardian)
        return user
    }
}

/// The rows of users of one file, over those that are known.
struct UserRows {
    private var users: [String: OneRosterUser]
    private let earlier: [String: OneRosterUser]
    private var deleted: Set<String> = []
    private var kept: Set<String> = []
    private var lines: [String: Int] = [:]

    /// Rows over nothing where they are the whole, else over what is known.
    init(earlier: [String: OneRosterUser], isWhole: Bool) {
        self.earlier = earlier
        users = isWhole ? [:] : earlier
    }

    /// Somebody stands in the file with a row that nobody can read.
    mutating func keep(_ id: String) { kept.insert(id) }

    mutating func delete(_ id: String) { deleted.insert(id) }

    /// Takes a row. Another with its id is the same person, or both are left out; gives a finding for each of these.
    mutating func add(_ user: OneRosterUser, _ id: String, file: String) -> [Finding] {
        guard let line = lines[id] else {
            lines[id] = user.line
            users[id] = user
            return []
        }
        func site(_ line: Int) -> FindingSite { .file(file, line: line, column: 1) }
        if kept.contains(id) { return [.idIsOfTwo(id, line: line, at: site(user.line))] }
        guard let other = users[id], other.isSamePerson(as: user) else {
            kept.insert(id)
            return [
                .idIsOfTwo(id, line: user.line, at: site(line)), .idIsOfTwo(id, line: line, at: site(user.line)),
            ]
        }
        users[id] = other.merged(with: user)
        return []
    }

    /// The users, those who stay as they are, and those who are to be deleted.
    func finished() -> (users: [String: OneRosterUser], untouched: Set<String>, deleted: Set<String>) {
        var users = users
        for id in deleted where lines[id] == nil { users[id] = nil }
        for id in kept { users[id] = earlier[id] }
        return (users, kept, deleted.subtracting(lines.keys).subtracting(kept))
    }
}

extension OneRosterUser {
    /// Whether two rows of one id may be about one person.
    fileprivate func isSamePerson(as other: OneRosterUser) -> Bool {
        let mails = Set(addresses.map { $0.lowercased() })
        let others = other.addresses.map { $0.lowercased() }
        return name.lowercased() == other.name.lowercased()
            && (mails.isEmpty || others.isEmpty || !mails.isDisjoint(with: others))
    }

    /// What both rows say, the same in whichever order they stand.
    fileprivate func merged(with other: OneRosterUser) -> OneRosterUser {
        var user = self
        user.name = min(name, other.name)
        user.addresses = Set(addresses + other.addresses).sorted()
        let grades = [grade, other.grade].compactMap { $0 }.filter { !$0.isEmpty }.compactMap { Int($0) }
        user.grade = grades.min().map { String($0) } ?? (grade == nil || other.grade == nil ? nil : "")
        if orgs != other.orgs { user.orgs = Set(orgs + other.orgs).sorted() }
        user.roles = Set(roles + other.roles).sorted { $0.rawValue < $1.rawValue }
        if agents != other.agents { user.agents = Set(agents + other.agents).sorted() }
        user.isEnabled = isEnabled || other.isEnabled
        user.language = [language, other.language].filter { !$0.isEmpty }.min() ?? ""
        user.guardianLanguage = [guardianLanguage, other.guardianLanguage].filter { !$0.isEmpty }.min() ?? ""
        user.line = min(line, other.line)
        return user
    }
}
