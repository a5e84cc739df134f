import Content
import Roster

/// A small made-up district as OneRoster writes it, of which a test changes what it is about.
struct OneRosterFixture {
    /// The tables by the names of their files, each as lines.
    var tables: [String: [String]]

    static let today = CalendarDate(year: 2026, month: 9, day: 15)

    /// Two schools, three learners, two teachers, two guardians. `version`: 1.1 or 1.2.
    init(_ version: String = "1.1") {
        let isTwo = version == "1.2"
        let users = [
            "t1,true,S1,teacher,Ada,Quill,ada@staff.example,,,pw-t1,+1-555-1",
            "t2,true,S1,teacher,Bo,Ember,bo@staff.example,,,pw-t2,+1-555-2",
            "l1,true,S1,student,Cara,Fenn,cara@pupils.example,g1,07,pw-l1,+1-555-3",
            "l2,true,\"D1,S1\",student,Dov,Gale,,,\"09,11\",pw-l2,+1-555-4",
            "l3,true,S2,student,Eli,Hart,,\"g1,t1\",KG,pw-l3,+1-555-5",
            "g1,true,S1,parent,Fay,Fenn,fay@home.example,,,pw-g1,+1-555-6",
            "g2,true,S1,relative,Gus,Gale,gus@home.example,l2,,pw-g2,+1-555-7",
        ]
        tables = [
            "manifest.csv": [
                "propertyName,value", "manifest.version,1.0", "oneroster.version,\(version)", "file.orgs,bulk",
                "file.classes,bulk", "file.users,bulk", "file.enrollments,bulk", "file.academicSessions,bulk",
                "file.roles,\(isTwo ? "bulk" : "absent")",
            ],
            "orgs.csv": [
                "sourcedId,status,name,type", "D1,,Made-up District,district", "S1,,Hill School,school",
                "S2,,Mill School,school",
            ],
            "academicSessions.csv": [
                "sourcedId,status,title,startDate,endDate", "y,,Year,2026-08-31,2027-06-25",
                "s2,,Spring,2027-01-25,2027-06-25",
            ],
            "classes.csv": [
                "sourcedId,status,title,classCode,classType,termSourcedIds", "c1,,7A,A-1,homeroom,y",
                "c2,,Maths,M-1,scheduled,y", "c3,,Maths,M-2,scheduled,y", "c4,,Art,,scheduled,s2",
            ],
            "users.csv": [
                "sourcedId,enabledUser,orgSourcedIds,role,givenName,familyName,email,agentSourcedIds,grades,password,phone"
            ] + users,
            "enrollments.csv": [
                "sourcedId,status,classSourcedId,userSourcedId,role,beginDate,endDate", "e1,,c1,t1,teacher,,",
                "e2,,c2,t2,teacher,,", "e3,,c2,l1,student,,", "e4,,c1,l1,student,,", "e5,,c3,l2,student,,2026-09-15",
                "e6,,c4,l1,student,,", "e7,,c1,l2,student,2026-09-16,",
            ],
        ]
        guard isTwo else { return }
        tables["users.csv"] =
            [
                "sourcedId,status,enabledUser,givenName,familyName,preferredGivenName,middleName,email,agentSourcedIds,grades,password"
            ]
            + users.map { row in
                let cells = Self.cells(row)
                return [
                    cells[0], "", "true", cells[4], cells[5], cells[0] == "l1" ? "Caro" : "", "Mid", cells[6],
                    "\"\(cells[7])\"", "\"\(cells[8])\"", cells[9],
                ].joined(separator: ",")
            }
        tables["roles.csv"] =
            ["sourcedId,status,userSourcedId,roleType,role,beginDate,endDate,orgSourcedId"]
            + users.map { row in
                let cells = Self.cells(row)
                let school = cells[2].split(separator: ",").last.map(String.init) ?? ""
                return "r-\(cells[0]),,\(cells[0]),primary,\(cells[3]),,,\(school)"
            }
    }

    private static func cells(_ row: String) -> [String] {
        var cells = [""]
        var inQuotes = false
        for character in row {
            if character == "\"" {
                inQuotes.toggle()
            } else if character == ",", !inQuotes {
                cells.append("")
            } else {
                cells[cells.count - 1].append(character)
            }
        }
        return cells
    }

    /// Changes one text of a table.
    mutating func change(_ table: String, _ text: String, to new: String) {
        tables[table] = tables[table]?.map { $0.replacing(text, with: new) }
    }

    /// Adds a row to a table.
    mutating func add(_ table: String, _ row: String) { tables[table]?.append(row) }

    /// Takes a table away.
    mutating func remove(_ table: String) { tables[table] = nil }

    /// The files.
    var files: [RosterSourceFile] {
        tables.sorted { $0.key < $1.key }.map { name, lines in
            RosterSourceFile(path: name, bytes: Array((lines.joined(separator: "\r\n") + "\r\n").utf8))
        }
    }

    /// Reads it.
    func read(
        earlier: [RosterLink] = [], map: RosterMap? = nil, today: CalendarDate = OneRosterFixture.today
    ) throws -> OneRosterImport {
        try OneRosterImport.read(
            RosterSource(files).files, name: "district", map: map, earlier: earlier, today: today)
    }

    /// A delta with some tables.
    static func delta(_ tables: [String: [String]], _ version: String = "1.1") -> OneRosterFixture {
        var delta = OneRosterFixture(version)
        let modes = tables.keys.sorted().map { "file.\($0.dropLast(4)),delta" }
        delta.tables = tables
        delta.tables["manifest.csv"] = ["propertyName,value", "oneroster.version,\(version)"] + modes
        return delta
    }
}

extension OneRosterImport {
    /// The row of a learner.
    func row(_ id: String) -> LearnerRow? { snapshot.learners.first { $0.id.rawValue == id } }

    /// The findings as lines.
    var said: [String] { snapshot.findings.map(\.description) }
}
