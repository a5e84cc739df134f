import Content

/// One learner as `learners.csv` has them.
public struct LearnerRow: Hashable, Sendable {
    /// The school's id.
    public let id: LearnerID
    /// The line of the row, from 1.
    public let line: Int
    /// What the row says, one value for every column that the file has; empty: the cell is empty. Lists are joined by `;`,
    /// grades and levels are plain numbers, yes and no are `yes` and `no`.
    public let values: [Fact.Kind: String]

    /// A row by its parts.
    public init(id: LearnerID, line: Int, values: [Fact.Kind: String]) {
        self.id = id
        self.line = line
        self.values = values
    }

    /// Reads the bytes of `learners.csv`: a bad row is left out with a finding, the others are kept. `file` is the name in
    /// findings. Throws ``RosterError`` when the file as a whole cannot be used.
    public static func read(
        _ bytes: [UInt8], file: String = "learners.csv"
    ) throws(RosterError) -> RosterFile<LearnerRow> {
        try RowCollector<LearnerColumn, LearnerRow>.collect(bytes, file: file, key: .learnerID, rule: \.rule) {
            (line, cells) throws(RowFault<LearnerColumn>) in
            var values: [Fact.Kind: String] = [:]
            for (column, value) in cells {
                if let kind = column.kind { values[kind] = value }
            }
            return LearnerRow(id: LearnerID(rawValue: cells[.learnerID] ?? ""), line: line, values: values)
        }
    }
}

/// The columns of `learners.csv`.
enum LearnerColumn: String, RosterColumn {
    case learnerID = "learner_id"
    case name
    case classes = "class"
    case grade, school, email
    case guardianEmail = "guardian_email"
    case language, dial, minutes, interests, avoid, strengths, needs, level
    case levelSource = "level_source"
    case levelDate = "level_date"
    case consent
    case guardianConsent = "guardian_consent"
    case under13

    var isRequired: Bool {
        switch self {
        case .learnerID, .name, .classes, .grade: true
        default: false
        }
    }

    var rule: CellRule {
        switch self {
        case .learnerID: .identifier
        case .name, .school, .levelSource: .text
        case .classes, .interests, .avoid, .strengths, .needs: .list
        case .email: .mailAddress
        case .guardianEmail: .mailAddresses
        case .language: .languages
        case .grade: .grade
        case .dial: .number(0...4)
        case .minutes: .number(1...600)
        case .level: .level
        case .levelDate: .date
        case .consent, .guardianConsent, .under13: .yesNo
        }
    }

    /// The fact that the column states; nil for the id.
    var kind: Fact.Kind? {
        switch self {
        case .learnerID: nil
        case .name: .name
        case .classes: .classes
        case .grade: .grade
        case .school: .school
        case .email: .email
        case .guardianEmail: .guardianEmail
        case .language: .language
        case .dial: .dial
        case .minutes: .minutes
        case .interests: .interests
        case .avoid: .avoid
        case .strengths: .strengths
        case .needs: .needs
        case .level: .level
        case .levelSource: .levelSource
        case .levelDate: .levelDate
        case .consent: .consent
        case .guardianConsent: .guardianConsent
        case .under13: .under13
        }
    }

    /// The column's name for a fact: `guardian_email`; `enrolled` for the one that has no column.
    static func name(of kind: Fact.Kind) -> String {
        allCases.first { $0.kind == kind }?.rawValue ?? kind.rawValue
    }
}
