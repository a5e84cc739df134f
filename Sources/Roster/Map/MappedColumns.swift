import Content

/// Where in a table the values of a map stand.
struct MappedColumns: Sendable {
    /// A value's place.
    enum Place: Sendable {
        case cell(Int, name: String)
        case constant(String)
    }

    /// The places of one guardian's values.
    struct Guardian: Sendable {
        var email: [Place]
        var language: [Place]
        var consent: [Place]
        var separator: String?
    }

    let id, given, family, name, grade, classes, school, email, language, active, until: [Place]
    let teacherName, teacherEmail: [Place]
    let guardians: [Guardian]
    private let skip: [(place: Int, texts: Set<String>)]

    /// Finds the columns. Throws ``RosterError`` for the first that is not there.
    init(_ map: RosterMap, _ table: SourceTable) throws(RosterError) {
        func places(_ sources: [RosterMap.Source]) throws(RosterError) -> [Place] {
            var places: [Place] = []
            for source in sources {
                switch source {
                case .constant(let text): places.append(.constant(text))
                case .column(let name):
                    for place in try table.places(of: [name]) {
                        if let place { places.append(.cell(place, name: table.headings[place])) }
                    }
                }
            }
            return places
        }
        id = try places(map.learner.id)
        given = try places(map.learner.given)
        family = try places(map.learner.family)
        name = try places(map.learner.name)
        grade = try places(map.learner.grade)
        classes = try places(map.learner.classes)
        school = try places(map.learner.school)
        email = try places(map.learner.email)
        language = try places(map.learner.language)
        active = try places(map.learner.active)
        until = try places(map.learner.until)
        teacherName = try places(map.teacher.name)
        teacherEmail = try places(map.teacher.email)
        var guardians: [Guardian] = []
        for guardian in map.guardians {
            guardians.append(
                Guardian(
                    email: try places(guardian.email), language: try places(guardian.language),
                    consent: try places(guardian.consent), separator: guardian.separator))
        }
        self.guardians = guardians
        var skip: [(place: Int, texts: Set<String>)] = []
        for one in map.skip {
            for place in try table.places(of: [one.column]) {
                if let place { skip.append((place, Set(one.texts.map { RosterMap.key($0) }))) }
            }
        }
        self.skip = skip
    }

    /// Whether the map names who teaches.
    var hasTeachers: Bool { !teacherName.isEmpty || !teacherEmail.isEmpty }

    /// Where the id stands, if it stands in one column.
    var idPlace: Int? {
        guard id.count == 1, case .cell(let place, _) = id[0] else { return nil }
        return place
    }

    /// Whether a row is no learner by the map.
    func isSkipped(_ row: SourceRow) -> Bool { skip.contains { $0.texts.contains(RosterMap.key(row[$0.place])) } }
}

extension [MappedColumns.Place] {
    /// The first text that is not empty, with its column's place and name.
    func first(in row: SourceRow) -> (text: String, column: Int?, name: String) {
        for place in self {
            switch place {
            case .constant(let text): return (text, nil, "")
            case .cell(let column, let name):
                let text = row[column]
                if !text.isEmpty { return (text, column + 1, name) }
            }
        }
        return ("", nil, "")
    }
}
