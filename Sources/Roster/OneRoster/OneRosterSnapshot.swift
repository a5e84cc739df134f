import Content

/// Makes a snapshot of people of the tables of a district, as it is on a day.
struct OneRosterSnapshot {
    private var people: OneRosterPeople
    private let today: CalendarDate
    /// Whether a map names the columns of languages.
    private let speaks: (learner: Bool, guardian: Bool)
    private let untouched: Set<String>
    /// Those who are learners on the day, by id.
    private let learners: [String]
    /// The guardians of each learner.
    private var guardians: [String: Set<String>] = [:]
    /// The classes of each learner, and who teaches a class.
    private var classes: [String: Set<String>] = [:]
    private var teachers: [String: Set<String>] = [:]
    /// All who teach a class, at whatever time.
    private var teaching: Set<String> = []
    /// What was found of people from a file.
    private(set) var findings: [Finding] = []
    /// The lines of which a cell was told already.
    private var told: [Fact.Kind: Set<Int>] = [:]

    /// Looks at the tables.
    init(
        _ people: OneRosterPeople, today: CalendarDate, untouched: Set<String>, gone: Set<String>,
        speaks: (learner: Bool, guardian: Bool)
    ) {
        (self.people, self.today, self.untouched, self.speaks) = (people, today, untouched, speaks)
        learners = people.all(.student, today: today).sorted()
        relate(gone)
        enrol()
    }

    /// Finds the guardians: of either side, if they have that role.
    private mutating func relate(_ gone: Set<String>) {
        let adults = people.all(.guardian, today: today)
        let pupils = people.all(.student, today: nil)
        for (id, user) in people.users where !user.agents.isEmpty {
            for agent in user.agents {
                if pupils.contains(id), adults.contains(agent) { guardians[id, default: []].insert(agent) }
                if adults.contains(id), pupils.contains(agent) { guardians[agent, default: []].insert(id) }
                guard user.line > 0, people.users[agent] == nil, !gone.contains(agent), !untouched.contains(agent)
                else { continue }
                findings.append(
                    .partIsNotThere(
                        agent, in: "agentSourcedIds", of: OneRosterTable.users.file,
                        at: .file(OneRosterTable.users.file, line: user.line)))
            }
        }
    }

    /// Finds the classes of learners, and who teaches them, by the enrolments that run on the day.
    private mutating func enrol() {
        for id in people.enrolments.texts.keys {
            guard let group = people.classes[id] else { continue }
            let term = DaySpan.around(group.terms.compactMap { people.sessions[$0] })
            for row in people.enrolments.rows(of: id) {
                if row.isTeacher { teaching.insert(row.user) }
                if row.isTeacher {
                    // Whoever teaches a class does so before and after its term: who has learners in it has them as its teacher.
                    if row.span.contains(today) { teachers[id, default: []].insert(row.user) }
                    continue
                }
                let span = row.span.filled(from: term)
                if span.contains(today) { classes[row.user, default: []].insert(id) }
            }
        }
    }

    /// Lets go what is not needed once the links are made.
    mutating func forgetEnrolments() { people.enrolments = OneRosterEnrolments() }

    /// The people whose cells a later import of changes needs: those who learn, now or at another time, their guardians, and all who teach.
    var needed: Set<String> {
        var needed = people.all(.student, today: nil)
        for guardians in guardians.values { needed.formUnion(guardians) }
        needed.formUnion(teaching)
        return needed
    }

    /// The learners' rows, and the classes that they are in. `left`: learners who are known and are none any more.
    mutating func rows(left: Set<String>) -> (learners: [LearnerRow], classes: [PeopleSnapshot.SchoolClass]) {
        let names = ClassNames(people.classes).names
        var used: Set<String> = []
        var rows: [LearnerRow] = []
        for id in learners where !untouched.contains(id) {
            guard let user = people.users[id] else { continue }
            rows.append(row(id, user, names))
            if user.isEnabled { used.formUnion(classes[id] ?? []) }
        }
        rows += left.subtracting(untouched).map { id in
            LearnerRow(
                id: LearnerID(rawValue: id), line: max(1, people.users[id]?.line ?? 1), values: [.enrolled: "no"])
        }
        let taught = used.map { id in
            PeopleSnapshot.SchoolClass(name: names[id] ?? id, teachers: taughtBy(id))
        }
        findings.sort { ($0.site.line, $0.problem) < ($1.site.line, $1.problem) }
        return (rows.sorted { $0.id < $1.id }, taught.sorted { $0.name < $1.name })
    }

