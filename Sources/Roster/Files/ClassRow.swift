import Content

/// One class as `classes.csv` has it.
public struct ClassRow: Hashable, Sendable {
    /// The line of the row, from 1.
    public let line: Int
    /// The class's name.
    public let name: String
    /// What the row says, one value for every column that the file has; empty: the cell is empty.
    let values: [ClassColumn: String]
    /// The columns that could not be read.
    var unread: Set<ClassColumn> = []

    /// Reads the bytes of `classes.csv`: a cell that cannot be read costs that cell, and is told by line and column. `file` is
    /// the name in findings. Throws ``RosterError`` when the file as a whole cannot be used.
    public static func read(
        _ bytes: [UInt8], file: String = "classes.csv"
    ) throws(RosterError) -> RosterFile<ClassRow> {
        try RowCollector<ClassColumn, ClassRow>.collect(
            bytes, file: file, key: .name,
            make: { cells in
                ClassRow(line: cells.line, name: cells.text(.name), values: cells.values, unread: cells.unread)
            }, remainder: \.remainder, rescue: { ClassRow(rescuedFrom: $0) })
    }

    /// The class after this row: what the file's columns say, and for columns that it has not what was known before.
    public func applied(to old: SchoolClass?) -> SchoolClass {
        var new = old ?? SchoolClass(name: name)
        func text(_ column: ClassColumn) -> String?? {
            values[column].map { $0.isEmpty ? nil : $0 }
        }
        if let teacher = text(.teacher) { new.teacher = teacher }
        if let email = text(.teacherEmail) { new.teacherEmail = email }
        if let dial = text(.dial) { new.dial = dial.flatMap { Int($0) }.flatMap { Dial(rawValue: $0) } }
        if let review = text(.review) { new.review = review == "yes" }
        if let language = text(.language) { new.language = language }
        // Nobody knows how a new class is to be led: its lists wait for the teacher.
        if old == nil, unread.contains(.dial) { new.dial = .teacherLed }
        return new
    }

    /// What must not be lost of a row that stands twice: that its lists wait.
    private var remainder: ClassRow? {
        values[.review] == "yes" ? ClassRow(line: line, name: name, values: [.review: "yes"]) : nil
    }

    /// What is left of a row of which nobody can tell which cell is which.
    private init?(rescuedFrom row: BrokenRow<ClassColumn>) {
        guard let key = row.key, row.has(.review), !row.says("no", in: .review) else { return nil }
        self.init(line: row.line, name: key, values: [.review: "yes"])
    }

    private init(line: Int, name: String, values: [ClassColumn: String], unread: Set<ClassColumn> = []) {
        self.line = line
        self.name = name
        self.values = values
        self.unread = unread
    }
}

/// The columns of `classes.csv`.
enum ClassColumn: String, CellColumn {
    case name = "class"
    case teacher
    case teacherEmail = "teacher_email"
    case dial, review, language

    var isRequired: Bool { self == .name }
    var isProtective: Bool { self == .review }

    var rule: CellRule {
        switch self {
        case .name: .identifier
        case .teacher: .list(most: 10)
        case .teacherEmail: .mailAddresses
        case .dial: .number(0...4)
        case .review: .yesNo
        case .language: .language
        }
    }

    var loss: CellLoss {
        switch self {
        case .name: .costsRow
        case .teacherEmail: .takesBack
        case .review: .counts(as: "yes", words: "yes: its lists wait for the teacher")
        case .teacher, .dial, .language: .saysNothing
        }
    }
}
