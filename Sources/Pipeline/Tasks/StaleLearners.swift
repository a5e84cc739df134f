import Content
import Ranking
import Reports
import Store

/// Whose level, strengths and needs are old or were never said: what a teacher asks about next.
public struct StaleLearners: Sendable {
    let school: School
    let store: Store

    /// A desk over a school's store.
    public init(school: School, store: Store) {
        self.school = school
        self.store = store
    }

    /// What is told of a learner counts as old after so many days: half a year.
    static let days = 180

    /// One learner with something old or missing.
    public struct Line: Encodable, Sendable {
        /// The learner's id.
        public var learner: LearnerID
        /// Their name.
        public var name: String
        /// Their classes.
        public var classes: [String]
        /// What is old or missing.
        public var parts: [Part]
    }

    /// One thing that is known of a learner.
    public struct Part: Encodable, Sendable {
        /// What it is: level, strengths or needs.
        public var what: String
        /// Of when it is; nil: nobody ever said.
        public var since: CalendarDate?
    }

    /// The learners with something old or missing, by name; of a class, or all.
    public func lines(of schoolClass: String?, now: Timestamp) throws -> [Line] {
        let name = try schoolClass.map { try NamedThings(store: store).schoolClass($0) }
        let ids = try name.map { try store.learners.ids(inClass: $0) } ?? store.learners.ids()
        let lines = try ids.compactMap { id -> Line? in
            let facts = try store.learners.facts(about: id)
            let learner = Learner(id: id, facts: facts)
            guard learner.enrolled else { return nil }
            let parts = Self.parts(of: facts, now: now)
            return parts.isEmpty ? nil : Line(learner: id, name: learner.name, classes: learner.classes, parts: parts)
        }
        return lines.sorted { ($0.name, $0.learner.rawValue) < ($1.name, $1.learner.rawValue) }
    }

    /// What of a learner's facts is old or missing.
    static func parts(of facts: [Fact], now: Timestamp) -> [Part] {
        let latest = latest(of: facts)
        let oldest = now.utcDate.adding(days: -days)
        return CheckIn.kinds.compactMap { kind in
            guard let known = latest[kind], let since = known.since else {
                return Part(what: kind.rawValue, since: nil)
            }
            return since < oldest ? Part(what: kind.rawValue, since: since) : nil
        }
    }

    /// What is known of a learner's level, strengths and needs, and of when it is; nil: nobody ever said, or the roster
    /// took it back. A teacher who says that there is nothing has said something.
    static func latest(of facts: [Fact]) -> [Fact.Kind: (value: String, since: CalendarDate?)] {
        var latest: [Fact.Kind: Fact] = [:]
        for fact in facts { latest[fact.kind] = fact }
        var known: [Fact.Kind: (value: String, since: CalendarDate?)] = [:]
        for kind in CheckIn.kinds {
            guard let fact = latest[kind] else { continue }
            let stated = kind == .level ? latest[.levelDate].flatMap { CalendarDate(iso: $0.value) } : nil
            let isSaid = !fact.value.isEmpty || fact.origin == .teacher
            known[kind] = (fact.value, isSaid ? stated ?? fact.at.utcDate : nil)
        }
        return known
    }
}

/// Whose levels are old, in words.
public enum StaleLearnersText {
    /// A line a learner.
    public static func lines(_ lines: [StaleLearners.Line]) -> [String] {
        if lines.isEmpty { return ["Nothing is older than half a year."] }
        return lines.map { line in
            let parts = line.parts.map { part in part.since.map { "\(part.what) of \($0)" } ?? "\(part.what) never said"
            }
            return
                "\(TextTable.oneLine(line.name)) (\(line.classes.joined(separator: ", "))): \(parts.joined(separator: "; "))"
        }
    }
}
