import Content
import Foundation
import Pipeline
import Roster
import Store

/// Takes a filled-in check-in back: what changed, and what is still right as said today.
public struct TakeCheckInTable: UseCase {
    private let open: SchoolAndStore
    private var store: Store { open.store }

    /// In a school's store.
    package init(_ open: SchoolAndStore) { self.open = open }

    /// A table.
    public struct Request: Sendable {
        /// Its path.
        public var file: String

        /// The table at a path.
        package init(file: String) { self.file = file }
    }

    /// What was taken down.
    public struct Outcome: Sendable {
        /// Of whom something was taken down, in the order of the table.
        public var learners: [Said] = []
        /// What was left out, and what else a person should know.
        public var notes: [Note] = []
        /// How many facts were appended.
        public var appended = 0
    }

    /// What was said of one learner.
    public struct Said: Sendable {
        /// What they are called.
        public var learner: Verbatim
        /// What was said, by kind, in the order of the table's columns; none: there is nothing any more.
        public var values: [(kind: Fact.Kind, values: [Verbatim])]
    }

    /// Something that a person should know besides.
    public enum Note: Sendable {
        /// What a stage found.
        case finding(Finding)
        /// No learner has the name that a row is about; nil: it is not to be shown.
        case noLearner(Verbatim?, file: Verbatim, line: Int)
        /// A strength or a need is a skill, and no topic that an article is about.
        case skill(Fact.Kind, file: Verbatim, line: Int)
    }

    /// Takes it back.
    public func run(_ request: Request, by actor: Actor, now: Timestamp) throws -> Outcome {
        let name = (request.file as NSString).lastPathComponent
        let bytes = try GivenFile.bytes(of: request.file)
        let hearing = Hearing(school: open.school, store: store)
        var outcome = try store.write { scope in
            let held = try hearing.held()
            let file = try CheckInRow.read(bytes, file: name, isHeld: held.isHeld)
            try held.keep(file.held, of: name, origin: .teacher, at: now, in: scope)
            return try take(file, now: now, in: scope)
        }
        let found = try hearing.notify(now: now) + TopicResolving(school: open.school, store: store).catchUp(now: now)
        outcome.notes += found.map { .finding($0) }
        return outcome
    }

    private func take(
        _ file: RosterFile<CheckInRow>, now: Timestamp, in scope: borrowing WriteScope
    ) throws -> Outcome {
        var outcome = Outcome(notes: file.findings.map { .finding($0) })
        let known = try store.learners.facts(about: file.rows.map { $0.learner })
        let skills = SkillRule(open.school.skills)
        var facts: [Fact] = []
        for row in file.rows {
            guard let told = known.readable[row.learner], !told.isEmpty else {
                let who = open.school.screen.named(row.learner.rawValue)
                outcome.notes.append(.noLearner(who, file: Verbatim(file.name), line: row.line))
                continue
            }
            let change = changes(by: row, told, skills, now: now)
            outcome.notes += change.skills.map { .skill($0, file: Verbatim(file.name), line: row.line) }
            facts += change.facts
            let said = change.facts.filter { CheckInForm.kinds.contains($0.kind) }.map { fact in
                (kind: fact.kind, values: Fact.list(fact.value).map { Verbatim($0) })
            }
            if !said.isEmpty {
                let name = Learner(id: row.learner, facts: told).name
                outcome.learners.append(Said(learner: Verbatim(name), values: said))
            }
        }
        try store.learners.append(facts, in: scope)
        outcome.appended = facts.count
        return outcome
    }

    /// What a row says that is new, and of which kinds it names skills.
    private func changes(
        by row: CheckInRow, _ told: [Fact], _ skills: SkillRule, now: Timestamp
    ) -> (facts: [Fact], skills: [Fact.Kind]) {
        let latest = StaleLearner.latest(of: told)
        var (facts, named): ([Fact], [Fact.Kind]) = ([], [])
        for kind in CheckInForm.kinds {
            let before = latest[kind]?.value ?? ""
            var value = row.values[kind] ?? before
            let isNothing = row.values[kind]?.isEmpty ?? false
            if kind != .level {
                let parts = Fact.list(value)
                let topics = parts.filter { !skills.isSkill($0) }
                if topics.count < parts.count, row.values[kind] != nil { named.append(kind) }
                value = topics.joined(separator: ";")
            }
            guard value != before || isNothing || row.isStillRight else { continue }
            func fact(_ kind: Fact.Kind, _ value: String) -> Fact {
                Fact(learner: row.learner, kind: kind, value: value, origin: .teacher, at: now)
            }
            facts.append(fact(kind, value))
            // A level of today is a new beginning: what was said of articles before told of another.
            if kind == .level, !value.isEmpty { facts.append(fact(.levelDate, "\(now.utcDate)")) }
        }
        return (facts, named)
    }
}
