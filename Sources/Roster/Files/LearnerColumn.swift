import Content

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
    case profiled, mailed, copied
    case guardianProfiled = "guardian_profiled"
    case guardianMailed = "guardian_mailed"
    case guardianCopied = "guardian_copied"
    case guardianLanguage = "guardian_language"

    var isRequired: Bool {
        switch self {
        case .learnerID, .name, .classes, .grade: true
        default: false
        }
    }

    var isProtective: Bool {
        self == .under13 || self == .avoid || isConsent
    }

    /// Whether it tells whether somebody agreed.
    var isConsent: Bool {
        switch self {
        case .consent, .profiled, .mailed, .copied: true
        case .guardianConsent, .guardianProfiled, .guardianMailed, .guardianCopied: true
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
        case .guardianLanguage: .languagesEach
        case .under13, .levelLock: .yesNo
        case .consent, .profiled, .mailed, .copied: .yesNo
        case .guardianConsent, .guardianProfiled, .guardianMailed, .guardianCopied: .yesNo
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
        case .under13: .counts(as: "yes", words: "yes")
        case _ where isConsent: .counts(as: Fact.unreadable, words: "no")
        default: .saysNothing
        }
    }

    /// What must not come, and the classes whose rules hold, are not forgotten for a slip in the same cell.
    var keepsEarlier: Bool { self == .avoid || self == .classes }

    /// The fact about the learner that the column states; nil for the id, and for what is of single guardians.
    var kind: Fact.Kind? {
        switch self {
        case .learnerID, .guardianProfiled, .guardianMailed, .guardianCopied, .guardianLanguage: nil
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
        case .profiled: .profiled
        case .mailed: .mailed
        case .copied: .copied
        }
    }

    /// The fact about each guardian of the row that the column states. Consent to all purposes is kept with what is of the learner.
    var guardianKind: Fact.Kind? {
        switch self {
        case .guardianProfiled: .profiled
        case .guardianMailed: .mailed
        case .guardianCopied: .copied
        case .guardianLanguage: .guardianLanguage
        default: nil
        }
    }

    /// The column's name for a fact: `guardian_email`; `enrolled` for the one that has no column.
    static func name(of kind: Fact.Kind, isOfGuardian: Bool = false) -> String {
        let own = allCases.first { isOfGuardian ? $0.guardianKind == kind : $0.kind == kind }
        return (own ?? allCases.first { $0.kind == kind || $0.guardianKind == kind })?.rawValue ?? kind.rawValue
    }
}

extension LearnerRow {
    /// The name of the column that states a fact of a kind: `guardian_email`; `enrolled` for the one that has no column.
    public static func column(of kind: Fact.Kind, isOfGuardian: Bool = false) -> String {
        LearnerColumn.name(of: kind, isOfGuardian: isOfGuardian)
    }

    /// What the row says in a column; nil: nothing.
    func value(in column: LearnerColumn) -> String? {
        if let kind = column.kind { return values[kind] }
        return column.guardianKind.map { ofGuardians[$0] } ?? id.rawValue
    }
}
