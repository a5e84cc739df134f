import Content
import Pipeline
import Roster
import Store

/// Takes down strips of printed pages by the two letters beside each box, one line a learner.
public struct TypedStrips {
    private let desk: Saying
    private let store: Store
    private let origin: Fact.Origin
    /// The edition whose pages are typed in; nil: each learner's newest that went out.
    private let edition: Edition?

    /// A desk over a school's store. Throws ``RequestError`` for an edition that nobody has a list of.
    public init(school: School, store: Store, edition: Edition? = nil, by origin: Fact.Origin) throws {
        desk = Saying(school: school, store: store)
        self.store = store
        self.origin = origin
        self.edition = edition
        if let edition, try store.lists.learners(of: edition).isEmpty {
            throw RequestError("there is no list of \(edition). 'gleaner status' tells which editions there are.")
        }
    }

    /// The learners of a class in the order of its printed pages, by name and then id.
    public func readers(of schoolClass: String) throws -> [Learner] {
        let name = try NamedThings(store: store).schoolClass(schoolClass)
        let ids = try store.learners.ids(inClass: name)
        let facts = try store.learners.facts(about: ids).readable
        return ids.compactMap { id in facts[id].map { Learner(id: id, facts: $0) } }
            .filter { $0.enrolled }.sorted { ($0.name, $0.id) < ($1.name, $1.id) }
    }

    /// Takes the lines of a file, each with whose strip it is. `name`: the file as findings call it.
    public func take(file path: String, named name: String, now: Timestamp) throws -> Saying.Report {
        let text = String(decoding: try GivenFile.bytes(of: path), as: UTF8.self)
        let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map { String($0) }
        var report = Saying.Report(lines: [], findings: [], appended: 0)
        for (number, line) in lines.enumerated() {
            guard let strip = StripLine(line, line: number + 1, isNamed: true) else { continue }
            report.add(try take(strip, asked: nil, place: "\(name):\(number + 1)", now: now))
        }
        return report
    }

    /// Takes one line that begins with whose it is and a colon.
    public func take(line: String, now: Timestamp) throws -> Saying.Report {
        try StripLine(line, line: 1, isNamed: true).map { try take($0, asked: nil, place: "strip", now: now) }
            ?? Saying.Report(lines: [], findings: [], appended: 0)
    }

    /// Whether a line that was asked for says by itself whose strip it is.
    public func namesAnother(_ line: String) -> Bool {
        StripLine(line, line: 1, isNamed: false).map { !$0.name.isEmpty } ?? false
    }

    /// Takes one line for a learner; of another one where it begins with a name and a colon.
    public func take(line: String, of learner: Learner, now: Timestamp) throws -> Saying.Report {
        guard let strip = StripLine(line, line: 1, isNamed: false) else {
            return Saying.Report(lines: [], findings: [], appended: 0)
        }
        return try take(strip, asked: learner, place: learner.name, now: now)
    }

    private func take(_ strip: StripLine, asked: Learner?, place: String, now: Timestamp) throws -> Saying.Report {
        var learner = asked
        if !strip.name.isEmpty {
            do {
                learner = try NamedThings(store: store).learner(strip.name)
            } catch is NamingRefusal {
                // A name that nobody has may be what a child wrote.
                return told(
                    "there is no learner \(desk.screen.quoted(strip.name)); the line was left out.", at: place,
                    remedy: "See 'gleaner learners list'.")
            }
        }
        guard let learner else { return told("the line says of nobody whose strip it is.", at: place) }
        var report = Saying.Report(lines: [], findings: [], appended: 0)
        if !strip.ticks.isEmpty || !strip.unread.isEmpty {
            guard let list = try list(of: learner.id) else {
                return told(
                    "\(learner.name) has no list that went out, so the codes mean nothing.", at: place,
                    remedy: "Name the edition with --edition.")
            }
            let items = try store.items.items(versions: Set(list.entries.map { $0.version }))
            let codes = list.entries.compactMap { items[$0.version]?.code }
            guard codes.count == list.entries.count else {
                return told("an article of \(learner.name)'s list cannot be read; the line was left out.", at: place)
            }
            let (rows, problems) = strip.rows(of: learner.id, codes: codes, by: origin)
            report = try desk.takeDown(now: now) { _ in RosterFile(name: place, rows: rows) }
            report.findings += problems.map {
                Finding(
                    .warning, at: place, "\($0).", remedy: "Look at the strip again; the rest of the line counts.")
            }
        }
        if let wish = strip.wish {
            do {
                report.add(
                    try desk.say(
                        .more, learner: learner.id.rawValue, about: wish, isTopic: true, by: origin, now: now))
            } catch let error as RequestError {
                report.findings.append(Finding(.warning, at: place, "\(error)"))
            }
        }
        return report
    }

    /// The list that a learner has on paper: the newest that went out.
    private func list(of learner: LearnerID) throws -> ReadingList? {
        let editions = try edition.map { [$0] } ?? store.lists.editions(of: learner)
        let printed = try editions.first { try store.outbox.isOut($0, to: learner) }
        return try printed.flatMap { try store.lists.newest(for: learner, edition: $0)?.list }
    }

    private func told(_ problem: String, at place: String, remedy: String = "") -> Saying.Report {
        Saying.Report(lines: [], findings: [Finding(.warning, at: place, problem, remedy: remedy)], appended: 0)
    }
}
