import Content

/// What is needed of a row of `users.csv`.
struct OneRosterUser: Hashable {
    /// The line of the row, from 1; 0: it is from an earlier import.
    var line = 0
    /// Preferred or given name, then preferred or family name.
    var name = ""
    /// The addresses that are some.
    var addresses: [String] = []
    /// Whether something in the cell of the address is none.
    var hasOtherAddress = false
    /// As a plain number; empty: none; nil: it could not be read.
    var grade: String? = ""
    /// The organisations that the row names.
    var orgs: [String] = []
    /// What they are, of 1.1.
    var roles: [OneRosterRole] = []
    /// The people whom the row names: guardians of a learner, children of a guardian.
    var agents: [String] = []
    /// Whether they may log in.
    var isEnabled = true
    /// What stands in the columns that a map names as languages.
    var language = ""
    var guardianLanguage = ""
}

/// What somebody is.
enum OneRosterRole: String, Hashable {
    case student, teacher
    /// A parent, guardian or relative.
    case guardian
    case other

    /// The role by the standard's word, whatever its case.
    init(word: String) {
        switch word.lowercased() {
        case "student": self = .student
        case "teacher": self = .teacher
        case "parent", "guardian", "relative": self = .guardian
        default: self = .other
        }
    }
}

/// What is needed of a row of `roles.csv`, of 1.2.
struct OneRosterRoleRow: Hashable {
    var id: String
    var role: OneRosterRole
    var isPrimary: Bool
    var org: String
    var span: DaySpan
}

/// What is needed of a row of `classes.csv`.
struct OneRosterClass: Hashable {
    var title: String
    var code: String
    var isHomeroom: Bool
    var terms: [String]
}

/// What is needed of a row of `orgs.csv`.
struct OneRosterOrg: Hashable {
    var name: String
    var isSchool: Bool
}

/// What is needed of a row of `enrollments.csv`.
struct OneRosterEnrolment: Hashable {
    var id: String
    var user: String
    var isTeacher: Bool
    var span: DaySpan
}

/// The tables of a district as they stand after an import.
struct OneRosterPeople {
    var isTwo = false
    var users: [String: OneRosterUser] = [:]
    /// By user.
    var roles: [String: [OneRosterRoleRow]] = [:]
    var orgs: [String: OneRosterOrg] = [:]
    var classes: [String: OneRosterClass] = [:]
    var sessions: [String: DaySpan] = [:]
    var enrolments = OneRosterEnrolments()
    /// The tables that are known, from a file or from an earlier import.
    var known: Set<OneRosterTable> = []

    /// Whether somebody has a role; `today`: one that runs then, nil: at any time.
    func has(_ role: OneRosterRole, _ id: String, _ user: OneRosterUser, today: CalendarDate?) -> Bool {
        guard isTwo else { return user.roles.contains(role) }
        return roles[id]?.contains { row in row.role == role && (today.map { row.span.contains($0) } ?? true) } ?? false
    }

    /// All who have a role.
    func all(_ role: OneRosterRole, today: CalendarDate?) -> Set<String> {
        Set(users.lazy.filter { has(role, $0.key, $0.value, today: today) }.map { $0.key })
    }
}
