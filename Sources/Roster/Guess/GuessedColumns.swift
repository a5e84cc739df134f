import Content

/// Which column of an export is what, by its name and what stands in it.
struct GuessedColumns {
    private let headings: [String]
    private let evidence: [ColumnEvidence]
    private var places: [HeadingRole: [Int]] = [:]

    /// Gives each column at most one role. A column whose name stands twice has none: a map could not name it.
    init(_ headings: [String], _ evidence: [ColumnEvidence], doubled: Set<String>) {
        self.headings = headings
        self.evidence = evidence
        var found: [HeadingRole: [(place: Int, weight: Int)]] = [:]
        for (place, heading) in headings.enumerated() where !heading.isEmpty && !doubled.contains(heading.lowercased())
        {
            let seen = evidence[place]
            guard let told = HeadingWords(heading).role(isMail: seen.isMail), Self.fits(told.role, seen) else {
                continue
            }
            found[told.role, default: []].append((place, told.weight))
        }
        for (role, columns) in found {
            switch role {
            case .schoolClass, .guardianEmail, .guardianLanguage, .guardianConsent:
                places[role] = columns.map(\.place)
            case .id, .address:
                let best = columns.filter { evidence[$0.place].isFull }.max { $0.weight < $1.weight }
                places[role] = best.map { [$0.place] }
            default:
                places[role] = columns.max { ($0.weight, $1.place) < ($1.weight, $0.place) }.map { [$0.place] }
            }
        }
    }

    private static func fits(_ role: HeadingRole, _ evidence: ColumnEvidence) -> Bool {
        switch role {
        case .email, .address, .guardianEmail, .teacherEmail: evidence.isMail || evidence.texts.isEmpty
        case .grade: evidence.isGrade
        case .until: evidence.isDay
        default: true
        }
    }

    /// What stands in the column of a role; nil: there is none.
    func evidence(of role: HeadingRole) -> (heading: String, seen: ColumnEvidence)? {
        places[role]?.first.map { (headings[$0], evidence[$0]) }
    }

    /// The names of the columns of a role.
    func headings(of role: HeadingRole) -> [String] { (places[role] ?? []).map { headings[$0] } }

    /// The names of the columns that the map reads.
    var used: Set<String> {
        let idIsAddress = places[.id] == nil && places[.email] == nil
        let read = places.filter { $0.key != .guardianConsent && ($0.key != .address || idIsAddress) }
        return Set(read.values.joined().map { headings[$0] })
    }

    private func columns(_ roles: HeadingRole...) -> [RosterMap.Source] {
        roles.flatMap { headings(of: $0) }.map { .column($0) }
    }

    /// The map, but for what cells mean.
    var map: RosterMap {
        var map = RosterMap()
        map.learner.id = columns(.id)
        map.learner.email = columns(.email)
        // Of some programs the address is all that tells people apart.
        if map.learner.id.isEmpty { map.learner.id = map.learner.email.isEmpty ? columns(.address) : map.learner.email }
        map.learner.given = columns(.preferredGiven, .given)
        map.learner.family = columns(.family)
        if map.learner.given.isEmpty || map.learner.family.isEmpty, let name = evidence(of: .name) {
            (map.learner.given, map.learner.family) = ([], [])
            map.learner.name = [.column(name.heading)]
            map.learner.nameOrder = name.seen.isLastFirst ? .lastFirst : .firstLast
            let totals = name.seen.texts.filter { Self.totals.contains($0.lowercased()) }
            if !totals.isEmpty { map.skip = [RosterMap.Skip(column: name.heading, texts: totals)] }
        }
        map.learner.grade = columns(.grade)
        map.learner.classes = columns(.schoolClass)
        map.learner.school = columns(.school)
        map.learner.language = columns(.language)
        map.learner.active = columns(.active)
        map.learner.until = columns(.until)
        map.teacher = RosterMap.Teacher(name: columns(.teacherName), email: columns(.teacherEmail))
        let languages = columns(.guardianLanguage)
        map.guardians = columns(.guardianEmail).enumerated().map { number, column in
            // One column of a language is of the family; of several each is of one guardian.
            let language = languages.count == 1 ? languages : number < languages.count ? [languages[number]] : []
            return RosterMap.Guardian(email: [column], language: language)
        }
        return map
    }

    private static let totals: Set<String> = ["total", "totals", "sum", "summe", "gesamt", "totale", "total general"]
}
