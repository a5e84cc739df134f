import Content

/// One class as `classes.csv` has it.
public struct ClassRow: Hashable, Sendable {
    /// The line of the row, from 1.
    public let line: Int
    /// The class's name.
    public let name: String
    /// What the row says, one value for every column that the file has; empty: the cell is empty.
    let values: [ClassColumn: String]

    /// Reads the bytes of `classes.csv`: a bad row is left out with a finding, the others are kept. `file` is the name in
    /// findings. Throws ``RosterError`` when the file as a whole cannot be used.
    public static func read(
        _ bytes: [UInt8], file: String = "classes.csv"
    ) throws(RosterError) -> RosterFile<ClassRow> {
        try RowCollector<ClassColumn, ClassRow>.collect(bytes, file: file, key: .name, rule: \.rule) {
            (line, cells) throws(RowFault<ClassColumn>) in
            ClassRow(line: line, name: cells[.name] ?? "", values: cells)
        }
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
        return new
    }
}

/// The columns of `classes.csv`.
enum ClassColumn: String, RosterColumn {
    case name = "class"
    case teacher
    case teacherEmail = "teacher_email"
    case dial, review

    var isRequired: Bool { self == .name }

    var rule: CellRule {
        switch self {
        case .name: .identifier
        case .teacher: .text
        case .teacherEmail: .mailAddress
        case .dial: .number(0...4)
        case .review: .yesNo
        }
    }
}
