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
        public var id: [Source] = []
        public var given: [Source] = []
        public var family: [Source] = []
        public var name: [Source] = []
        public var nameOrder = NameOrder.firstLast
        public var grade: [Source] = []
        public var classes: [Source] = []
        /// What parts several classes in a cell.
        public var classSeparator = ";"
        public var school: [Source] = []
        public var email: [Source] = []
        public var language: [Source] = []
        public var active: [Source] = []
        /// The last day.
        public var until: [Source] = []
    }

    /// What is said of one guardian, or of several in one cell.
    public struct Guardian: Hashable, Sendable {
        public var email: [Source] = []
        public var language: [Source] = []
        public var consent: [Source] = []
        /// What parts addresses; nil: `;`, `,` and blanks do.
        public var separator: String?
    }

    /// Who teaches the row's class.
    public struct Teacher: Hashable, Sendable {
        public var name: [Source] = []
        public var email: [Source] = []
    }

    /// What cells can be given a meaning for.
    public enum Meaning: String, Hashable, Sendable, CaseIterable {
        case grade, school, language, active, consent
    }

    /// Rows that are no learner: the cell of a column is one of some texts.
    public struct Skip: Hashable, Sendable {
        public var column: String
        public var texts: [String]
    }

    public var format = Format.csv
    public var file = File()
    public var skip: [Skip] = []
    public var learner = Learner()
    public var guardians: [Guardian] = []
    /// Of OneRoster: the column of users that has a guardian's language.
    public var guardianLanguage: [Source] = []
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
