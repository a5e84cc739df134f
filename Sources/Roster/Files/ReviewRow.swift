import Content

/// One line of a table that a teacher has reviewed: an article of a learner's list, and what is to be done with it.
public struct ReviewRow: Hashable, Sendable {
    /// What is to be done.
    public enum Verb: String, CaseIterable, Sendable {
        /// The article must not come to the learner.
        case veto
        /// It must not come to anybody of the class.
        case vetoClass = "veto-class"
        /// It must be in the learner's list.
        case pin
        /// Something else takes its place in this list alone.
        case swap
        /// The learner's list is held back.
        case hold
        /// The learner's list may go out.
        case approve
    }

    /// The line, from 1.
    public let line: Int
    /// The class; empty for a learner of none.
    public let schoolClass: String
    /// The learner's id.
    public let learner: LearnerID
    /// The article.
    public let code: ItemCode
    /// What is to be done; nil: it stays as it is.
    public let verb: Verb?

    /// The columns of the table, in their order.
    public static let columns = ReviewColumn.names

    /// Reads a table's bytes. Any row that cannot be read is an error, for nothing is done of a file with one. `file` is the name in
    /// findings. Throws ``RosterError`` when the file as a whole cannot be used.
    public static func read(
        _ bytes: [UInt8], file: String
    ) throws(RosterError) -> (rows: [ReviewRow], errors: [Finding], findings: [Finding]) {
        let table = try RosterTable<ReviewColumn>(bytes: bytes, file: file)
        let broken = Set(table.broken.map { $0.line })
        var errors: [Finding] = []
        var findings: [Finding] = []
        for finding in table.findings {
            if case .file(_, let line?, _) = finding.site, broken.contains(line) {
                errors.append(finding)
            } else {
                findings.append(finding)
            }
        }
        var rows: [ReviewRow] = []
        for row in table.rows {
            let text = { (column: ReviewColumn) in (row.cells[column]?.text.trimmed ?? "").withoutFormulaGuard }
            let said = text(.verb).lowercased()
            let verb = Verb(rawValue: said)
            if verb == nil, !said.isEmpty {
                let place = FindingSite.file(file, line: row.line, column: row.cells[.verb]?.column)
                errors.append(.verbNotKnown(said, at: place))
                continue
            }
            rows.append(
                ReviewRow(
                    line: row.line, schoolClass: text(.schoolClass), learner: LearnerID(rawValue: text(.learner)),
                    code: ItemCode(rawValue: text(.code)), verb: verb))
        }
        return (rows, errors, findings)
    }
}

/// The columns of a reviewed table.
enum ReviewColumn: String, RosterColumn {
    case schoolClass = "class"
    case learner, name, place, code, title, minutes, level, reason, verb

    var isRequired: Bool { [.schoolClass, .learner, .code, .verb].contains(self) }
    var isProtective: Bool { self == .verb }
}
