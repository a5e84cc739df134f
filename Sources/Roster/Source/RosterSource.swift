import Content

/// What a source of people is, told by its files alone.
public struct RosterSource: Sendable {
    /// What a source can be.
    public enum Kind: Hashable, Sendable {
        /// The tables of OneRoster.
        case oneRoster
        /// One table with Gleaner's own columns.
        case own
        /// One table of another program, which needs a map.
        case export
        /// Several tables that are not OneRoster: nobody can tell which is meant.
        case several
        /// No table at all.
        case nothing
    }

    /// What it is.
    public let kind: Kind
    /// The files that count: the tables of OneRoster that lie in one folder, also those that are not read, or the table.
    public let files: [RosterSourceFile]

    /// Tells what the files of a source are. A table of OneRoster is known by its name, whatever its case.
    public init(_ files: [RosterSourceFile]) {
        let own = files.filter { !$0.isPassedOver }
        let known = own.filter { OneRosterTable($0.name) != nil }
        // Users alone tell it; where they are missing, what else is there does, so that the message can name them.
        let root = (known.filter { OneRosterTable($0.name) == .users } + known).first
        let isTold = known.contains { OneRosterTable($0.name) == .users } || known.count >= 2
        // Of two rosters in one source nobody can tell which is meant.
        let rosters = known.filter { OneRosterTable($0.name) == .users }
        if Set(rosters.map { $0.path.dropLast($0.name.count) }).count > 1 {
            (kind, self.files) = (.several, rosters)
            return
        }
        if let root, isTold {
            let folder = root.path.dropLast(root.name.count)
            kind = .oneRoster
            self.files = own.filter { file in
                let isTable = OneRosterTable(file.name) != nil || Self.others.contains(file.name.lowercased())
                return isTable && file.path.dropLast(file.name.count) == folder
            }
            return
        }
        let tables = own.count > 1 ? own.filter { $0.mayBeTable && !Self.others.contains($0.name.lowercased()) } : own
        self.files = tables
        switch tables.count {
        case 0: kind = .nothing
        case 1: kind = Self.isOwn(tables[0]) ? .own : .export
        default: kind = .several
        }
    }

    /// What is to be done with a file of a source.
    public enum Need: Sendable {
        /// It may be needed.
        case read
        /// It is a table of OneRoster that no list needs, passwords and dates of birth among them: that it is there is all that is asked.
        case named
        /// It is passed over.
        case none
    }

    /// Whether a file may be needed, by its path below the source.
    public static func need(of path: String) -> Need {
        let file = RosterSourceFile(path: path, bytes: [])
        guard !file.isPassedOver, file.mayBeTable else { return .none }
        return others.contains(file.name.lowercased()) ? .named : .read
    }

    private static let others = Set(
        [
            "demographics", "userProfiles", "courses", "resources", "classResources", "courseResources",
            "userResources", "categories", "lineItems", "results", "scoreScales", "lineItemScoreScales",
            "resultScoreScales", "lineItemLearningObjectiveIds", "resultLearningObjectiveIds",
        ].map { $0.lowercased() + ".csv" })

    /// Whether a table has the columns that every `learners.csv` has, or all but one: what is missing is told then.
    private static func isOwn(_ file: RosterSourceFile) -> Bool {
        guard let table = try? SourceTable(file) else { return false }
        let required = LearnerColumn.allCases.filter(\.isRequired)
        return table.place(of: LearnerColumn.learnerID.rawValue) != nil
            || required.filter { table.place(of: $0.rawValue) != nil }.count >= required.count - 1
    }
}

extension RosterSourceFile {
    /// Whether its name says that it is a table.
    fileprivate var mayBeTable: Bool {
        [".csv", ".txt", ".tsv", ".tab", ".text"].contains { name.lowercased().hasSuffix($0) }
    }
}

/// The tables of OneRoster that are read; all others are passed over unread.
enum OneRosterTable: String, CaseIterable {
    case manifest, academicSessions, orgs, classes, users, roles, enrollments

    /// The table by its file's name.
    init?(_ name: some StringProtocol) {
        guard let table = Self.allCases.first(where: { $0.file.lowercased() == name.lowercased() }) else { return nil }
        self = table
    }

    /// The name of its file, as the standard has it.
    var file: String { rawValue + ".csv" }
}
