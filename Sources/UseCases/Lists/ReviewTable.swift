import Configuration
import Content
import Output
import Pipeline
import Roster
import Store

/// The lists of an edition as a table for a spreadsheet: a line an article and learner, with a column for what is to be done.
public struct ReviewTable: Sendable {
    let school: School
    let store: Store

    /// Tables of a school's lists.
    public init(school: School, store: Store) {
        self.school = school
        self.store = store
    }

    /// Writes the table of what is open; gives a line that says what was written. `request`: of whom and of which edition.
    public func write(_ request: ReviewDesk.Request, to path: String, named name: String) throws -> [String] {
        let (rows, editions) = try rows(request)
        let bytes = CSVText.bytes(of: [ReviewRow.columns] + rows)
        try GivenFile.write(bytes, to: path)
        let which = editions.map { "\($0)" }.joined(separator: ", ")
        guard !rows.isEmpty else { return ["No list is open; \(name) has its heading alone."] }
        return [
            "\(rows.count) lines of \(which) in \(name). Write a verb into the last column "
                + "(\(ReviewRow.Verb.allCases.map { $0.rawValue }.joined(separator: ", "))), then 'gleaner review --import \(name)'."
        ]
    }

    private func rows(_ request: ReviewDesk.Request) throws -> (rows: [[String]], editions: [Edition]) {
        var rows: [[String]] = []
        var editions: Set<Edition> = []
        for (name, members) in try ReviewDesk(school: school, store: store).groups(request) {
            let named = try request.edition ?? OpenLists.latest(of: members, school: school, store: store)
            guard let edition = named else { continue }
            let lists = try OpenLists(of: edition, learners: members, school: school, store: store)
            for open in lists.open where name.map({ open.terms.mayHold($0) }) ?? true {
                editions.insert(edition)
                rows += try self.rows(of: open, class: name)
            }
        }
        return (rows, editions.sorted())
    }

    private func rows(of open: OpenLists.Open, class name: String?) throws -> [[String]] {
        let items = try store.items.items(versions: Set(open.list.entries.map { $0.version }))
        return open.list.entries.compactMap { entry in
            guard let item = items[entry.version] else { return nil }
            let reasons = school.reasons.sentences(
                school.discretion.toldToOthers(entry.reasons), role: .teacher, name: open.learner.name,
                language: school.configuration.school.language)
            return [
                name ?? "", open.learner.id.rawValue, open.learner.name, "\(entry.place)", "\(item.code)",
                item.title.onOneLine, item.knownMinutes.map { "\($0)" } ?? "",
                item.level == nil ? "" : ReviewSheetText.level(item.level),
                reasons.joined(separator: " "), "",
            ]
        }
    }
}