    private mutating func row(_ id: String, _ user: OneRosterUser, _ names: [String: String]) -> LearnerRow {
        var values: [Fact.Kind: String] = [.enrolled: user.isEnabled ? "yes" : "no"]
        var unread: Set<Fact.Kind> = []
        let place = FindingSite.file(OneRosterTable.users.file, line: max(1, user.line))
        if user.name.isEmpty {
            unread.insert(.name)
            if user.line > 0 { findings.append(.personHasNoName(at: place)) }
        } else {
            values[.name] = user.name
        }
        if let grade = user.grade { values[.grade] = grade } else { unread.insert(.grade) }
        if people.known.contains(.orgs) {
            values[.school] = school(id, user)
            // No guessing of lost zeros: that cell is left out, and said.
            if user.line > 0, let unknown = user.orgs.first(where: { people.orgs[$0] == nil }), values[.school] == "" {
                findings.append(
                    .schoolIsNotThere(
                        unknown, in: people.isTwo ? "primaryOrgSourcedId" : "orgSourcedIds",
                        of: OneRosterTable.orgs.file, at: place))
            }
        }
        if people.known.contains(.enrollments) {
            let own = (classes[id] ?? []).map { group in
                (isHomeroom: people.classes[group]?.isHomeroom ?? false, name: names[group] ?? group)
            }.sorted { ($0.isHomeroom ? 0 : 1, $0.name) < ($1.isHomeroom ? 0 : 1, $1.name) }
            values[.classes] = Fact.joined(own.map(\.name))
            values[.homeroom] = own.first { $0.isHomeroom }?.name ?? ""
        }
        values[.email] = addresses(of: user).first ?? ""
        if speaks.learner, let language = language(user.language, user) { values[.language] = language }
        var guardians: [GuardianRow] = []
        for guardian in (self.guardians[id] ?? []).sorted() {
            guard let adult = people.users[guardian] else { continue }
            for address in addresses(of: adult)
            where !guardians.contains(where: { $0.address.lowercased() == address.lowercased() }) {
                guardians.append(
                    GuardianRow(
                        address: address, language: speaks.guardian ? language(adult.guardianLanguage, adult) : nil))
            }
        }
        guardians.sort { $0.address.lowercased() < $1.address.lowercased() }
        values[.guardianEmail] = Fact.joined(guardians.map(\.address))
        return LearnerRow(
            id: LearnerID(rawValue: id), line: max(1, user.line), values: values, unread: unread, guardians: guardians)
    }

    /// The school of the role that counts: of 1.2 the primary one, of 1.1 the first that is a school.
    private func school(_ id: String, _ user: OneRosterUser) -> String {
        var orgs = user.orgs
        if people.isTwo {
            let running = (people.roles[id] ?? []).filter { $0.role == .student && $0.span.contains(today) }
            orgs = running.sorted { ($0.isPrimary ? 0 : 1, $0.id) < ($1.isPrimary ? 0 : 1, $1.id) }.map(\.org)
            if !running.contains(where: \.isPrimary) { orgs = user.orgs + orgs }
        }
        return orgs.lazy.compactMap { people.orgs[$0] }.first { $0.isSchool }?.name ?? ""
    }

    private func taughtBy(_ id: String) -> [Content.SchoolClass.Teacher] {
        (teachers[id] ?? []).compactMap { people.users[$0] }
            .map { Content.SchoolClass.Teacher(name: $0.name.isEmpty ? nil : $0.name, address: $0.addresses.first) }
            .sorted { ($0.name ?? "", $0.address ?? "") < ($1.name ?? "", $1.address ?? "") }
    }

    /// Somebody's addresses; a cell that has something else is told of once it is needed.
    private mutating func addresses(of user: OneRosterUser) -> [String] {
        if user.hasOtherAddress, user.line > 0 {
            let place = FindingSite.file(OneRosterTable.users.file, line: user.line)
            if told[.email, default: []].insert(user.line).inserted {
                findings.append(.addressIsNone(in: "email", at: place))
            }
        }
        return user.addresses
    }

    /// The primary tag of what stands as language; nil: it is none.
    private mutating func language(_ text: String, _ user: OneRosterUser) -> String? {
        guard let tag = LanguageCell.tag(text) else {
            let place = FindingSite.file(OneRosterTable.users.file, line: user.line)
            if user.line > 0, told[.language, default: []].insert(user.line).inserted {
                findings.append(
                    .sourceCellNotRead(text, in: "language", expected: LanguageCell.expected, at: place))
            }
            return nil
        }
        return tag
    }
}

extension FindingSite {
    /// The line in a file; 0: it has none.
    var line: Int { if case .file(_, let line?, _) = self { line } else { 0 } }
}
