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
    /// What the source says of all guardians that it names, beside their addresses and consent in ``values``: of each purpose alone, and
    /// the languages that they are written to in, one for all or one each, in the order of the addresses.
    public internal(set) var ofGuardians: [Fact.Kind: String] = [:]
    /// What the source says of single guardians.
    public internal(set) var guardians: [GuardianRow] = []

    /// A row by its parts.
    package init(
        id: LearnerID, line: Int, values: [Fact.Kind: String], unread: Set<Fact.Kind> = [], isRemainder: Bool = false,
        ofGuardians: [Fact.Kind: String] = [:], guardians: [GuardianRow] = []
    ) {
        self.ofGuardians = ofGuardians
        self.guardians = guardians
        self.id = id
        self.line = line
        self.values = values
        self.unread = unread
        self.isRemainder = isRemainder
    }

    /// Reads the bytes of `learners.csv`: a cell that cannot be read costs that cell, and is told by line and column. `file` is
    /// the name in findings; `region` the letters of the school's country, for `Year 7` is another grade in each; `isHeld` tells
    /// what somebody must see, which is set apart. Throws ``RosterError`` when the file as a whole cannot be used.
    public static func read(
        _ bytes: [UInt8], file: String = "learners.csv", region: String? = nil,
        isHeld: @escaping (String?, String) -> Bool = { _, _ in false }
    ) throws(RosterError) -> RosterFile<LearnerRow> {
        let grades = SchoolGrade(region: region)
        return try RowCollector<LearnerColumn, LearnerRow>.collect(
            bytes, file: file, key: .learnerID, make: { LearnerRow(&$0) }, remainder: \.remainder, isHeld: isHeld,
            meant: { column, text in
                guard column == .grade, case .grade(let grade) = grades.read(text.trimmed) else { return text }
                return "\(grade)"
            }, rescue: { LearnerRow(rescuedFrom: $0) })
    }

    private init(_ cells: inout RowCells<LearnerColumn>) {
        var values: [Fact.Kind: String] = [:]
        var ofGuardians: [Fact.Kind: String] = [:]
        for (column, value) in cells.values {
            if let kind = column.kind { values[kind] = value }
            if let kind = column.guardianKind { ofGuardians[kind] = value }
        }
        let unread = Set(cells.unread.compactMap(\.kind))
        // Where a level comes from and of when it is are said of that level: they do not stand without it.
        if unread.contains(.level) {
            for kind in [Fact.Kind.levelSource, .levelDate, .levelLock] { values[kind] = nil }
        }
        // Languages of single guardians stand at the places of their addresses: where one of either is missing, nobody can tell whose is whose.
        let languages = Fact.list(cells.text(.guardianLanguage)).count
        if cells.unread.contains(.guardianLanguage) {
            ofGuardians[.guardianLanguage] = nil
        } else if languages > 1 {
            let addresses = Fact.list(cells.text(.guardianEmail)).count
            if languages != addresses || cells.unread.contains(.guardianEmail) {
                ofGuardians[.guardianLanguage] = nil
                cells.note(.guardianLanguages(languages, addresses: addresses), CellLoss.saysNothing.outcome)
            }
        }
        self.init(
            id: LearnerID(rawValue: cells.text(.learnerID)), line: cells.line, values: values, unread: unread,
            ofGuardians: ofGuardians)
    }
}
