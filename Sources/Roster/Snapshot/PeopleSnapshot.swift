import Content

/// The people of a school or a district as one source has them at a moment, whatever its form: OneRoster, a mapped export, our own
/// table. One plan tells what changes by it (``RosterPlan``).
public struct PeopleSnapshot: Hashable, Sendable {
    /// One class.
    public struct SchoolClass: Hashable, Sendable {
        /// What it is called; no other class of the snapshot has it.
        public var name: String
        /// Who teaches it, by name and then address.
        public var teachers: [Content.SchoolClass.Teacher]

        /// A class by its parts.
        package init(name: String, teachers: [Content.SchoolClass.Teacher] = []) {
            self.name = name
            self.teachers = teachers
        }
    }

    /// The forms of sources.
    public enum Form: String, Hashable, Sendable {
        /// Our own table, kept by hand.
        case table
        /// Another program's export, by a map.
        case export
        /// OneRoster.
        case oneRoster = "oneroster"
    }

    /// What kind of source it is.
    public var form: Form
    /// What the source is, in findings: the name of its file or folder.
    public var name: String
    /// The learners, one row each, by id. A kind that the source does not speak of is not among a row's values; one who is there and
    /// not active has `no` as ``Content/Fact/Kind/enrolled``.
    public var learners: [LearnerRow]
    /// The classes that learners are in, by name; empty where the source tells of no teachers.
    public var classes: [SchoolClass]
    /// Whether it is all people of its schools: who came by such a source earlier and is not in it has left.
    public var isWhole: Bool
    /// Who stands in the source with rows that contradict each other, or with one that was left out: they stay as they are.
    public var untouched: Set<LearnerID>
    /// What is left of rows that were left out: what they restrict, and nothing else. It counts for those who are known.
    public var remains: [LearnerRow]
    /// How many rows of people were left out. Where there is one, nobody leaves for not being there.
    public var rowsLeftOut: Int
    /// What was left out and why, by file and line.
    public var findings: [Finding]

    /// A snapshot by its parts.
    package init(
        form: Form = .export, name: String, learners: [LearnerRow], classes: [SchoolClass] = [], isWhole: Bool = false,
        untouched: Set<LearnerID> = [], remains: [LearnerRow] = [], rowsLeftOut: Int = 0, findings: [Finding] = []
    ) {
        self.form = form
        self.remains = remains
        self.name = name
        self.learners = learners
        self.classes = classes
        self.isWhole = isWhole
        self.untouched = untouched
        self.rowsLeftOut = rowsLeftOut
        self.findings = findings
    }
}

extension PeopleSnapshot {
    /// Our own table as a snapshot. Who stands in it with a row that was left out stays as they are.
    package init(_ file: RosterFile<LearnerRow>, isWhole: Bool) {
        self.init(
            form: .table, name: file.name, learners: file.rows, isWhole: isWhole,
            untouched: Set(file.refused.map(LearnerID.init(rawValue:))).subtracting(file.rows.map(\.id)),
            remains: file.remains, rowsLeftOut: file.unreadable, findings: file.findings)
    }
}
