import Configuration
import Content
import Output
import Pipeline
import Ranking
import Reports
import Roster
import Store
import Topics

/// Asks a teacher whether a class's levels, strengths and needs are still right, and takes the answers back.
///
/// What a teacher says holds until the roster says something new: a roster that says what it said before changes nothing.
public struct CheckIn: Sendable {
    let school: School
    let store: Store

    /// A desk over a school's store.
    public init(school: School, store: Store) {
        self.school = school
        self.store = store
    }

    /// One learner's line of the form.
    struct Line {
        let learner: Learner
        /// What is known, by kind; empty: nothing.
        let values: [Fact.Kind: String]
        /// Of when it is; nil: nobody ever said.
        let since: [Fact.Kind: CalendarDate]
        /// How well they read by what they said of articles; nil where they said nothing.
        let readsNow: Double?
    }

    /// What is asked about.
    static let kinds: [Fact.Kind] = [.level, .strengths, .needs]

    /// The form as lines for people, of a class's learners with something old or missing; `all`: of everybody.
    public func lines(of schoolClass: String, all: Bool, now: Timestamp) throws -> [String] {
        let asked = try self.asked(of: schoolClass, all: all, now: now)
        if asked.isEmpty { return ["Nothing is older than half a year; --all asks of everybody."] }
        return asked.map { line in
            let parts = Self.kinds.map { "\($0.rawValue) \(Self.shown(line, $0))" }
            let now = line.readsNow.map { "; by their answers now \(Numbers.fixed($0, decimals: 1))" } ?? ""
            return "\(TextTable.oneLine(line.learner.name)): \(parts.joined(separator: "; "))\(now)"
        }
    }

    /// Writes the form as a table for a spreadsheet.
    public func write(of schoolClass: String, all: Bool, to path: String, now: Timestamp) throws -> [String] {
        let rows = try asked(of: schoolClass, all: all, now: now).map { line in
            [
                line.learner.id.rawValue, line.learner.name,
                line.readsNow.map { Numbers.fixed($0, decimals: 1) } ?? "",
            ] + Self.kinds.map { line.values[$0] ?? "" } + [""]
        }
        try GivenFile.write(CSVText.bytes(of: [CheckInRow.columns] + rows), to: path)
        return [
            "\(rows.count) learners. Write what is right now, '\(CheckInRow.nothing)' for nothing, or x into the last column where all still is;"
                + " then 'gleaner checkin --import FILE'."
        ]
    }

    /// Writes the form as a page to print.
    public func print(of schoolClass: String, all: Bool, to path: String, now: Timestamp) throws -> [String] {
        let lines = try asked(of: schoolClass, all: all, now: now)
        let rows = lines.map { line in
            func told(_ kind: Fact.Kind) -> (text: String, since: String) {
                let since = line.since[kind].map { " (\($0))" } ?? ""
                return (Self.list(line.values[kind] ?? ""), line.values[kind]?.isEmpty == false ? since : "")
            }
            return CheckInPage.Row(
                name: line.learner.name, level: told(.level),
                readsNow: line.readsNow.map { Numbers.fixed($0, decimals: 1) } ?? "",
                strengths: told(.strengths), needs: told(.needs))
        }
        let page = try CheckInPage(folder: school.folder.templates).html(
            title: "Check-in of class \(schoolClass)", date: "\(now.utcDate)",
            how: "gleaner checkin --class \(schoolClass) --csv FILE", rows: rows)
        try GivenFile.write(page, to: path)
        return ["A page of \(RunText.count(rows.count, "learner")) to print."]
    }

    /// Those of a class who are asked about, by name.
    private func asked(of schoolClass: String, all: Bool, now: Timestamp) throws -> [Line] {
        let name = try NamedThings(store: store).schoolClass(schoolClass)
        let snapshot = try RankSnapshot(store: store, asOf: .all, settings: school.rankingSettings, now: now)
        let block = try StoredLines(store: store, marks: .all).block(try store.learners.ids(inClass: name))
        let lines = block.lines.filter { known in
            known.learner.enrolled && (all || !StaleLearner.parts(of: known.facts, now: now).isEmpty)
        }
        return lines.map { line(of: $0, snapshot) }
            .sorted { ($0.learner.name, $0.learner.id) < ($1.learner.name, $1.learner.id) }
    }

    private func line(of known: LearnerLine, _ snapshot: RankSnapshot) -> Line {
        let latest = StaleLearner.latest(of: known.facts)
        let band = snapshot.languages(of: known.learner).first.flatMap { snapshot.bands(of: known)[$0] }
        return Line(
            learner: known.learner, values: latest.mapValues { $0.value }, since: latest.compactMapValues { $0.since },
            readsNow: band.flatMap { $0.answers > 0 ? $0.level : nil })
    }

    private static func shown(_ line: Line, _ kind: Fact.Kind) -> String {
        guard let value = line.values[kind], let since = line.since[kind] else { return "never said" }
        return "\(value.isEmpty ? "none" : list(value)) (\(since))"
    }

    private static func list(_ value: String) -> String { Fact.list(value).joined(separator: ", ") }
}
