import Configuration
import Content
import Output
import Pipeline
import Roster
import Store

/// Writes the lists of an edition as a table for a spreadsheet: a line an article and learner, with a column for what is to be done.
public struct WriteReviewTable: UseCase {
    private let school: School
    private let store: Store

    /// In a school.
    package init(_ open: SchoolAndStore) { (school, store) = (open.school, open.store) }

    /// Whose lists, and where to.
    public struct Request: Sendable {
        /// The class; nil: that of the learner, or all.
        public var schoolClass: String?
        /// One learner alone, by id or name.
        public var learner: String?
        /// The edition; nil: the latest that is open.
        public var edition: Edition?
        /// The path of the table.
        public var path: String
        /// Its name as it was typed.
        public var name: String

        /// A table of a class, a learner, or all.
        package init(
            class schoolClass: String? = nil, learner: String? = nil, edition: Edition? = nil, to path: String,
            named name: String
        ) {
            (self.schoolClass, self.learner, self.edition) = (schoolClass, learner, edition)
            (self.path, self.name) = (path, name)
        }
    }

    /// What was written.
    public struct Outcome: Sendable {
        /// How many lines, without the heading; 0: no list is open.
        public var rows: Int
        /// The editions whose lists they are of.
        public var editions: [Edition]
        /// The table's name as it was typed.
        public var name: Verbatim
    }

    /// Writes the table of what is open.
    public func run(_ request: Request, by actor: Actor, now: Timestamp) throws -> Outcome {
        var rows: [[String]] = []
        var editions: Set<Edition> = []
        let groups = try ReviewedLearners(store: store).groups(class: request.schoolClass, learner: request.learner)
        let languages = try NamedThings(store: store).languagesOfClasses()
        for (name, members) in groups {
            let named = try request.edition ?? OpenLists.latest(of: members, school: school, store: store)
            guard let edition = named else { continue }
            let lists = try OpenLists(of: edition, learners: members, school: school, store: store)
            for open in lists.open where name.map({ open.terms.mayHold($0) }) ?? true {
                editions.insert(edition)
                rows += try self.rows(of: open, class: name, language: name.flatMap { languages[$0] })
            }
        }
        try GivenFile.write(CSVText.bytes(of: [ReviewRow.columns] + rows), to: request.path)
        return Outcome(rows: rows.count, editions: editions.sorted(), name: Verbatim(request.name))
    }

    private func rows(of open: OpenLists.Open, class name: String?, language: String?) throws -> [[String]] {
        let items = try store.items.items(versions: Set(open.list.entries.map { $0.version }))
        return open.list.entries.compactMap { entry in
            guard let item = items[entry.version] else { return nil }
            let reasons = school.reasons.sentences(
                school.discretion.toldToOthers(entry.reasons), role: .teacher, name: open.learner.name,
                language: language ?? school.configuration.school(of: open.learner).language)
            return [
                name ?? "", open.learner.id.rawValue, open.learner.name, "\(entry.place)", "\(item.code)",
                item.title.onOneLine, item.knownMinutes.map { "\($0)" } ?? "",
                item.level == nil ? "" : LevelCell.text(item.level), reasons.joined(separator: " "), "",
            ]
        }
    }
}
