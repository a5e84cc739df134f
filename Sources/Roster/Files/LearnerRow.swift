import Content

/// One learner as `learners.csv` has them.
public struct LearnerRow: Hashable, Sendable {
    /// The school's id.
    public let id: LearnerID
    /// The line of the row, from 1.
    public let line: Int
    /// What the row says, one value for every column that the file has; empty: the cell is empty. Lists are joined by `;`,
    /// grades and levels are plain numbers, yes and no are `yes` and `no`, a consent that could not be read is
    /// ``Fact/unreadable``. A cell that says nothing because it could not be read is not among them.
    public internal(set) var values: [Fact.Kind: String]
    /// What could not be read, or not all of it.
    public internal(set) var unread: Set<Fact.Kind>
    /// Whether it is what is left of a row that was left out: what it restricts.
    public let isRemainder: Bool
    /// What the source says of single guardians, beside their addresses in ``values``.
    public internal(set) var guardians: [GuardianRow] = []

    /// A row by its parts.
    package init(
        id: LearnerID, line: Int, values: [Fact.Kind: String], unread: Set<Fact.Kind> = [], isRemainder: Bool = false,
        guardians: [GuardianRow] = []
    ) {
        self.guardians = guardians
        self.id = id
        self.line = line
        self.values = values
        self.unread = unread
        self.isRemainder = isRemainder
    }

    /// Reads the bytes of `learners.csv`: a cell that cannot be read costs that cell, and is told by line and column. `file` is
    /// the name in findings; `isHeld` tells what somebody must see, which is set apart. Throws ``RosterError`` when the file as a whole cannot be used.
    public static func read(
        _ bytes: [UInt8], file: String = "learners.csv", isHeld: @escaping (String?, String) -> Bool = { _, _ in false }
    ) throws(RosterError) -> RosterFile<LearnerRow> {
        try RowCollector<LearnerColumn, LearnerRow>.collect(
            bytes, file: file, key: .learnerID, make: { LearnerRow($0) }, remainder: \.remainder,
            isHeld: isHeld, rescue: { LearnerRow(rescuedFrom: $0) })
    }

    private init(_ cells: RowCells<LearnerColumn>) {
        var values: [Fact.Kind: String] = [:]
        for (column, value) in cells.values {
            if let kind = column.kind { values[kind] = value }
        }
        let unread = Set(cells.unread.compactMap(\.kind))
        // Where a level comes from and of when it is are said of that level: they do not stand without it.
        if unread.contains(.level) {
            for kind in [Fact.Kind.levelSource, .levelDate, .levelLock] { values[kind] = nil }
        }
        self.init(
            id: LearnerID(rawValue: cells.text(.learnerID)), line: cells.line, values: values, unread: unread)
    }
}

/// The columns of `learners.csv`.
enum LearnerColumn: String, CellColumn {
    case learnerID = "learner_id"
    case name
    case classes = "class"
    case grade, school, email
    case guardianEmail = "guardian_email"
    case language, dial, minutes, interests, avoid, strengths, needs, level
    case levelSource = "level_source"
    case levelDate = "level_date"
    case levelLock = "level_lock"
    case homeroom
    case consent
    case guardianConsent = "guardian_consent"
    case under13

    var isRequired: Bool {
        switch self {
        case .learnerID, .name, .classes, .grade: true
        default: false
        }
    }

    var isProtective: Bool {
        switch self {
        case .consent, .guardianConsent, .under13, .avoid: true
        default: false
        }
    }

    var rule: CellRule {
        switch self {
        case .learnerID: .identifier
        case .name, .school, .levelSource, .homeroom: .text
        case .classes, .interests, .strengths, .needs: .list(most: 50)
        case .avoid: .list(most: .max)
        case .email: .mailAddress
        case .guardianEmail: .mailAddresses
        case .language: .languages
        case .grade: .grade
        case .dial: .number(0...4)
        case .minutes: .number(1...600)
        case .level: .level
        case .levelDate: .date
        case .consent, .guardianConsent, .under13, .levelLock: .yesNo
        }
    }

    var isWritten: Bool {
        switch self {
        case .interests, .strengths, .needs, .avoid, .levelSource, .school: true
        default: false
        }
    }

    var keepsHeld: Bool { self == .avoid }

    func heldKind(_ cells: RowCells<LearnerColumn>) -> Fact.Kind? { keepsHeld ? nil : kind }

    var loss: CellLoss {
        switch self {
        case .learnerID: .costsRow
        case .email, .guardianEmail: .takesBack
        case .consent, .guardianConsent: .counts(as: Fact.unreadable, words: "no")
        case .under13: .counts(as: "yes", words: "yes")
        default: .saysNothing
        }
    }

    /// What must not come, and the classes whose rules hold, are not forgotten for a slip in the same cell.
    var keepsEarlier: Bool { self == .avoid || self == .classes }

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
        case .levelLock: .levelLock
        case .homeroom: .homeroom
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

extension LearnerRow {
    /// The name of the column that states a fact of a kind: `guardian_email`; `enrolled` for the one that has no column.
    public static func column(of kind: Fact.Kind) -> String { LearnerColumn.name(of: kind) }
}
