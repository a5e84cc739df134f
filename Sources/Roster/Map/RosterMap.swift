/// What the columns of another program's export mean, as a school says it once.
public struct RosterMap: Hashable, Sendable {
    /// What the export is.
    public enum Format: String, Hashable, Sendable, CaseIterable {
        /// One table.
        case csv
        /// The tables of OneRoster, of which a map says only what the standard leaves open.
        case oneroster
    }

    /// How the table lies in its file.
    public struct File: Hashable, Sendable {
        /// The encoding's name; nil: found out.
        public var encoding: String?
        /// What stands between cells, one character; nil: found out.
        public var delimiter: String?
        /// The line of the column names, from 1.
        public var header = 1
        /// Whether the day or the month stands first in dates; nil: only dates that can be read one way are read.
        public var dates: DayOrder?
    }

    /// Where a value comes from.
    public enum Source: Hashable, Sendable {
        /// A column, by its name in whatever case.
        case column(String)
        /// The same text for all rows.
        case constant(String)
    }

    /// How names stand in one cell.
    public enum NameOrder: String, Hashable, Sendable, CaseIterable {
        case firstLast = "first-last"
        case lastFirst = "last-first"
    }

    /// What is said of a learner; of several sources the first that is not empty counts, of classes all.
    public struct Learner: Hashable, Sendable {
        /// The school's id, kept as it is written.
        public var id: [Source] = []
        /// The given name.
        public var given: [Source] = []
        /// The family name.
        public var family: [Source] = []
        /// The whole name, where it is one cell.
        public var name: [Source] = []
        /// How the whole name is written.
        public var nameOrder = NameOrder.firstLast
        /// The school grade.
        public var grade: [Source] = []
        /// The classes.
        public var classes: [Source] = []
        /// What parts several classes in a cell.
        public var classSeparator = ";"
        /// The school.
        public var school: [Source] = []
        /// Their own mail address.
        public var email: [Source] = []
        /// The language that they read.
        public var language: [Source] = []
        /// Whether they are there.
        public var active: [Source] = []
        /// The last day.
        public var until: [Source] = []
    }

    /// What is said of one guardian, or of several in one cell.
    public struct Guardian: Hashable, Sendable {
        /// Their mail addresses.
        public var email: [Source] = []
        /// The language that they are written to in.
        public var language: [Source] = []
        /// Whether they agreed.
        public var consent: [Source] = []
        /// What parts addresses; nil: `;`, `,` and blanks do.
        public var separator: String?
    }

    /// Who teaches the row's class.
    public struct Teacher: Hashable, Sendable {
        /// The name.
        public var name: [Source] = []
        /// The mail address.
        public var email: [Source] = []
    }

    /// What cells can be given a meaning for.
    public enum Meaning: String, Hashable, Sendable, CaseIterable {
        case grade, school, language, active, consent
    }

    /// Rows that are no learner: the cell of a column is one of some texts.
    public struct Skip: Hashable, Sendable {
        /// The column's name.
        public var column: String
        /// The texts, one of which the cell is.
        public var texts: [String]
    }

    /// What the export is.
    public var format = Format.csv
    /// How it lies in its file.
    public var file = File()
    /// Rows that are no learner.
    public var skip: [Skip] = []
    /// What is said of a learner.
    public var learner = Learner()
    /// What is said of guardians.
    public var guardians: [Guardian] = []
    /// Of OneRoster: the column of users that has a guardian's language.
    public var guardianLanguage: [Source] = []
    /// Who teaches.
    public var teacher = Teacher()
    /// What a cell means, looked up first; keys in lower case.
    public var values: [Meaning: [String: String]] = [:]

    /// A map that says nothing yet.
    public init() {}
}

/// Whether the day or the month stands first in a date.
public enum DayOrder: String, Hashable, Sendable, CaseIterable {
    case dayFirst = "day-first"
    case monthFirst = "month-first"
}
